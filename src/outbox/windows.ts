/** The platform's limits (feishu-platform §4.5), with a margin for what the network squeezes together. */
const MARGIN_MS = 40;
const LANE = { count: 5, windowMs: 1000 + MARGIN_MS };
const LONGEST_MS = 60_000 + 5 * MARGIN_MS;
const APP = [
  // Spread out: of fifty at the same instant the last ones would arrive too near to the next fifty.
  { count: 2, windowMs: 41 },
  { count: 50, windowMs: 1000 + MARGIN_MS },
  { count: 1000, windowMs: LONGEST_MS },
];
/** A process that was busy calls later than it should, and the next calls must not be too near then. */
const MADE_MARGIN_MS = 25;
const MADE = {
  lane: { count: 5, windowMs: 1000 + MADE_MARGIN_MS },
  app: { count: 50, windowMs: 1000 + MADE_MARGIN_MS },
};

/** Calls that were given their instants, in ms of the clock of who wrote this, sorted; and that clock's time then. */
export interface Reserved {
  at: number;
  app: readonly number[];
  lanes: Readonly<Record<string, readonly number[]>>;
  /** The platform asked for silence until then. */
  blockedUntil: number;
}

export const NOTHING_RESERVED: Reserved = { at: 0, app: [], lanes: {}, blockedUntil: 0 };

/**
 * What somebody reserved, as seen at `now`: what is over is left out. A writer whose clock is ahead of ours wrote at
 * the latest this moment, so his instants move back by the difference; else a clock that was set back would keep
 * everybody waiting until it is there again. Pure.
 */
export function seenAt(reserved: Reserved, now: number): Reserved {
  const ahead = Math.max(0, reserved.at - now);
  const still = (times: readonly number[], since: number) =>
    times.map((time) => time - ahead).filter((time) => time > since);
  const lanes = Object.entries(reserved.lanes)
    .map(([lane, times]) => [lane, still(times, now - LANE.windowMs - 1)] as const)
    .filter(([, times]) => times.length > 0);
  return {
    at: now,
    app: still(reserved.app, now - LONGEST_MS - 1),
    lanes: Object.fromEntries(lanes),
    blockedUntil: reserved.blockedUntil - ahead,
  };
}

/**
 * Gives one call in each of the lanes (one may come several times) its instant, not before `now` and so that no window
 * holds more than its limit. Pure.
 *
 * @param now whole ms, the time of `reserved`.
 */
export function reserved(
  before: Reserved,
  lanes: readonly string[],
  now: number,
): { after: Reserved; instants: number[] } {
  const app = APP.map((limit) => new Window(limit, before.app));
  const windows = new Map<string, Window>();
  const instants = lanes.map((lane) => {
    const own = windows.get(lane) ?? new Window(LANE, before.lanes[lane] ?? []);
    windows.set(lane, own);
    const all = [own, ...app];
    let at = Math.max(now, before.blockedUntil);
    for (let moved = true; moved; ) {
      const next = Math.max(...all.map((each) => each.earliestFrom(at)));
      moved = next > at;
      at = next;
    }
    for (const each of all) each.record(at);
    return at;
  });
  const own = Object.fromEntries([...windows].map(([lane, window]) => [lane, window.times]));
  const longest = app.at(-1);
  return {
    after: { ...before, at: now, app: longest?.times ?? [], lanes: { ...before.lanes, ...own } },
    instants,
  };
}

/** Without an instant that was given to a call in a lane and not used. Pure. */
export function without(before: Reserved, lane: string, at: number): Reserved {
  const left = (times: readonly number[]) => {
    const place = times.indexOf(at);
    return place < 0 ? times : times.toSpliced(place, 1);
  };
  return {
    ...before,
    app: left(before.app),
    lanes: { ...before.lanes, [lane]: left(before.lanes[lane] ?? []) },
  };
}

/** How many calls may still be given an instant before `until`, and when the next one may be made. Pure. */
export function room(before: Reserved, now: number, until: number): { calls: number; at: number } {
  const at = Math.max(now, before.blockedUntil);
  const windows = APP.map((limit) => new Window(limit, before.app));
  const earliest = windows.reduce((time, window) => window.earliestFrom(time), at);
  if (earliest >= until) return { calls: 0, at: earliest };
  const free = APP.map(({ count, windowMs }) => {
    const spans = Math.ceil((until - earliest) / windowMs);
    return count * spans - before.app.filter((time) => time > earliest - windowMs).length;
  });
  return { calls: Math.max(1, Math.min(...free)), at: earliest };
}

/** The calls that this process has made: whether one more can be made now. */
export class Made {
  readonly #app = new Window(MADE.app, []);
  readonly #lanes = new Map<string, Window>();
  /** How long the fastest answer took, in ms. */
  #fastest = Number.POSITIVE_INFINITY;

  /** Counts a call in a lane at `now` and gives 0; or how many ms it has to wait before it asks again. */
  take(lane: string, now: number): number {
    const own = this.#lanes.get(lane) ?? new Window(MADE.lane, []);
    const at = Math.max(own.earliestFrom(now), this.#app.earliestFrom(now));
    if (at > now) return at - now;
    this.#lanes.set(lane, own);
    for (const each of [own, this.#app]) {
      each.record(now);
      each.forget(now - MADE.app.windowMs);
    }
    if (this.#lanes.size > MOST_LANES) this.#forgetIdle(now - MADE.lane.windowMs);
    return 0;
  }

  /**
   * A call that was made at `at` has its answer at `now`: what took longer than the fastest may have arrived later by as
   * much, and counts from then on.
   */
  answered(lane: string, at: number, now: number): void {
    this.#fastest = Math.min(this.#fastest + FORGOTTEN_MS, now - at);
    const arrived = now - Math.floor(this.#fastest);
    if (arrived <= at) return;
    this.#lanes.get(lane)?.move(at, arrived);
    this.#app.move(at, arrived);
  }

  #forgetIdle(before: number): void {
    for (const [lane, window] of this.#lanes)
      if ((window.times.at(-1) ?? 0) < before) this.#lanes.delete(lane);
  }
}

const MOST_LANES = 500;
/** How much of the fastest answer is forgotten with each call: networks change. */
const FORGOTTEN_MS = 0.1;

/** Reserved instants, sorted; calls are not reserved in the order of their instants, since lanes wait differently. */
class Window {
  readonly times: number[];
  readonly #limit: { count: number; windowMs: number };

  constructor(limit: { count: number; windowMs: number }, times: readonly number[]) {
    this.#limit = limit;
    this.times = [...times];
  }

  /** The first instant from `start` on that leaves every span of the window's length within the limit. */
  earliestFrom(start: number): number {
    const { count, windowMs } = this.#limit;
    for (let at = start; ; ) {
      const first = this.#firstAfter(at - windowMs);
      const oldest = this.times[first];
      const near = this.#firstAfter(at + windowMs - 1) - first;
      if (near < count || oldest === undefined) return at;
      at = oldest + windowMs;
    }
  }

  record(at: number): void {
    this.times.splice(this.#firstAfter(at), 0, at);
  }

  move(from: number, to: number): void {
    const place = this.#firstAfter(from) - 1;
    if (this.times[place] !== from) return;
    this.times.splice(place, 1);
    this.record(to);
  }

  forget(before: number): void {
    this.times.splice(0, this.#firstAfter(before));
  }

  /** How many reserved instants are not later than `at`: the place of the first later one. */
  #firstAfter(at: number): number {
    let from = 0;
    let to = this.times.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.times[middle] ?? 0) > at) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
