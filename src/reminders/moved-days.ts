import { defaultDueDay, nextPeriod, type PeriodId, periodName, quarterOf } from '../reports/period.ts';
import { dayName } from '../reports/texts.ts';
import { type Rules, ruleOf, rungsOf } from '../schedule/rule.ts';
import type { Calendar } from './calendar.ts';

const PERIODS_SHOWN = 6;

/** Days of a period that have names of their own, by the calendar and the rules of sending. */
function namedDays(rules: Rules): [name: string, day: (period: PeriodId, calendar: Calendar) => string][] {
  const rungs = rungsOf(rules).filter((rung) => rung.isOn && rung.offset !== 0);
  const from = (offset: number) => (period: PeriodId, calendar: Calendar) =>
    calendar.plusWorkdays(defaultDueDay(period, calendar), offset);
  const named = [
    ...rungs.map(({ offset }) => ({ offset, name: rungName(offset) })),
    { offset: ruleOf(rules, 'open').offset, name: '开启' },
    { offset: 0, name: '截止' },
  ];
  return named.sort((a, b) => a.offset - b.offset).map(({ name, offset }) => [name, from(offset)]);
}

function rungName(offset: number): string {
  return offset < 0 ? `截止前${-offset}个工作日提醒` : `逾期${offset}个工作日提醒`;
}

/**
 * What moves when one calendar takes another's place, for the running quarter and those after it: a line a period that
 * moves. Days that the office set itself stay and are not among them.
 */
export function movedDays(
  calendars: { before: Calendar; after: Calendar },
  today: string,
  rules: Rules,
): string[] {
  const { before, after } = calendars;
  const named = namedDays(rules);
  const lines: string[] = [];
  let period = quarterOf(today);
  for (let count = 0; count < PERIODS_SHOWN; count++, period = nextPeriod(period)) {
    const of = period;
    const moved = named.flatMap(([name, day]) => {
      const [from, to] = [day(of, before), day(of, after)];
      return from === to ? [] : [`${name} ${dayName(from, today)} → **${dayName(to, today)}**`];
    });
    if (moved.length > 0) lines.push(`${periodName(period)}：${moved.join('；')}`);
  }
  return lines;
}
