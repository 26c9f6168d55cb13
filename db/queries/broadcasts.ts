import { type Selectable, sql } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { Schema } from '../schema.ts';

export type BroadcastRow = Selectable<Schema['broadcast']>;

/** How far a broadcast is: messages to people and chats, without what took another's place. */
export interface Counts {
  total: number;
  sent: number;
  /** Given up. */
  failed: number;
  /** Tried, and to be tried again. */
  retried: number;
}

/** Names what goes to many at once. @param of `by`: who pressed, an open_id; empty for a schedule. `now` in ms. */
export function startBroadcast(db: Db, of: { id: string; name: string; by: string; now: number }): Write {
  return db.query
    .insertInto('broadcast')
    .values({ id: of.id, name: of.name, made_by: of.by, made_at: of.now })
    .onConflict((conflict) => conflict.doNothing());
}

/** Who made it and what it is called. */
export async function broadcastById(db: Db, id: string): Promise<BroadcastRow | undefined> {
  return db.query.selectFrom('broadcast').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Those that are not through, oldest first, with their counts. */
export async function openBroadcasts(db: Db): Promise<(BroadcastRow & { counts: Counts })[]> {
  const rows = await db.query
    .selectFrom('broadcast')
    .selectAll()
    .where('finished_at', 'is', null)
    .orderBy('made_at')
    .execute();
  if (rows.length === 0) return [];
  const counts = await countsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, counts: counts.get(row.id) ?? NONE }));
}

const NONE: Counts = { total: 0, sent: 0, failed: 0, retried: 0 };

async function countsOf(db: Db, ids: readonly string[]): Promise<Map<string, Counts>> {
  const count = (of: string) => sql<number>`coalesce(sum(${sql.raw(of)}), 0)`;
  const rows = await db.query
    .selectFrom('outbox')
    .select((e) => [
      'broadcast as id',
      e.fn.countAll<number>().as('total'),
      count("status = 'sent'").as('sent'),
      count("status = 'dead'").as('failed'),
      count("status = 'due' and attempts > 0").as('retried'),
    ])
    .where('broadcast', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
    .where('kind', 'in', ['send', 'urgent'])
    .where('status', '<>', 'replaced')
    .groupBy('broadcast')
    .execute();
  return new Map(rows.map(({ id, ...counts }) => [id ?? '', counts]));
}

/** Its progress card says something else now; `GuardError`: another process has already told so. */
export function markShown(db: Db, row: BroadcastRow, of: { shown: string; now: number }): Write[] {
  return [
    db.query
      .updateTable('broadcast')
      .set({ shown: of.shown, shown_at: of.now })
      .where('id', '=', row.id)
      .where('shown', '=', row.shown)
      .where('finished_at', 'is', null),
    guard('broadcast-shown'),
  ];
}

/** Nothing of it is waiting any more; `GuardError`: another process has found so. */
export function finishBroadcast(db: Db, id: string, now: number): Write[] {
  return [
    db.query
      .updateTable('broadcast')
      .set({ finished_at: now })
      .where('id', '=', id)
      .where('finished_at', 'is', null),
    guard('broadcast-finished'),
  ];
}
