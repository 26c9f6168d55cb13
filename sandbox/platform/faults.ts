import { FAULTS, type Fault } from '../contract.ts';

/** What is made to go wrong at the moment. */
export class Faults {
  #on = new Set<Fault>();
  readonly #waiting = new Set<() => void>();

  has(fault: Fault): boolean {
    return this.#on.has(fault);
  }

  all(): Fault[] {
    return FAULTS.filter((fault) => this.#on.has(fault));
  }

  /** From now on exactly these. */
  set(faults: readonly Fault[]): void {
    this.#on = new Set(faults);
    if (!this.has('hang')) for (const release of [...this.#waiting]) release();
  }

  /** Waits while calls hang; ends when the fault is lifted or the caller has given up. */
  async hang(signal: AbortSignal): Promise<void> {
    if (!this.has('hang') || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const release = () => {
        this.#waiting.delete(release);
        signal.removeEventListener('abort', release);
        resolve();
      };
      this.#waiting.add(release);
      signal.addEventListener('abort', release);
    });
  }
}
