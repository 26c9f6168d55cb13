import { dayAt, instantOf } from '../clock.ts';
import type { Calendar } from './calendar.ts';
import { FROM, whenToTell } from './quiet.ts';

const MINUTE_MS = 60_000;
/**
 * Minutes after 08:00 over which the morning is spread, so that what waited for it does not come all at once, and never
 * on :00 or :30: first what stood in the outbox, each lane in a minute of its own, then what came due at night. Ours.
 */
const WAITED = { first: 1, last: 9 };
const CAME_DUE = { first: 11, last: 24 };

/** The minute at which a lane goes on in the morning. @param from 08:00 of that day, instant in ms. Pure. */
export function laneMinute(lane: string, from: number): number {
  return from + minuteIn(WAITED, lane) * MINUTE_MS;
}

/** What stood in the outbox overnight, as seen at `now`: since when it may go on, and when all of it does. Instants in ms. */
export interface Waited {
  now: number;
  from: number;
  until: number;
}

/** The morning of the day of an instant (ms), in which what stood in the outbox goes on. Pure. */
export function waitedOn(now: number): Waited {
  const from = instantOf(dayAt(now), FROM);
  return { now, from, until: from + (WAITED.last + 1) * MINUTE_MS };
}

/**
 * When something that is due at an instant goes, as seen at `from`: at once in working hours; what came due before they
 * began has a minute of its own after 08:00. Instants in ms. Pure.
 */
export function goesAt(
  { key, dueAt }: { key: string; dueAt: number },
  from: number,
  calendar: Calendar,
): number {
  const at = whenToTell(Math.max(from, dueAt), calendar);
  const morning = instantOf(dayAt(at), FROM);
  if (dueAt >= morning) return at;
  return Math.max(at, morning + minuteIn(CAME_DUE, sharedOf(key)) * MINUTE_MS);
}

/** What is about one period, and else what is of one kind, has one minute, so that its order stays and it is merged as ever. */
function sharedOf(key: string): string {
  const parts = key.split(':');
  return parts.find((part) => /^\d{4}Q[1-4]$/.test(part)) ?? parts[0] ?? key;
}

function minuteIn({ first, last }: { first: number; last: number }, key: string): number {
  return first + (hashOf(key) % (last - first + 1));
}

/** FNV-1a: the same everywhere and each time. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
