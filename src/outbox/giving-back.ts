import type { Db } from '../../db/database.ts';
import { giveBack, type OutboxRow } from '../../db/queries/outbox.ts';

/** Gives back rows that were taken and not tried: what many lanes give back at the same moment goes in one statement. */
export class GivingBack {
  readonly #db: Db;
  readonly #wait: (ms: number) => Promise<void>;
  #rows: OutboxRow[] = [];
  #writing: Promise<void> | undefined;

  constructor({ db, wait }: { db: Db; wait: (ms: number) => Promise<void> }) {
    this.#db = db;
    this.#wait = wait;
  }

  async add(rows: readonly OutboxRow[]): Promise<void> {
    if (rows.length === 0) return;
    this.#rows.push(...rows);
    this.#writing ??= this.#wait(0).then(() => {
      this.#writing = undefined;
      return this.#write();
    });
    await this.#writing;
  }

  async #write(): Promise<void> {
    await this.#db.apply([giveBack(this.#db, this.#rows.splice(0))]);
  }
}
