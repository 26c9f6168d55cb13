import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** Counts by status, and when the oldest waiting row was made (instant in ms). */
export async function outboxState(db: Db): Promise<{ waiting: number; dead: number; oldest: number | null }> {
  return db.query
    .selectFrom('outbox')
    .select([
      sql<number>`coalesce(sum(status in ('due', 'sending')), 0)`.as('waiting'),
      sql<number>`coalesce(sum(status = 'dead'), 0)`.as('dead'),
      sql<number | null>`min(case when status in ('due', 'sending') then max(next_at, created_at) end)`.as(
        'oldest',
      ),
    ])
    .where('status', 'in', ['due', 'sending', 'dead'])
    .executeTakeFirstOrThrow();
}

/** Whether any card was sent before an instant (ms). */
export async function cardsWentOut(db: Db, before: number): Promise<boolean> {
  const row = await db.query
    .selectFrom('outbox')
    .select('seq')
    .where('created_at', '<', before)
    .where('msg_type', '=', 'interactive')
    .where('status', '=', 'sent')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Why the newest given-up messages failed, newest first, each reason once. */
export async function recentErrors(db: Db, limit: number): Promise<string[]> {
  const rows = await db.query
    .selectFrom('outbox')
    .select(['error', sql<number>`max(seq)`.as('newest')])
    .where('status', '=', 'dead')
    .where('error', 'is not', null)
    .groupBy('error')
    .orderBy('newest', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.error ?? '');
}
