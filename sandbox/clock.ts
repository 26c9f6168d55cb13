/** The time of the emulated world: it runs with real time, at a distance that can be set. */
export interface SandboxClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** From now on it is `ms`. */
  set(ms: number): void;
  /** Called after each jump. Gives back what ends it. */
  onChange(callback: (now: number) => void): () => void;
  /** Distance from real time in ms. */
  offset(): number;
}

/** A clock at `offsetMs` from real time; `real` is for tests. */
export function createClock(offsetMs = 0, real: () => number = Date.now): SandboxClock {
  let offset = offsetMs;
  const callbacks = new Set<(now: number) => void>();
  const now = () => real() + offset;
  return {
    now,
    offset: () => offset,
    set(ms) {
      offset = ms - real();
      for (const callback of [...callbacks]) callback(now());
    },
    onChange(callback) {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
  };
}

// A timer of Node overflows above this.
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Runs `act` once the sandbox's clock has reached `at`, also when it jumps there. Gives back what cancels it. */
export function atInstant(clock: SandboxClock, at: number, act: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    clearTimeout(timer);
    unsubscribe();
  };
  const check = () => {
    clearTimeout(timer);
    const wait = at - clock.now();
    if (wait > 0) timer = setTimeout(check, Math.min(wait, LONGEST_WAIT_MS));
    else {
      stop();
      act();
    }
  };
  const unsubscribe = clock.onChange(check);
  timer = setTimeout(check, Math.min(Math.max(at - clock.now(), 0), LONGEST_WAIT_MS));
  return stop;
}
