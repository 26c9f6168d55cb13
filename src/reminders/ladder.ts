import { instantOf } from '../clock.ts';
import { type Rule, ruleName } from '../schedule/rule.ts';
import type { Calendar } from './calendar.ts';

/** What the rungs of a period are counted from. */
export interface Ladder {
  /** The steps of 催报 as they are now: working days from the due day, and whom each reaches. */
  rungs: readonly Rule[];
  dueOn: string;
  /** Instant in ms at which the period got its due day. */
  since: number;
  calendar: Calendar;
}

interface RungTime {
  rung: Rule;
  day: string;
  /** Instant in ms. */
  dueAt: number;
}

/** A rung whose time has come. */
export interface DueRung {
  rung: Rule;
  /** Instant in ms. */
  dueAt: number;
  /** Set: it is not sent, for this reason. */
  skip?: string;
}

/**
 * The days and times of the rungs, earliest first, that lie after the due day was set and after the rung itself was:
 * earlier ones were never meant to go. Pure.
 */
export function rungTimes({ rungs, dueOn, since, calendar }: Ladder): readonly RungTime[] {
  return rungs
    .filter((rung) => rung.isOn)
    .map((rung) => {
      const day = calendar.plusWorkdays(dueOn, rung.offset);
      return { rung, day, dueAt: instantOf(day, rung.time) };
    })
    .filter(({ rung, dueAt }) => dueAt >= Math.max(since, rung.timedAt))
    .sort((a, b) => a.dueAt - b.dueAt);
}

/**
 * The rungs whose time has come, earliest first: only the last is sent, and not that one either once it is far too
 * late. Pure.
 */
export function rungsDue(of: Ladder, now: number): readonly DueRung[] {
  const passed = rungTimes(of).filter(({ dueAt }) => dueAt <= now);
  const last = passed.at(-1);
  return passed.map(({ rung, day, dueAt }) => {
    if (rung !== last?.rung) return { rung, dueAt, skip: '错过了应发时间，与后一次催报合并' };
    const endsAt = instantOf(of.calendar.plusWorkdays(day, rung.latest), rung.time);
    return now < endsAt
      ? { rung, dueAt }
      : { rung, dueAt, skip: `${ruleName(rung)}错过应发时间已有${rung.latest}个工作日，不再发送` };
  });
}

/** The occurrence of a rung: its due day is in it, so that after an extension the new day has its own ladder. */
export function rungKey(period: { id: string; dueOn: string }, { spec }: Rule): string {
  return `remind:${period.id}:${period.dueOn}:${spec.id}`;
}
