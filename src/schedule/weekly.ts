import { dayAt, instantOf } from '../clock.ts';
import { type Calendar, plusDays } from '../reminders/calendar.ts';
import type { Rule } from './rule.ts';

/** When something weekly goes in the week of an instant. */
export interface Week {
  /** The week's Monday: names the occurrence. */
  monday: string;
  /** Instant in ms. */
  dueAt: number;
  isDue: boolean;
  /** Whether it has lost its sense. */
  isTooLate: boolean;
}

/**
 * When a weekly rule goes in the week of `now` (instant in ms): on its working day of the week, or on the week's last
 * one where the week is shorter. Pure.
 *
 * @param from the first day that counts, for what does not begin on a Monday.
 */
export function weekOf(rule: Rule, of: { now: number; calendar: Calendar; from?: string }): Week {
  const { now, calendar, from = '' } = of;
  const monday = mondayOf(dayAt(now));
  const day = dayInWeek(monday < from ? from : monday, rule.offset, calendar);
  const dueAt = instantOf(day, rule.time);
  return {
    monday,
    dueAt,
    isDue: rule.isOn && dueAt >= rule.timedAt && now >= dueAt,
    isTooLate: now >= instantOf(calendar.plusWorkdays(day, rule.latest), rule.time),
  };
}

/** When a weekly rule went, or would have gone, in the week before. Instant in ms. */
export function weekBefore(rule: Rule, of: { now: number; calendar: Calendar }): number {
  const monday = plusDays(mondayOf(dayAt(of.now)), -7);
  return instantOf(dayInWeek(monday, rule.offset, of.calendar), rule.time);
}

function dayInWeek(first: string, offset: number, calendar: Calendar): string {
  const sunday = plusDays(mondayOf(first), 6);
  let day = calendar.plusWorkdays(first, 0);
  for (let count = 0; count < offset; count++) {
    const next = calendar.plusWorkdays(day, 1);
    if (next > sunday) return day;
    day = next;
  }
  return day;
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((weekday + 6) % 7));
}
