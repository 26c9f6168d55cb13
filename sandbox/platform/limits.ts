import { PlatformError, refusal } from './errors.ts';

/** So many calls in so long, counted over a sliding window. */
class Window {
  readonly #limit: number;
  readonly #lengthMs: number;
  #taken: number[] = [];

  constructor(limit: number, lengthMs: number) {
    this.#limit = limit;
    this.#lengthMs = lengthMs;
  }

  get limit(): number {
    return this.#limit;
  }

  /** Milliseconds until there is room again; 0 when there is. */
  wait(now: number): number {
    this.#taken = this.#taken.filter((at) => at > now - this.#lengthMs);
    const oldest = this.#taken[0];
    return oldest !== undefined && this.#taken.length >= this.#limit ? oldest + this.#lengthMs - now : 0;
  }

  take(now: number): void {
    this.#taken.push(now);
  }
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MOST_KEYS = 5000;

/**
 * The platform's rate limits: 50 a second and 1,000 a minute for one API; 5 a second to one chat, and for the updates
 * of one message. Counted in real time, since they guard machines, not the story's calendar.
 */
export class Limits {
  /** Off while the world is being made: its history has taken months, not seconds. */
  isOn = true;
  readonly #now: () => number;
  readonly #windows = new Map<string, Window>();

  /** `now`: milliseconds that only grow. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * Counts a call of an API.
   *
   * @throws PlatformError 99991400 with HTTP 429 and the reset header.
   */
  countCall(api: string): void {
    if (!this.isOn) return;
    const now = this.#now();
    const windows = [this.#window(`second ${api}`, 50, SECOND), this.#window(`minute ${api}`, 1000, MINUTE)];
    for (const window of windows) {
      const wait = window.wait(now);
      if (wait > 0) throw tooManyCalls(window.limit, wait);
    }
    for (const window of windows) window.take(now);
  }

  /**
   * Counts a message to a chat, or an update of a message; `most` a second.
   *
   * @throws PlatformError 230020 with HTTP 400, and no reset header.
   */
  countReceiver(id: string, most = 5): void {
    if (!this.isOn) return;
    const now = this.#now();
    const window = this.#window(`receiver ${id}`, most, SECOND);
    if (window.wait(now) > 0) throw refusal(230020);
    window.take(now);
  }

  #window(key: string, limit: number, lengthMs: number): Window {
    const known = this.#windows.get(key);
    if (known) return known;
    if (this.#windows.size > MOST_KEYS) this.#windows.clear();
    const window = new Window(limit, lengthMs);
    this.#windows.set(key, window);
    return window;
  }
}

/** The answer to a call above the app's limit. */
export function tooManyCalls(limit: number, waitMs: number): PlatformError {
  return new PlatformError({
    code: 99991400,
    status: 429,
    says: 'request trigger frequency limit',
    headers: {
      'x-ogw-ratelimit-limit': String(limit),
      'x-ogw-ratelimit-reset': String(Math.max(1, Math.ceil(waitMs / SECOND))),
    },
  });
}
