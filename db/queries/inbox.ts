import { sql } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';

/**
 * Stores an event before it is acknowledged. `DuplicateKeyError`: it, or its message, was here before. Brings along the
 * number of the office's words (`wordsNo`), so that a question need not ask for it.
 */
export function storeEvent(
  db: Db,
  row: {
    eventId: string;
    messageId: string | null;
    kind: string;
    event: string;
    now: number;
    retryAt: number;
  },
): Write {
  return db.query
    .insertInto('inbox')
    .values({
      event_id: row.eventId,
      message_id: row.messageId,
      kind: row.kind,
      event: row.event,
      status: 'stored',
      retry_at: row.retryAt,
      received_at: row.now,
      handled_at: null,
      error: null,
    })
    .returning(({ selectFrom }) =>
      selectFrom('version').select('no').where('name', '=', 'office-words').as('wordsNo'),
    );
}

/** The first write of a click, which is handled at once: `DuplicateKeyError` when it was handled before. */
export function storeHandled(db: Db, row: { eventId: string; kind: string; now: number }): Write {
  return db.query.insertInto('inbox').values({
    event_id: row.eventId,
    message_id: null,
    kind: row.kind,
    event: '',
    status: 'handled',
    retry_at: row.now,
    received_at: row.now,
    handled_at: row.now,
    error: null,
  });
}

/** The first writes of a stored event's list: `GuardError` when another process finished it meanwhile. */
export function markHandled(db: Db, eventId: string, now: number): Write[] {
  return [
    db.query
      .updateTable('inbox')
      .set({ status: 'handled', handled_at: now, error: null })
      .where('event_id', '=', eventId)
      .where('status', '=', 'stored'),
    guard('event is still open'),
  ];
}

/** Notes a failed attempt, the how manieth it was; `retryAt` undefined gives the event up. */
export function recordAttempt(
  db: Db,
  row: { eventId: string; attempts: number; error: string; retryAt: number | undefined },
): Write {
  return db.query
    .updateTable('inbox')
    .set({
      attempts: row.attempts,
      error: row.error,
      ...(row.retryAt === undefined ? { status: 'failed' as const } : { retry_at: row.retryAt }),
    })
    .where('event_id', '=', row.eventId)
    .where('status', '=', 'stored');
}

/** Notes that an attempt begins, before it does: one that ends its process counts too. @param row `until` in ms. */
export function beginAttempt(db: Db, row: { eventId: string; attempts: number; until: number }): Write {
  return db.query
    .updateTable('inbox')
    .set({ attempts: row.attempts, retry_at: row.until })
    .where('event_id', '=', row.eventId)
    .where('status', '=', 'stored');
}

/**
 * Takes events whose turn has come, the least tried first, and puts them off to `until`, so that two processes do not
 * both work on one. Run through `Db.apply`; the rows are
 * `{ eventId, event, attempts }`, `event` as JSON.
 */
export function takeDueEvents(db: Db, row: { now: number; until: number; limit: number }): Write {
  return db.query
    .updateTable('inbox')
    .set({ retry_at: row.until })
    .where('event_id', 'in', (expression) =>
      expression
        .selectFrom('inbox')
        .select('event_id')
        .where('status', '=', 'stored')
        .where('retry_at', '<=', row.now)
        .orderBy('attempts')
        .orderBy('received_at')
        .limit(row.limit),
    )
    .returning(['event_id as eventId', 'event', 'attempts']);
}

/** Events that were taken and not begun: theirs is the next turn, from an instant (ms) on. */
export function leaveEvents(db: Db, eventIds: readonly string[], from: number): Write {
  return db.query
    .updateTable('inbox')
    .set({ retry_at: from })
    .where('status', '=', 'stored')
    .where('event_id', 'in', sql<string>`(select value from json_each(${JSON.stringify(eventIds)}))`);
}

/** Removes finished events that no redelivery can ask for any more. */
export function forgetEvents(db: Db, before: number): Write {
  return db.query.deleteFrom('inbox').where('received_at', '<', before).where('status', '=', 'handled');
}

/** When the last event came in (instant in ms); undefined when none is kept. */
export async function newestEventAt(db: Db): Promise<number | undefined> {
  const row = await db.query
    .selectFrom('inbox')
    .select('received_at')
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.received_at;
}

/** Why the open event that has been tried most often is not handled; undefined when none has failed so far. */
export async function openError(db: Db): Promise<string | undefined> {
  const row = await db.query
    .selectFrom('inbox')
    .select('error')
    .where('status', '=', 'stored')
    .where('error', 'is not', null)
    .orderBy('attempts', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.error ?? undefined;
}

/** Open and failed events, and the age of the oldest open one (instant in ms). */
export async function inboxState(db: Db): Promise<{ open: number; failed: number; oldest: number | null }> {
  const row = await db.query
    .selectFrom('inbox')
    .select([
      sql<number>`coalesce(sum(status = 'stored'), 0)`.as('open'),
      sql<number>`coalesce(sum(status = 'failed'), 0)`.as('failed'),
      sql<number | null>`min(case when status = 'stored' then received_at end)`.as('oldest'),
    ])
    .where('status', '!=', 'handled')
    .executeTakeFirstOrThrow();
  return row;
}
