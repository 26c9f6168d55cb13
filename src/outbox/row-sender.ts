import type { Write } from '../../db/database.ts';
import { close, markSent, type OutboxRow, postpone, putOff } from '../../db/queries/outbox.ts';
import { markReachable, whyUnreachable } from '../../db/queries/unreachable.ts';
import { LarkApiError } from '../errors.ts';
import { concernsApp, verdictOn } from '../lark/errors.ts';
import type { Sent } from '../lark/gateway.ts';
import { afterFailure, mayRepeat } from './after-failure.ts';
import { alertsOf } from './alerts.ts';
import { carriedOut, NotSentYet } from './call.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import { insteadOf } from './instead.ts';
import type { Pauses } from './pauses.ts';

/** A call that is later than its instant by more than this asks for another one. */
const LATE_MS = 60;

/** What a row's sending tells the delivery, and asks of it. */
interface Hooks {
  pauses: Pauses;
  isStopped: () => boolean;
  /** Something waits for a later time. */
  left: () => void;
  /** Something new was put into the outbox. */
  lookAgain: () => void;
}

/** One claimed row of the outbox: whether it may go now, its call, and what follows from the outcome. */
export class RowSender {
  readonly #parts: DeliveryParts;
  readonly #hooks: Hooks;

  constructor(parts: DeliveryParts, hooks: Hooks) {
    this.#parts = parts;
    this.#hooks = hooks;
  }

  /**
   * Sends a row at its instant, or not, and writes down what came of it.
   * @param at by the limits' clock
   * @returns `done`: the next message of the lane may follow.
   */
  async send(row: OutboxRow, at: number): Promise<'done' | 'waits' | 'untried'> {
    const { db, clock, count, limits } = this.#parts;
    const now = clock.now();
    const from = await this.#parts.allowedAt(row, now);
    const isTooLate = from > now && row.unknown_at !== null;
    if (from > now && !isTooLate) {
      this.#hooks.left();
      await db.apply([postpone(db, row, from)]);
      return 'done';
    }
    if (row.kind === 'ephemeral' && !this.#parts.showsToOne) {
      await db.apply([
        close(db, row, { status: 'replaced', error: 'switched off', code: null }),
        ...insteadOf(db, row, now),
      ]);
      this.#hooks.lookAgain();
      return 'done';
    }
    try {
      const refused = isTooLate ? nobodyKnows() : await this.#notToBeSent(row);
      if (refused !== undefined) throw refused;
      const madeAt = await this.#itsInstant(row.lane, at);
      if (madeAt === undefined) return 'untried';
      const sent = await this.#call(row).finally(() => limits.answered(row.lane, madeAt));
      if (sent === undefined) return 'done';
      const reached = row.kind === 'reply' ? [markReachable(db, row.lane)] : [];
      await db.apply([...markSent(db, row, { ...sent, now: clock.now() }), ...reached]);
      count('sent');
      return 'done';
    } catch (error) {
      return this.#failed(row, error);
    }
  }

  /** Makes the call. @returns undefined where, looked at now, it is not to be made any more. */
  async #call(row: OutboxRow): Promise<Sent | undefined> {
    const meant = await this.#parts.asMeant(row, this.#parts.clock.now());
    return meant && carriedOut(this.#parts, meant);
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

  /** Waits for the instant of a call. @returns when it is, by the limits' clock; undefined when all is to end. */
  async #itsInstant(lane: string, at: number): Promise<number | undefined> {
    const { limits } = this.#parts;
    const late = limits.now() - at;
    // Those before it took long: sent now, it might come too close to others.
    const instant = late > LATE_MS ? await limits.reserveAnew(lane, at) : at;
    const delay = instant - limits.now();
    if (delay > 0) await this.#hooks.pauses.pause(delay);
    while (!this.#hooks.isStopped()) {
      const made = limits.make(lane);
      if (made.inMs === 0) return made.at;
      await this.#hooks.pauses.pause(made.inMs);
    }
    return undefined;
  }

  async #failed(row: OutboxRow, error: unknown): Promise<'done' | 'waits'> {
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
      this.#hooks.left();
      await db.apply([
        putOff(db, row, { nextAt: next.at, error: says, unknownAt: next.unknownAt, attempts }),
      ]);
      if (concernsApp(error)) await limits.block(Math.min(next.at - now, 60_000));
      return 'waits';
    }
    const then: Write[] =
      next.do === 'give-up'
        ? [
            close(db, row, { status: 'dead', error: says, code }),
            ...(await alertsOf(db, this.#parts.office, { row, code, now, wasCalled: !isKnown })),
          ]
        : [close(db, row, { status: 'replaced', error: says, code }), ...insteadOf(db, row, now)];
    await db.apply(then);
    if (then.length > 1) this.#hooks.lookAgain();
    return 'done';
  }
}

const NOT_CALLED = 'not called';

function nobodyKnows(): Error {
  return new Error('nobody knows whether it went out');
}
