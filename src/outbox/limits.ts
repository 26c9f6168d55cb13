/** The platform's limits (feishu-platform §4.5), with a margin for what the network squeezes together. */
const MARGIN_MS = 40;
const LANE = { count: 5, windowMs: 1000 + MARGIN_MS };
const APP = [
  { count: 50, windowMs: 1000 + MARGIN_MS },
  { count: 1000, windowMs: 60_000 + MARGIN_MS },
];

/**
 * Gives each call its instant, so that no window holds more than its limit. Instants come from a clock that never
 * jumps; reserving does not wait.
 */
export class SendingLimits {
  readonly #now: () => number;
  readonly #lanes = new Map<string, Window>();
  readonly #app = APP.map((limit) => new Window(limit));
  #blockedUntil = 0;

  /** @param now ms of a monotonic clock. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Reserves a place for one call in a lane. @returns how many ms to wait before it. */
  reserve(lane: string): number {
    // Whole ms: with fractions `(a + w) - w` may fall short of `a`, and the search below would never end.
    const now = Math.ceil(this.#now());
    const window = this.#lanes.get(lane) ?? new Window(LANE);
    this.#lanes.set(lane, window);
    const windows = [window, ...this.#app];
    let at = Math.max(now, this.#blockedUntil);
    for (let moved = true; moved; ) {
      const next = Math.max(...windows.map((each) => each.earliestFrom(at)));
      moved = next > at;
      at = next;
    }
    for (const each of windows) each.record(at, now);
    if (this.#lanes.size > 2000) this.#forgetIdleLanes(now);
    return Math.max(0, at - now);
  }

  /** The platform asked for silence. */
  block(ms: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, Math.ceil(this.#now() + ms));
  }

  #forgetIdleLanes(now: number): void {
    for (const [lane, window] of this.#lanes) if (window.isIdle(now)) this.#lanes.delete(lane);
  }
}

/** Reserved instants, sorted; calls are not reserved in the order of their instants, since lanes wait differently. */
class Window {
  readonly #limit: { count: number; windowMs: number };
  readonly #times: number[] = [];

  constructor(limit: { count: number; windowMs: number }) {
    this.#limit = limit;
  }

  /** The first instant from `start` on that leaves every span of the window's length within the limit. */
  earliestFrom(start: number): number {
    const { count, windowMs } = this.#limit;
    for (let at = start; ; ) {
      const first = this.#firstAfter(at - windowMs);
      const oldest = this.#times[first];
      const near = this.#firstAfter(at + windowMs - 1) - first;
      if (near < count || oldest === undefined) return at;
      at = oldest + windowMs;
    }
  }

  record(at: number, now: number): void {
    const gone = this.#firstAfter(now - this.#limit.windowMs - 1);
    if (gone > 0) this.#times.splice(0, gone);
    this.#times.splice(this.#firstAfter(at), 0, at);
  }

  /** How many reserved instants are not later than `at`: the place of the first later one. */
  #firstAfter(at: number): number {
    let from = 0;
    let to = this.#times.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#times[middle] ?? 0) > at) to = middle;
      else from = middle + 1;
    }
    return from;
  }

  isIdle(now: number): boolean {
    return (this.#times.at(-1) ?? 0) < now - this.#limit.windowMs;
  }
}
