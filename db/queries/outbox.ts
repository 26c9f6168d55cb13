import { type Selectable, sql } from 'kysely';
import type { Db, Write } from '../database.ts';
import type { OutboxTable } from '../schema.ts';
import { isHurried, type Morning } from './outbox-morning.ts';

export type OutboxRow = Selectable<OutboxTable>;

/** A row as a part of the product asks for it; the rest is the delivery's business. */
export type NewOutboxRow = Pick<
  OutboxRow,
  | 'key'
  | 'uuid'
  | 'kind'
  | 'lane'
  | 'receive_id_type'
  | 'receive_id'
  | 'msg_type'
  | 'content'
  | 'card_key'
  | 'broadcast'
  | 'next_at'
  | 'created_at'
> &
  Partial<Pick<OutboxRow, 'reason' | 'as_of'>>;

/** Said beside the state that is meant, since the indexes of what waits cover just these: otherwise all that was ever sent is read. */
const WAITING = ['due', 'sending'] as const;

/** How long a claimed row may be worked on before another process takes it over. */
const CLAIM_MS = 60_000;
const CLAIM_ROWS_A_LANE = 10;

/** Puts a message into the list of what is to be sent. `DuplicateKeyError`: it is there already. */
export function enqueue(db: Db, row: NewOutboxRow): Write {
  return db.query.insertInto('outbox').values({ ...row, status: 'due' });
}

/** As `enqueue`, but a message that is there already is left as it is. */
export function enqueueOnce(db: Db, row: NewOutboxRow): Write {
  return db.query
    .insertInto('outbox')
    .values({ ...row, status: 'due' })
    .onConflict((conflict) => conflict.column('key').doNothing());
}

/** A newer version of a card takes the place of those that have not gone out yet. */
export function replaceWaitingPatches(db: Db, lane: string): Write {
  return db.query
    .updateTable('outbox')
    .set({ status: 'replaced' })
    .where('lane', '=', lane)
    .where('status', 'in', WAITING)
    .where('kind', '=', 'patch')
    .where('status', '=', 'due');
}

/** Longer than any pause between two tries. */
const LONGEST_PAUSE_MS = 15 * 60_000;
/** A message that is tried again so soon keeps the later ones of its lane waiting; for longer none is held up. */
const ORDER_KEPT_MS = 60_000;

/**
 * What may be taken at `now`, told by the row alone. Times that cannot be (made in the future, claimed for much longer
 * than claims last) come from a clock that was set back, and keep nobody waiting.
 */
function isReady(now: number) {
  return sql<number>`case status
    when 'due' then next_at <= ${now} or (next_at = created_at and created_at > ${now})
      or (attempts > 0 and next_at > ${now + LONGEST_PAUSE_MS})
    when 'sending' then claimed_until < ${now} or claimed_until > ${now + 2 * CLAIM_MS}
    else 0 end`;
}

/**
 * Takes at most `most` rows whose turn has come, a few a lane, those that somebody waits for before broadcasts, and
 * else oldest first. A lane is one process's at a time, and waits for its earlier message that is to be tried again
 * soon, so that its order is kept. A row that somebody claimed and never finished is taken again; whether it went out
 * is then unknown. Run through `Db.apply`; the rows are `OutboxRow`s.
 */
export function claimDue(db: Db, of: Morning & { most: number }): Write {
  const { now, most } = of;
  const isMorning = now >= of.from && now < of.until;
  return db.query
    .updateTable('outbox')
    .set({
      status: 'sending',
      claimed_until: now + CLAIM_MS,
      tried_at: sql`coalesce(tried_at, ${now})`,
      unknown_at: sql`case when status = 'sending' then coalesce(unknown_at, min(claimed_until - ${CLAIM_MS}, ${now})) else unknown_at end`,
    })
    .where('seq', 'in', (outer) =>
      outer
        .selectFrom((inner) =>
          inner
            .selectFrom('outbox')
            .select([
              'seq',
              'broadcast',
              sql<number>`row_number() over (partition by lane order by seq)`.as('place'),
            ])
            .where('status', 'in', WAITING)
            .where((e) => e.or([e(isReady(now), '=', 1), ...(isMorning ? [e(isHurried(of), '=', 1)] : [])]))
            .where('lane', 'not in', (busy) =>
              busy
                .selectFrom('outbox')
                .select('lane')
                .where('status', 'in', WAITING)
                .where('status', '=', 'sending')
                .where(isReady(now), '=', 0),
            )
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('outbox as earlier')
                    .select('earlier.seq')
                    .whereRef('earlier.lane', '=', 'outbox.lane')
                    .whereRef('earlier.seq', '<', 'outbox.seq')
                    .where('earlier.status', 'in', WAITING)
                    .where('earlier.status', '=', 'due')
                    .where('earlier.attempts', '>', 0)
                    .where('earlier.next_at', '>', now)
                    .where('earlier.next_at', '<=', now + ORDER_KEPT_MS),
                ),
              ),
            )
            .as('ready'),
        )
        .select('seq')
        .where('place', '<=', CLAIM_ROWS_A_LANE)
        .orderBy(sql`broadcast is not null`)
        .orderBy('seq')
        .limit(most),
    )
    .returningAll();
}

/** Rows that were taken and not tried after all: theirs is the next turn. */
export function giveBack(db: Db, rows: readonly OutboxRow[]): Write {
  return db.query
    .updateTable('outbox')
    .set({ status: 'due', claimed_until: null })
    .where('status', '=', 'sending')
    .where(
      'seq',
      'in',
      sql<number>`(select value from json_each(${JSON.stringify(rows.map((row) => row.seq))}))`,
    );
}

/** It went out: its message id, and where its card lives from now on. */
export function markSent(
  db: Db,
  row: OutboxRow,
  sent: { messageId: string; chatId: string; now: number },
): Write[] {
  const writes: Write[] = [
    db.query
      .updateTable('outbox')
      .set({
        status: 'sent',
        message_id: sent.messageId,
        sent_at: sent.now,
        claimed_until: null,
        error: null,
      })
      .where('seq', '=', row.seq),
  ];
  if (row.card_key !== null && row.kind !== 'patch') {
    const card = { message_id: sent.messageId, chat_id: sent.chatId, sent_at: sent.now };
    writes.push(
      db.query
        .insertInto('card')
        .values({ key: row.card_key, ...card })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(card)),
    );
  }
  return writes;
}

/** Not yet: again at `nextAt`. `unknownAt` is set when nobody knows whether the platform took it. */
export function putOff(
  db: Db,
  row: OutboxRow,
  how: { nextAt: number; error: string; unknownAt: number | null; attempts: number },
): Write {
  return db.query
    .updateTable('outbox')
    .set({
      status: 'due',
      next_at: how.nextAt,
      error: how.error,
      unknown_at: how.unknownAt,
      attempts: how.attempts,
      claimed_until: null,
    })
    .where('seq', '=', row.seq);
}

/** Claimed at a time at which it may not go: as if it had never been tried, from an instant (ms) on. */
export function postpone(db: Db, row: OutboxRow, until: number): Write {
  return db.query
    .updateTable('outbox')
    .set({ status: 'due', next_at: until, attempts: 0, tried_at: null, claimed_until: null })
    .where('seq', '=', row.seq);
}

/** Sent as another row, or never to be sent. */
export function close(
  db: Db,
  row: OutboxRow,
  how: { status: 'dead' | 'replaced'; error: string; code: number | null },
): Write {
  return db.query
    .updateTable('outbox')
    .set({ ...how, claimed_until: null })
    .where('seq', '=', row.seq);
}

/** The message that a row became, or the text that took its place; `messageId` is null while it waits. */
export async function messageOf(db: Db, key: string): Promise<{ messageId: string | null } | undefined> {
  const rows = await db.query
    .selectFrom('outbox')
    .select(['message_id as messageId', 'status'])
    .where('key', 'in', [key, `${key}:text`])
    .where('status', 'in', ['due', 'sending', 'sent'])
    .execute();
  return rows[0];
}

/** The message a card lives in. */
export async function cardPlace(
  db: Db,
  key: string,
): Promise<{ messageId: string; chatId: string } | undefined> {
  return db.query
    .selectFrom('card')
    .select(['message_id as messageId', 'chat_id as chatId'])
    .where('key', '=', key)
    .executeTakeFirst();
}

/** When the next row is to be tried, as it looks at `now` (instants in ms); undefined when nothing waits. */
export async function nextDueAt(db: Db, now: number): Promise<number | undefined> {
  const row = await db.query
    .selectFrom('outbox')
    .select(
      sql<
        number | null
      >`min(case when ${isReady(now)} then ${now} when status = 'sending' then claimed_until else next_at end)`.as(
        'at',
      ),
    )
    .where('status', 'in', ['due', 'sending'])
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** What is due at an instant, oldest first, without taking it. */
export async function dueRows(
  db: Db,
  now: number,
): Promise<Pick<OutboxRow, 'key' | 'kind' | 'lane' | 'next_at'>[]> {
  return (
    db.query
      .selectFrom('outbox')
      .select(['key', 'kind', 'lane', 'next_at'])
      .where('status', 'in', WAITING)
      .where('status', '=', 'due')
      .where('next_at', '<=', now)
      // No order that the whole table has already: then it would be read whole.
      .orderBy(sql`+seq`)
      .execute()
  );
}

/** State of rows by key. */
export async function rowsByKey(
  db: Db,
  keys: readonly string[],
): Promise<Pick<OutboxRow, 'key' | 'status' | 'error'>[]> {
  return (
    db.query
      .selectFrom('outbox')
      .select(['key', 'status', 'error'])
      // A list as one JSON text: D1 takes at most 100 parameters.
      .where('key', 'in', sql<string>`(select value from json_each(${JSON.stringify(keys)}))`)
      .execute()
  );
}

/** Removes what was sent long ago; what was given up stays until somebody has seen to it. */
export function forgetSent(db: Db, before: number): Write {
  return db.query
    .deleteFrom('outbox')
    .where('created_at', '<', before)
    .where((e) => e.or([e('status', 'in', ['sent', 'replaced']), e('settled_at', 'is not', null)]));
}
