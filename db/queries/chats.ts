import type { Selectable } from 'kysely';
import type { Db, Write } from '../database.ts';
import type { ChatTable } from '../schema.ts';

export type ChatRow = Selectable<ChatTable>;

/** Stands for the work group where a task group's number would stand. */
export const WORK_GROUP = 0;

/** 工作群: where publications and the live status card go; undefined until the office bound one. */
export function workChat(db: Db): Promise<string | undefined> {
  return chatOfGroup(db, WORK_GROUP);
}

/** The chat of task group N; undefined while none is bound. */
export async function chatOfGroup(db: Db, no: number): Promise<string | undefined> {
  const row = await db.query
    .selectFrom('chat')
    .select('chat_id')
    .where('group_no', '=', no)
    .where('active', '=', 1)
    .executeTakeFirst();
  return row?.chat_id;
}

/** What a chat is bound as. */
export async function chatBinding(db: Db, chatId: string): Promise<ChatRow | undefined> {
  return db.query
    .selectFrom('chat')
    .selectAll()
    .where('chat_id', '=', chatId)
    .where('active', '=', 1)
    .executeTakeFirst();
}

/**
 * Makes a chat the work group (`groupNo` 0) or a task group's chat; what it was before, and the chat that was it
 * before, end. `DuplicateKeyError`: another binding came between.
 */
export function bindChat(db: Db, row: { chatId: string; groupNo: number; by: string; now: number }): Write[] {
  return [
    db.query
      .updateTable('chat')
      .set({ active: 0, ended_at: row.now })
      .where('active', '=', 1)
      .where((e) => e.or([e('chat_id', '=', row.chatId), e('group_no', '=', row.groupNo)])),
    db.query.insertInto('chat').values({
      chat_id: row.chatId,
      purpose: row.groupNo === WORK_GROUP ? 'work' : 'group',
      group_no: row.groupNo,
      active: 1,
      bound_by: row.by,
      bound_at: row.now,
      ended_at: null,
    }),
  ];
}

/** A chat is nothing any more. @param now instant in ms. */
export function unbindChat(db: Db, chatId: string, now: number): Write {
  return db.query
    .updateTable('chat')
    .set({ active: 0, ended_at: now })
    .where('active', '=', 1)
    .where('chat_id', '=', chatId);
}
