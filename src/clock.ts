/** The only file that knows the zone. China keeps one offset all year since 1992. */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** Where time comes from: injected, so that tests and the sandbox set it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** The day (`2026-12-28`) in Asia/Shanghai at an instant in ms. */
export function dayAt(ms: number): string {
  return new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The wall clock (`09:07`) in Asia/Shanghai at an instant in ms. */
export function timeAt(ms: number): string {
  return new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant in ms of a day and a wall clock (`09:07`) in Asia/Shanghai. */
export function instantOf(day: string, time: string): number {
  return Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`);
}

/** An instant as UTC ISO text, as stored and printed. */
export function isoAt(ms: number): string {
  return new Date(ms).toISOString();
}
