import type { Db } from '../database.ts';

const WORK_GROUP = 0;

/** 工作群: where publications and the live status card go; undefined until the office bound one. */
export function workChat(db: Db): Promise<string | undefined> {
  return activeChat(db, WORK_GROUP);
}

/** The chat of task group N; undefined while none is bound. */
export function chatOfGroup(db: Db, no: number): Promise<string | undefined> {
  return activeChat(db, no);
}

async function activeChat(db: Db, no: number): Promise<string | undefined> {
  const row = await db.query
    .selectFrom('chat')
    .select('chat_id')
    .where('group_no', '=', no)
    .where('active', '=', 1)
    .executeTakeFirst();
  return row?.chat_id;
}
