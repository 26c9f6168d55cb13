/** Tasks beyond this wait: a burst of events must not take the process from those that are to be acknowledged. */
const AT_ONCE = 8;

/** Work that goes on after the answer, a few tasks at a time, in the order it came. */
export class WorkQueue {
  readonly #failed: (error: unknown) => void;
  readonly #waiting: (() => Promise<unknown>)[] = [];
  readonly #running = new Set<Promise<void>>();

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  add(task: () => Promise<unknown>): void {
    this.#waiting.push(task);
    this.#fill();
  }

  /** Counts work that has begun elsewhere as running, until it ends. @returns the same work. */
  during<T>(work: Promise<T>): Promise<T> {
    const running: Promise<void> = work
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => {
        this.#running.delete(running);
        this.#fill();
      });
    this.#running.add(running);
    return work;
  }

  /** Resolves when nothing runs or waits. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #fill(): void {
    while (this.#running.size < AT_ONCE) {
      const task = this.#waiting.shift();
      if (task === undefined) return;
      const running: Promise<void> = task()
        .then(() => undefined, this.#failed)
        .finally(() => {
          this.#running.delete(running);
          this.#fill();
        });
      this.#running.add(running);
    }
  }
}
