import type { Db } from '../../db/database.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { buildDeps } from '../../src/build-deps.ts';
import type { Clock } from '../../src/clock.ts';
import type { LarkSettings } from '../../src/config.ts';
import type { Deps } from '../../src/deps.ts';
import { tick } from '../../src/tick.ts';

/** How many times faster than real time the sending limits run. */
const PACE = 500;

interface Parts {
  db: Db;
  lark: LarkSettings;
  officeOpenIds: readonly string[];
  clock: Clock;
  random: () => number;
}

/**
 * One life of the bot: it can end at any call of the database or the platform. That call is then not made, or made
 * without anybody learning of it, and the life does nothing more.
 */
class Life {
  readonly deps: Deps;
  readonly #random: () => number;
  #callsLeft = Number.POSITIVE_INFINITY;
  #isOver = false;
  #end: () => void = () => undefined;
  readonly #over = new Promise<void>((resolve) => {
    this.#end = resolve;
  });

  constructor({ db, random, ...parts }: Parts) {
    this.#random = random;
    this.deps = buildDeps({
      ...parts,
      random,
      // Another object a life: what a process remembers of its database ends with it.
      db: { ...db, apply: (writes) => this.#unlessOver(() => db.apply(writes)) },
      fetch: (...request) => this.#unlessOver(() => fetch(...request)),
      monotonic: () => performance.timeOrigin + performance.now() * PACE,
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms / PACE)),
      background: (work) => void work().catch(() => undefined),
    });
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  endAfter(calls: number): void {
    this.#callsLeft = Math.min(this.#callsLeft, calls);
  }

  async tick(): Promise<void> {
    await Promise.race([tick(this.deps), this.#over]);
  }

  async #unlessOver<T>(call: () => Promise<T>): Promise<T> {
    if (!this.#isOver && this.#callsLeft-- > 0) return call();
    if (!this.#isOver) {
      this.#isOver = true;
      if (this.#random() < 0.5) await call().catch(() => undefined);
      this.#end();
    }
    return new Promise<T>(() => undefined);
  }
}

/** A process that is started anew whenever it has died. */
export class Mortal {
  readonly #parts: Parts;
  #life: Life;
  deaths = 0;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#life = new Life(parts);
  }

  static async open(path: string, parts: Omit<Parts, 'db'>): Promise<Mortal> {
    return new Mortal({ ...parts, db: await openSqlite(path) });
  }

  /** @param endAfter so many calls later it dies, in this tick or another one. @returns whether it has. */
  async tick(endAfter = Number.POSITIVE_INFINITY): Promise<boolean> {
    if (this.#life.isOver) this.#life = new Life(this.#parts);
    this.#life.endAfter(endAfter);
    await this.#life.tick();
    if (this.#life.isOver) this.deaths++;
    return this.#life.isOver;
  }

  async close(): Promise<void> {
    this.#life.endAfter(0);
    await this.#parts.db.close();
  }
}
