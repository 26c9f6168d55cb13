import { sql } from 'kysely';
import type { Db } from '../database.ts';

/**
 * The first instant (ms) after `now` that a row waits for: an event or a message to be tried again, a reminder that
 * somebody has put off, the end of a round of objections, a question to be forgotten; undefined when none does. What
 * waits for an instant that has passed is due already.
 *
 * @param keepTurns how many ms questions are kept.
 */
export async function nextInstant(
  db: Db,
  of: { now: number; keepTurns: number },
): Promise<number | undefined> {
  const { now } = of;
  const row = await db.query
    .selectNoFrom((e) => [
      e
        .selectFrom('inbox')
        .select(({ fn }) => fn.min('retry_at').as('at'))
        .where('status', '=', 'stored')
        .as('event'),
      e
        .selectFrom('outbox')
        .select(sql<number | null>`min(coalesce(claimed_until, next_at))`.as('at'))
        .where('status', 'in', ['due', 'sending'])
        .as('message'),
      e
        .selectFrom('snooze')
        .select(({ fn }) => fn.min('at').as('at'))
        .where('at', '>', now)
        .as('reminder'),
      e
        .selectFrom('ranking_preview')
        .select(({ fn }) => fn.min('closes_at').as('at'))
        .where('closes_at', '>', now)
        .as('round'),
      e.selectFrom('turn').select(sql<number | null>`min(at) + ${of.keepTurns}`.as('at')).as('question'),
    ])
    .executeTakeFirstOrThrow();
  const instants = Object.values(row).filter((at) => at !== null);
  return instants.length === 0 ? undefined : Math.min(...instants);
}
