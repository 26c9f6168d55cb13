import type { Selectable } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { RosterTable } from '../schema.ts';

export type RosterRow = Selectable<RosterTable>;

/** 导入 was announced: the next file of this person is a roster. @param row `now` is an instant in ms. */
export function awaitRoster(db: Db, row: { id: string; openId: string; now: number }): Write {
  return db.query.insertInto('roster').values({
    id: row.id,
    open_id: row.openId,
    status: 'awaited',
    plan: '',
    made_at: row.now,
    decided_at: null,
  });
}

/** Whether this person announced a roster since an instant (ms) and none was decided after it: a mended one may follow. */
export async function awaitsRoster(db: Db, openId: string, since: number): Promise<boolean> {
  const row = await db.query
    .selectFrom('roster')
    .select('status')
    .where('open_id', '=', openId)
    .where('made_at', '>=', since)
    .orderBy('made_at', 'desc')
    .executeTakeFirst();
  return row?.status === 'awaited' || row?.status === 'previewed';
}

/** A roster was read: its plan waits for 确认导入. */
export function storeRoster(db: Db, row: { id: string; openId: string; plan: string; now: number }): Write {
  return db.query.insertInto('roster').values({
    id: row.id,
    open_id: row.openId,
    status: 'previewed',
    plan: row.plan,
    made_at: row.now,
    decided_at: null,
  });
}

export async function rosterById(db: Db, id: string): Promise<RosterRow | undefined> {
  return db.query.selectFrom('roster').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Decides a roster, once. `GuardError`: somebody was first. */
export function decideRoster(
  db: Db,
  id: string,
  how: { status: 'applied' | 'dropped'; now: number },
): Write[] {
  return [
    db.query
      .updateTable('roster')
      .set({ status: how.status, decided_at: how.now })
      .where('id', '=', id)
      .where('status', '=', 'previewed'),
    guard('roster still waits'),
  ];
}
