import type { Db, Mark } from '../db/database.ts';
import { nextInstant } from '../db/queries/next-instant.ts';
import { dayAt, instantOf } from './clock.ts';
import { DUE_TIME } from './reports/period.ts';
import type { Rules } from './schedule/rule.ts';

/**
 * Nothing comes due between two instants (ms) while the store is as marked: jobs go by the store, and by the clock only
 * at the minutes of `edges`.
 */
interface Spell {
  mark: Mark;
  from: number;
  until: number;
  /** When the last tick was written down. */
  notedAt: number;
}

/** A tick that finds nothing is written down so often: well before three minutes, after which one counts as missed. */
const NOTE_MS = 2 * 60_000;

/** Days begin, people may be told again, and what an edge left out is found all the same. */
const HOURS = ['00:00', '04:00', '08:00', '12:00', '16:00', '20:00'] as const;

const spells = new WeakMap<Db, Spell>();

/** Whether nothing can be due at an instant (ms), with what the store holds now. */
export function isInSpell(db: Db, mark: Mark | undefined, now: number): boolean {
  const spell = spells.get(db);
  return mark !== undefined && spell !== undefined && same(spell.mark, mark) && isWithin(spell, now);
}

/**
 * Whether a tick at `now` (ms) need not even look: this process has changed nothing, and a tick was written down a
 * moment ago. What another process changes is seen when the next one is; one that serves people ticks itself.
 */
export function isResting(db: Db, now: number): boolean {
  const spell = spells.get(db);
  if (spell === undefined || now - spell.notedAt >= NOTE_MS) return false;
  return db.ownChanges?.() === spell.mark.own && isWithin(spell, now);
}

/** The spell goes on with the store as it is now, after the tick at `now` was written down, which no job looks at. */
export function prolong(db: Db, mark: Mark | undefined, now: number): void {
  const spell = spells.get(db);
  if (spell !== undefined && mark !== undefined) spells.set(db, { ...spell, mark, notedAt: now });
}

/**
 * A tick at `now` has found nothing to do: none has before the next edge.
 *
 * @param of.mark the store as the tick has found it; where it has changed since, there is no spell.
 * @param of.comesAt when something that the tick has found goes (instant in ms); infinite when nothing does.
 */
export async function beginSpell(
  db: Db,
  of: { mark: Mark | undefined; now: number; rules: Rules; comesAt: number; keepTurns: number },
): Promise<void> {
  const { now, mark } = of;
  spells.delete(db);
  if (mark === undefined) return;
  const waited = (await nextInstant(db, of)) ?? Number.POSITIVE_INFINITY;
  const until = Math.min(nextEdge(of.rules, now), waited, of.comesAt);
  const found = await db.mark?.();
  if (until > now && found !== undefined && same(found, mark))
    spells.set(db, { mark, from: now, until, notedAt: now });
}

/** The next instant (ms) at which a rule of sending, the due hour or the day may make a difference. Pure. */
export function nextEdge(rules: Rules, now: number): number {
  const day = dayAt(now);
  const times = [...HOURS, ...[...rules.values()].flatMap((rule) => (rule.isOn ? [rule.time] : []))];
  const edges = times.map((time) => instantOf(day, time));
  // What comes in on the stroke of the due hour is in time: the state changes after it.
  const all = [...edges, instantOf(day, DUE_TIME) + 1, instantOf(day, '24:00')];
  return Math.min(...all.filter((at) => at > now));
}

function same(one: Mark, other: Mark): boolean {
  return one.own === other.own && one.others === other.others;
}

function isWithin({ from, until }: Spell, now: number): boolean {
  return now >= from && now < until;
}
