import type { D1Binding } from '../../db/d1-binding.ts';

/** D1 answers 1,000 statements an invocation. What is under way when these are spent may still finish. */
export const STATEMENTS = 700;
/** So many may have been made when something is begun that can take hundreds by itself, such as opening a period. */
export const TO_BEGIN = 450;

/** Counts what an isolate asks of its databases: Cloudflare ends an invocation that asks too often. */
export class Calls {
  #count = 0;
  readonly #watching = new Set<() => void>();

  /** Statements made so far. */
  get made(): number {
    return this.#count;
  }

  /** Tells, from now on, whether fewer than so many have been made, by whomever. */
  fewerThan(most: number): () => boolean {
    const until = this.#count + most;
    return () => this.#count < until;
  }

  /** A binding whose statements are counted. */
  counted(d1: D1Binding): D1Binding {
    return {
      prepare: (sql) => {
        this.#count++;
        for (const look of this.#watching) look();
        return d1.prepare(sql);
      },
      batch: (statements) => d1.batch(statements),
    };
  }

  /**
   * Calls `spent` once, when so many statements more have been made, whoever made them.
   *
   * @returns what ends the watch.
   */
  allow(most: number, spent: () => void): () => void {
    const until = this.#count + most;
    const look = () => {
      if (this.#count < until) return;
      this.#watching.delete(look);
      spent();
    };
    this.#watching.add(look);
    return () => this.#watching.delete(look);
  }
}
