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

/** What moves of one period: `截止 1月7日 → **1月8日**`. */
export interface MovedPeriod {
  /** `2026年第四季度` */
  name: string;
  moves: string[];
}

/**
 * What moves when one calendar takes another's place, for the running quarter and those after it. Days that the office
 * set itself stay and are not among them.
 *
 * @param calendars `year`: whose arrangement is new; its days are written without it.
 */
export function movedDays(
  calendars: { before: Calendar; after: Calendar; year: number },
  today: string,
  rules: Rules,
): MovedPeriod[] {
  const { before, after, year } = calendars;
  const named = namedDays(rules);
  const shown = (day: string) => dayName(day, `${year}-01-01`);
  const all: MovedPeriod[] = [];
  let period = quarterOf(today);
  for (let count = 0; count < PERIODS_SHOWN; count++, period = nextPeriod(period)) {
    const of = period;
    const moves = named.flatMap(([name, day]) => {
      const [from, to] = [day(of, before), day(of, after)];
      return from === to ? [] : [`${name} ${shown(from)} → **${shown(to)}**`];
    });
    if (moves.length > 0) all.push({ name: periodName(period), moves });
  }
  return all;
}
