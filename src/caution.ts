import type { Db } from '../db/database.ts';
import { type Ended, forgetEnded, type TickState, writeEnded } from '../db/queries/ended.ts';

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * MINUTE_MS;

/** What ends its process is tried again after so long (ms): at once, then after 4, 16, 60 minutes. Pure. */
export function pauseAfter(times: number): number {
  return times < 2 ? 0 : Math.min(4 ** (times - 1) * MINUTE_MS, LONGEST_PAUSE_MS);
}

/**
 * Keeps what uses up an invocation (memory, CPU time) from ending every tick. While all ticks come to their end nothing
 * is written; after one that did not, each thing is written down before it is begun, comes after the others if it was
 * ended by itself before, and ever more seldom. It is never given up: the office is told by the doctor.
 */
export class Caution {
  readonly #db: Db;
  readonly #now: number;
  readonly #ended: Map<string, Ended>;
  /** Nothing is to be written down. */
  readonly isCalm: boolean;

  /** @param now instant in ms. */
  constructor(db: Db, state: TickState, now: number) {
    this.#db = db;
    this.#now = now;
    this.#ended = new Map(state.ended);
    this.isCalm = state.isFinished && state.ended.size === 0;
  }

  /** What was at work when processes were ended. */
  get suspects(): readonly string[] {
    return [...this.#ended.keys()];
  }

  /** What has ended no process first, in its order. */
  inOrder<T>(all: readonly T[], nameOf: (one: T) => string): readonly T[] {
    const times = (one: T) => this.#ended.get(nameOf(one))?.times ?? 0;
    return this.isCalm ? all : all.toSorted((a, b) => times(a) - times(b));
  }

  /** Until when it is left alone (instant in ms); undefined when it may be tried. */
  waitsUntil(what: string): number | undefined {
    const ended = this.#ended.get(what);
    const until = ended === undefined ? 0 : ended.at + pauseAfter(ended.times);
    return until > this.#now ? until : undefined;
  }

  /** Does it, written down before and crossed out after, whether it failed or not. */
  async during<T>(what: string, work: () => Promise<T>): Promise<T> {
    if (this.isCalm) return work();
    const times = (this.#ended.get(what)?.times ?? 0) + 1;
    await this.#db.apply([writeEnded(this.#db, what, { times, at: this.#now })]);
    try {
      return await work();
    } finally {
      await this.forget([what]);
    }
  }

  /** What is no longer to be done. */
  async forget(what: readonly string[]): Promise<void> {
    if (what.length === 0) return;
    for (const each of what) this.#ended.delete(each);
    await this.#db.apply([forgetEnded(this.#db, what)]);
  }
}
