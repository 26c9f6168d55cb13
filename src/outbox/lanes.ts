/** What a delivery has under way: each lane's work in order, and somebody who waits for a change. */
export class Lanes {
  readonly #running = new Map<string, Promise<void>>();
  readonly #rows = new Set<number>();
  readonly #waiting = new Set<() => void>();

  /** How many rows are under way. */
  get size(): number {
    return this.#rows.size;
  }

  get isIdle(): boolean {
    return this.#running.size === 0;
  }

  holds(row: number): boolean {
    return this.#rows.has(row);
  }

  /** Does a lane's work after what it has under way. @param work never rejects. */
  run(lane: string, rows: readonly number[], work: () => Promise<void>): void {
    for (const row of rows) this.#rows.add(row);
    const before = this.#running.get(lane) ?? Promise.resolve();
    const running = before.then(work).finally(() => {
      for (const row of rows) this.#rows.delete(row);
      if (this.#running.get(lane) === running) this.#running.delete(lane);
      this.wake();
    });
    this.#running.set(lane, running);
  }

  /** Resolves when a lane is through, somebody called `wake`, or `or` resolved. */
  async change(or?: Promise<void>): Promise<void> {
    let awake: () => void = () => undefined;
    const changed = new Promise<void>((resolve) => {
      awake = resolve;
    });
    this.#waiting.add(awake);
    await (or === undefined ? changed : Promise.race([changed, or]));
    this.#waiting.delete(awake);
  }

  wake(): void {
    for (const awake of this.#waiting) awake();
  }

  async idle(): Promise<void> {
    await Promise.all(this.#running.values());
  }
}
