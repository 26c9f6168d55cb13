import type { Db } from '../../db/database.ts';
import { knownWindow, replaceWindow } from '../../db/queries/sending-window.ts';
import { Made, NOTHING_RESERVED, type Reserved, reserved, room, seenAt, without } from './windows.ts';

/** As many processes may reserve at the same moment; each that comes too late looks again. */
const TRIES = 50;

interface Asked {
  lanes: readonly string[];
  resolve: (instants: number[]) => void;
  reject: (error: unknown) => void;
}

/**
 * Gives each call its instant, so that no window of the platform holds more than its limit. What was reserved stands
 * in the database, so that the processes that share it share the limits too. Reserving does not wait.
 */
export class SendingLimits {
  readonly #db: Db;
  readonly #now: () => number;
  readonly #made = new Made();
  #asked: Asked[] = [];
  #unused: { lane: string; at: number }[] = [];
  #reserving: Promise<void> | undefined;

  /** @param now ms since the epoch by a clock that does not jump while the process lives. */
  constructor(db: Db, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** ms of the limits' clock, whole: with fractions `(a + w) - w` may fall short of `a`, and a search never end. */
  now(): number {
    return Math.ceil(this.#now());
  }

  /**
   * Reserves a place for one call in each of the lanes. What is asked while another reservation is written goes
   * together with the next. @returns their instants, by `now()`.
   */
  reserve(lanes: readonly string[]): Promise<number[]> {
    const given = new Promise<number[]>((resolve, reject) => this.#asked.push({ lanes, resolve, reject }));
    this.#reserving ??= this.#reserveAsked().finally(() => {
      this.#reserving = undefined;
    });
    return given;
  }

  /** A reserved instant at which no call will be made. */
  release(lane: string, unused: number): void {
    this.#unused.push({ lane, at: unused });
  }

  /** Another instant for a call that came too late for its own, which counts for nothing then. */
  async reserveAnew(lane: string, unused: number): Promise<number> {
    this.release(lane, unused);
    const [at = this.now()] = await this.reserve([lane]);
    return at;
  }

  /** Counts a call in a lane as made now, and says when that is; or how many ms it has to wait before it asks again. */
  make(lane: string): { at: number; inMs: number } {
    const at = this.now();
    return { at, inMs: this.#made.take(lane, at) };
  }

  /** A call that was made at `at` (by `now()`) has its answer. */
  answered(lane: string, at: number): void {
    this.#made.answered(lane, at, this.now());
  }

  async #reserveAsked(): Promise<void> {
    while (this.#asked.length > 0) {
      const asked = this.#asked.splice(0);
      const unused = this.#unused.splice(0);
      try {
        let instants: number[] = [];
        await this.#change((before, now) => {
          const found = reserved(
            unused.reduce((left, { lane, at }) => without(left, lane, at), before),
            asked.flatMap((each) => each.lanes),
            now,
          );
          instants = found.instants;
          return found.after;
        });
        for (const { lanes, resolve } of asked) resolve(instants.splice(0, lanes.length));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
  }

  /**
   * How many calls can be made within the next `ms`, and how many ms from now the next one may be, as far as this
   * process knows: it learns of what others have reserved when it reserves.
   */
  async room(ms: number): Promise<{ calls: number; inMs: number }> {
    const now = this.now();
    const { reserved: before } = await knownWindow(this.#db);
    const found = room(seenAt(before ?? NOTHING_RESERVED, now), now, now + ms);
    return { calls: found.calls, inMs: found.at - now };
  }

  /** The platform asked for silence: for all that share the database. */
  async block(ms: number): Promise<void> {
    await this.#change((before, now) => ({
      ...before,
      blockedUntil: Math.max(before.blockedUntil, now + Math.ceil(ms)),
    }));
  }

  async #change(to: (before: Reserved, now: number) => Reserved): Promise<void> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const now = this.now();
      const { version, reserved: before } = await knownWindow(this.#db);
      const after = to(seenAt(before ?? NOTHING_RESERVED, now), now);
      // False: another process has reserved since.
      if (await replaceWindow(this.#db, version, after)) return;
    }
    throw new Error('no call could be reserved: other processes were always first');
  }
}
