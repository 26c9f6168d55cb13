/** Waits that can all be ended before their time. */
export class Pauses {
  readonly #wait: (ms: number) => Promise<void>;
  readonly #ends = new Set<() => void>();

  /** @param wait resolves after so many ms. */
  constructor(wait: (ms: number) => Promise<void>) {
    this.#wait = wait;
  }

  /** Resolves after so many ms, or when `end` is called. */
  async pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#ends.add(resolve);
    await Promise.race([this.#wait(ms), promise]);
    this.#ends.delete(resolve);
  }

  end(): void {
    for (const end of this.#ends) end();
  }
}
