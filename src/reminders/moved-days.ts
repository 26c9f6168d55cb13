import { defaultDays, nextPeriod, type PeriodId, periodName, quarterOf } from '../reports/period.ts';
import { dayName } from '../reports/texts.ts';
import type { Calendar } from './calendar.ts';

const PERIODS_SHOWN = 6;

/** Days of a period that have names of their own, by the calendar. The rungs are those of the reminders. */
const NAMED: readonly [name: string, day: (period: PeriodId, calendar: Calendar) => string][] = [
  ['开启', (period, calendar) => defaultDays(period, calendar).opens],
  ['截止前3个工作日提醒', (period, calendar) => calendar.plusWorkdays(dueOf(period, calendar), -3)],
  ['截止', dueOf],
  ['逾期1个工作日提醒', (period, calendar) => calendar.plusWorkdays(dueOf(period, calendar), 1)],
  ['逾期3个工作日提醒', (period, calendar) => calendar.plusWorkdays(dueOf(period, calendar), 3)],
];

/**
 * What moves when one calendar takes another's place, for the running quarter and those after it: a line a period that
 * moves. Days that the office set itself stay and are not among them.
 */
export function movedDays(before: Calendar, after: Calendar, today: string): string[] {
  const lines: string[] = [];
  let period = quarterOf(today);
  for (let count = 0; count < PERIODS_SHOWN; count++, period = nextPeriod(period)) {
    const of = period;
    const moved = NAMED.flatMap(([name, day]) => {
      const [from, to] = [day(of, before), day(of, after)];
      return from === to ? [] : [`${name} ${dayName(from, today)} → **${dayName(to, today)}**`];
    });
    if (moved.length > 0) lines.push(`${periodName(period)}：${moved.join('；')}`);
  }
  return lines;
}

function dueOf(period: PeriodId, calendar: Calendar): string {
  return defaultDays(period, calendar).due;
}
