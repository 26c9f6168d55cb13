import type { Db, Write } from '../../db/database.ts';
import {
  claimDue,
  close,
  giveBack,
  markSent,
  nextDueAt,
  type OutboxRow,
  postpone,
  putOff,
} from '../../db/queries/outbox.ts';
import { markReachable, whyUnreachable } from '../../db/queries/unreachable.ts';
import type { Clock } from '../clock.ts';
import { LarkApiError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import { concernsApp, verdictOn } from '../lark/errors.ts';
import type { LarkGateway } from '../lark/gateway.ts';
import type { Logger } from '../logger.ts';
import { waitedOn } from '../reminders/morning.ts';
import { afterFailure, mayRepeat, type NextStep } from './after-failure.ts';
import { alertsOf } from './alerts.ts';
import { carriedOut, NotSentYet } from './call.ts';
import { textOfCard } from './card-text.ts';
import { Lanes } from './lanes.ts';
import type { SendingLimits } from './limits.ts';
import { otherwiseWrites, outboxWriteOnce } from './message.ts';

export interface DeliveryParts {
  db: Db;
  gateway: LarkGateway;
  clock: Clock;
  limits: SendingLimits;
  /** Whether one person of a group may be shown a card there; else such a one goes to his direct chat. */
  showsToOne: boolean;
  logger: Logger;
  /** Told of each call's result, to be counted. */
  count: (result: 'sent' | NextStep['do']) => void;
  /** Resolves after so many ms of real time. */
  wait: (ms: number) => Promise<void>;
  /** 0…1, for spreading retries. */
  random: () => number;
  /** When a row may go at the earliest; instants in ms. */
  allowedAt: (row: OutboxRow, now: number) => Promise<number>;
  /** Who hears of messages that could not be delivered, besides the office's bound members. */
  office: readonly OpenId[];
  /**
   * Tells of broadcasts under way, or nothing when that was done a moment ago. @param isOver nothing is due now.
   *
   * @returns whether there is something new to be sent.
   */
  report: (now: number, isOver: boolean) => Promise<boolean>;
}

/** So far ahead calls get their instants: what comes in later waits no longer than this for its turn. */
const AHEAD_MS = 1_500;
const MOST_AT_ONCE = 200;
/** So many under way are work for a while. */
const MANY = 20;
/** Few at a time, so that another process gets its share. */
const MOST_A_CLAIM = 25;
/** Instants are asked for in portions worth a transaction. */
const PORTION_MS = 200;
/** A call that is later than its instant by more than this asks for another one. */
const LATE_MS = 60;
/** The longest that an upload and a send may take: a row whose claim ends sooner is not begun. */
const CALL_MS = 25_000;

/** Sends what the outbox holds. Any number of processes may run one each on the same database. */
export class Delivery {
  readonly #parts: DeliveryParts;
  readonly #lanes = new Lanes();
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Sends all that is due and returns when nothing is. Calls while it runs join it. */
  pump(): Promise<void> {
    this.#lookAgain();
    this.#running ??= this.#rounds().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** As `pump`, for who need not wait: while one runs, it is only told to look again. */
  async kick(): Promise<void> {
    this.#lookAgain();
    if (this.#running === undefined) await this.pump();
  }

  /** What is under way is finished, nothing more is taken. */
  stop(): void {
    this.#stopped = true;
    this.#lanes.wake();
  }

  /** When there is something to send again (instant in ms). */
  nextAt(): Promise<number | undefined> {
    return nextDueAt(this.#parts.db, this.#parts.clock.now());
  }

  #lookAgain(): void {
    this.#again = true;
    this.#lanes.wake();
  }

  async #rounds(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        while (!this.#stopped && (await this.#round())) await this.#report(false);
        await this.#report(true);
      }
    } finally {
      await this.#lanes.idle();
    }
  }

  /** What cannot be told keeps nothing from being sent. */
  async #report(isOver: boolean): Promise<void> {
    const { clock, report, logger } = this.#parts;
    try {
      if (await report(clock.now(), isOver)) this.#again = true;
    } catch (error) {
      logger.error('broadcasts could not be reported: {says}', { says: String(error) });
    }
  }

  /** Takes what there is room for, or waits until there is. @returns false when nothing is due or under way. */
  async #round(): Promise<boolean> {
    const { db, clock, limits, wait } = this.#parts;
    const free = MOST_AT_ONCE - this.#lanes.size;
    const room = await limits.room(AHEAD_MS);
    if (room.calls > 0 && free > 0) {
      const [rows = []] = await db.apply([
        claimDue(db, { most: Math.min(free, room.calls, MOST_A_CLAIM), ...waitedOn(clock.now()) }),
      ]);
      if (rows.length > 0) {
        await this.#start(rows as unknown as OutboxRow[]);
        return true;
      }
    } else if (free > 0 && ((await this.nextAt()) ?? Number.POSITIVE_INFINITY) <= clock.now()) {
      await this.#lanes.change(wait(Math.max(room.inMs - AHEAD_MS, 0) + PORTION_MS));
      return true;
    }
    if (this.#lanes.isIdle) return false;
    await this.#lanes.change();
    // Each lane that is through has a next message, and to look for one at a time would take longer than to send it.
    if (this.#lanes.size > MANY) await wait(PORTION_MS);
    return true;
  }

  /** Lanes beside each other, the messages of one lane one after the other. */
  async #start(rows: readonly OutboxRow[]): Promise<void> {
    // After a jump of the clock a claim may seem over while its call is still under way here.
    const ours = rows.filter((row) => !this.#lanes.holds(row.seq)).sort((a, b) => a.seq - b.seq);
    // What is wrong with it is told by the calls.
    await this.#parts.gateway.ready().catch(() => undefined);
    const instants = await this.#parts.limits.reserve(ours.map((row) => row.lane));
    const timed = ours.map((row, i) => ({ row, at: instants[i] ?? 0 }));
    for (const [lane, those] of Map.groupBy(timed, ({ row }) => row.lane))
      this.#lanes.run(
        lane,
        those.map(({ row }) => row.seq),
        () => this.#sendLane(those),
      );
  }

  async #sendLane(timed: readonly { row: OutboxRow; at: number }[]): Promise<void> {
    const { db, clock, logger } = this.#parts;
    try {
      for (const [i, { row, at }] of timed.entries()) {
        const isOurs = clock.now() <= (row.claimed_until ?? 0) - CALL_MS;
        const goesOn = isOurs && !this.#stopped && (await this.#sendOne(row, at));
        if (goesOn) continue;
        const untried = timed.slice(isOurs && !this.#stopped ? i + 1 : i).map((each) => each.row);
        if (untried.length > 0) await db.apply([giveBack(db, untried)]);
        return;
      }
    } catch (error) {
      logger.error('outbox row {seq} could not be updated: {error}', {
        seq: timed[0]?.row.seq,
        error: String(error),
      });
    }
  }

  /** @returns whether the next message of the lane may follow. */
  async #sendOne(row: OutboxRow, at: number): Promise<boolean> {
    const { db, clock, count, limits } = this.#parts;
    const now = clock.now();
    const from = await this.#parts.allowedAt(row, now);
    const isTooLate = from > now && row.unknown_at !== null;
    if (from > now && !isTooLate) {
      await db.apply([postpone(db, row, from)]);
      return true;
    }
    if (row.kind === 'ephemeral' && !this.#parts.showsToOne) {
      await db.apply([
        close(db, row, { status: 'replaced', error: 'switched off', code: null }),
        ...this.#instead(row),
      ]);
      this.#lookAgain();
      return true;
    }
    try {
      const refused = isTooLate ? nobodyKnows() : await this.#notToBeSent(row);
      if (refused !== undefined) throw refused;
      const madeAt = await this.#itsInstant(row.lane, at);
      const sent = await carriedOut(this.#parts, row).finally(() => limits.answered(row.lane, madeAt));
      const reached = row.kind === 'reply' ? [markReachable(db, row.lane)] : [];
      await db.apply([...markSent(db, row, { ...sent, now: clock.now() }), ...reached]);
      count('sent');
      return true;
    } catch (error) {
      return this.#failed(row, error);
    }
  }

  /** Why a row is given up without a call. */
  async #notToBeSent(row: OutboxRow): Promise<Error | undefined> {
    const { db, clock } = this.#parts;
    const now = clock.now();
    if (!mayRepeat(row, now)) return nobodyKnows();
    if (row.kind !== 'send' || row.receive_id_type !== 'chat_id') return undefined;
    const code = await whyUnreachable(db, row.lane, now);
    if (code === undefined) return undefined;
    return new LarkApiError({ method: NOT_CALLED, code, says: 'chat is lost', outcome: 'refused' });
  }

  /** Waits for the instant of a call. @returns when it is, by the limits' clock. */
  async #itsInstant(lane: string, at: number): Promise<number> {
    const { limits, wait } = this.#parts;
    const late = limits.now() - at;
    // Those before it took long: sent now, it might come too close to others.
    const instant = late > LATE_MS ? await limits.reserveAnew(lane, at) : at;
    const delay = instant - limits.now();
    if (delay > 0) await wait(delay);
    for (;;) {
      const made = limits.make(lane);
      if (made.inMs === 0) return made.at;
      await wait(made.inMs);
    }
  }

  async #failed(row: OutboxRow, error: unknown): Promise<boolean> {
    const { db, clock, limits, logger, random, count } = this.#parts;
    const now = clock.now();
    const says = error instanceof Error ? error.message : String(error);
    const code = error instanceof LarkApiError ? error.code : null;
    const isKnown = error instanceof LarkApiError && error.method === NOT_CALLED;
    const verdict = error instanceof NotSentYet ? 'retry' : verdictOn(error);
    const next = afterFailure(row, verdict, { now, error, random });
    logger.warn('outbox {key}: {says} → {next}', { key: row.key, says, next: next.do });
    count(next.do);
    if (next.do === 'retry') {
      const attempts = row.attempts + 1;
      await db.apply([
        putOff(db, row, { nextAt: next.at, error: says, unknownAt: next.unknownAt, attempts }),
      ]);
      if (concernsApp(error)) await limits.block(Math.min(next.at - now, 60_000));
      return false;
    }
    const then: Write[] =
      next.do === 'give-up'
        ? [
            close(db, row, { status: 'dead', error: says, code }),
            ...(await alertsOf(db, this.#parts.office, { row, code, now, wasCalled: !isKnown })),
          ]
        : [close(db, row, { status: 'replaced', error: says, code }), ...this.#instead(row)];
    await db.apply(then);
    this.#lookAgain();
    return true;
  }

  /** What is sent in the place of a row. */
  #instead(row: OutboxRow): Write[] {
    const { db, clock } = this.#parts;
    const now = clock.now();
    return row.kind === 'ephemeral' ? otherwiseWrites(db, row, now) : [outboxWriteOnce(db, asText(row), now)];
  }
}

const NOT_CALLED = 'not called';

function nobodyKnows(): Error {
  return new Error('nobody knows whether it went out');
}

/** What a card says, for where the card itself is refused. */
function asText(row: OutboxRow) {
  const to =
    row.receive_id_type === 'open_id' ? { person: row.receive_id as OpenId } : { chat: row.lane as never };
  return {
    key: `${row.key}:text`,
    to,
    body: { type: 'text', text: textOfCard(row.content) },
    ...(row.broadcast !== null && { broadcast: row.broadcast }),
  } as const;
}
