import { instantOf } from '../clock.ts';
import type { Calendar } from './calendar.ts';

/** All rungs go at this minute of a working day (Asia/Shanghai), away from the full and the half hour. */
const MORNING = '09:07';
/** A rung that could not go for so many working days has lost its sense. */
const TOO_LATE_WORKDAYS = 5;

/** One step of 催报: working days from the due day, and whom it reaches besides liaisons and deputies. */
export interface Rung {
  name: 'T-3' | 'T-0' | 'T+1' | 'T+3';
  offset: number;
  toHeads: boolean;
  toLeaders: boolean;
}

/** The ladder, earliest first. Ours, not the notice's. Later rungs reach those of the earlier ones again. */
export const RUNGS: readonly Rung[] = [
  { name: 'T-3', offset: -3, toHeads: false, toLeaders: false },
  { name: 'T-0', offset: 0, toHeads: false, toLeaders: false },
  { name: 'T+1', offset: 1, toHeads: true, toLeaders: false },
  { name: 'T+3', offset: 3, toHeads: true, toLeaders: true },
];

interface RungTime {
  rung: Rung;
  day: string;
  /** Instant in ms. */
  dueAt: number;
}

/** A rung whose time has come. */
export interface DueRung {
  rung: Rung;
  /** Instant in ms. */
  dueAt: number;
  /** Set: it is not sent, for this reason. */
  skip?: string;
}

/**
 * The days and times of the rungs that lie after the due day was set: earlier ones were never meant to go. Pure.
 *
 * @param of.since instant in ms at which the period got its due day.
 */
export function rungTimes(of: { dueOn: string; since: number; calendar: Calendar }): readonly RungTime[] {
  return RUNGS.map((rung) => {
    const day = of.calendar.plusWorkdays(of.dueOn, rung.offset);
    return { rung, day, dueAt: instantOf(day, MORNING) };
  }).filter(({ dueAt }) => dueAt >= of.since);
}

/**
 * The rungs whose time has come, earliest first: only the last is sent, and not that one either once it is far too
 * late. Pure.
 */
export function rungsDue(
  of: { dueOn: string; since: number; calendar: Calendar },
  now: number,
): readonly DueRung[] {
  const { calendar } = of;
  const passed = rungTimes(of).filter(({ dueAt }) => dueAt <= now);
  const last = passed.at(-1);
  return passed.map(({ rung, day, dueAt }) => {
    if (rung !== last?.rung) return { rung, dueAt, skip: '错过了应发时间，与后一次催报合并' };
    const endsAt = instantOf(calendar.plusWorkdays(day, TOO_LATE_WORKDAYS), MORNING);
    return now < endsAt
      ? { rung, dueAt }
      : { rung, dueAt, skip: `错过应发时间已有${TOO_LATE_WORKDAYS}个工作日，不再发送` };
  });
}
