import type { Db, Write } from '../database.ts';

/** Tried again after a day: the news that the bot is back may have been lost. */
const TRIED_AGAIN_MS = 24 * 60 * 60_000;

/** A chat takes nothing any more. @param of `now` instant in ms; `code` the platform's. */
export function markUnreachable(db: Db, of: { lane: string; code: number; now: number }): Write {
  const values = { code: of.code, since: of.now };
  return db.query
    .insertInto('unreachable')
    .values({ lane: of.lane, ...values })
    .onConflict((conflict) => conflict.column('lane').doUpdateSet(values));
}

/** It takes messages again. */
export function markReachable(db: Db, lane: string): Write {
  return db.query.deleteFrom('unreachable').where('lane', '=', lane);
}

/** The platform's code for why a chat takes nothing at `now`; undefined when it does, or is worth a try. */
export async function whyUnreachable(db: Db, lane: string, now: number): Promise<number | undefined> {
  const row = await db.query
    .selectFrom('unreachable')
    .select('code')
    .where('lane', '=', lane)
    .where('since', '>', now - TRIED_AGAIN_MS)
    .where('since', '<=', now)
    .executeTakeFirst();
  return row?.code;
}
