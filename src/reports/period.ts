import { instantOf } from '../clock.ts';
import { UserError } from '../errors.ts';
import { quoted } from '../people/texts.ts';
import { type Calendar, plusDays } from '../reminders/calendar.ts';

/** 报送期: one quarter, `2026Q4`. */
export type PeriodId = string & { readonly _: 'PeriodId' };

/** The hour of the due day (Asia/Shanghai) until which a report is on time. Ours, not the notice's. */
export const DUE_TIME = '18:00';
/** Due on this working day after the quarter's end. Ours, not the notice's. */
const DUE_WORKDAY = 5;
/** 减轻基层负担: nobody is given less time than this. */
export const SHORTEST_NOTICE_WORKDAYS = 5;

export const PERIOD_PHASES = ['open', 'late', 'locked'] as const;
/** 开放 · 补报 · 锁定 */
export type PeriodPhase = (typeof PERIOD_PHASES)[number];

/** Reads a period as people write it: `2026Q4`, `2026q4`, `2026年四季度`, `2026年第4季度`. @throws UserError */
export function parsePeriod(text: string): PeriodId {
  const compact = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const found = /^(\d{4})(?:年)?(?:Q|第)?([1-4一二三四])(?:季度?)?$/.exec(compact);
  const [, year, quarter] = found ?? [];
  if (year === undefined || quarter === undefined)
    throw new UserError(`看不懂报送期“${quoted(text)}”，请写成 2026Q4 这样。`);
  const no = '一二三四'.indexOf(quarter) + 1 || Number(quarter);
  return `${year}Q${no}` as PeriodId;
}

/** `2026年第四季度` */
export function periodName(period: PeriodId): string {
  return `${period.slice(0, 4)}年第${'一二三四'[Number(period[5]) - 1]}季度`;
}

/** The quarter that a day lies in. */
export function quarterOf(day: string): PeriodId {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` as PeriodId;
}

export function previousPeriod(period: PeriodId): PeriodId {
  return quarterOf(plusDays(`${period.slice(0, 4)}-${firstMonth(period)}-01`, -1));
}

export function nextPeriod(period: PeriodId): PeriodId {
  return quarterOf(dayAfter(period));
}

/** The day after a period's quarter: what is due for it is due from then on. */
export function dayAfter(period: PeriodId): string {
  return plusDays(lastDay(period), 1);
}

/** The quarter's last day. */
function lastDay(period: PeriodId): string {
  const year = Number(period.slice(0, 4));
  const month = Number(period[5]) * 3;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The day a period is due by default, 18:00, Asia/Shanghai. */
export function defaultDueDay(period: PeriodId, calendar: Calendar): string {
  return calendar.plusWorkdays(lastDay(period), DUE_WORKDAY);
}

/** Default days of a period: when it opens, by the rule of opening, and when it is due. */
export function defaultDays(
  period: PeriodId,
  calendar: Calendar,
  opening: { offset: number },
): { opens: string; due: string } {
  const due = defaultDueDay(period, calendar);
  return { opens: calendar.plusWorkdays(due, opening.offset), due };
}

/** Late days of a first submission (instants in ms): 0 on time, else 1 + later working days whose 18:00 has passed. */
export function lateDays(submittedAt: number, due: { day: string; calendar: Calendar }): number {
  if (submittedAt <= instantOf(due.day, DUE_TIME)) return 0;
  let late = 1;
  for (let day = due.calendar.plusWorkdays(due.day, 1); instantOf(day, DUE_TIME) < submittedAt; late++)
    day = due.calendar.plusWorkdays(day, 1);
  return late;
}

/** What an open or locked period is at an instant (ms): open until the due hour, then late until it is locked. */
export function phaseOf(
  period: { status: 'planned' | 'cancelled' | 'open' | 'locked'; due_on: string },
  now: number,
): PeriodPhase {
  if (period.status === 'locked') return 'locked';
  return now > instantOf(period.due_on, DUE_TIME) ? 'late' : 'open';
}

/** 减轻基层负担: the rules that a due day can break. */
const DUE_RULES = ['day-off', 'too-soon'] as const;
export type DueRule = (typeof DUE_RULES)[number];

/** Which burden rule a due day breaks, seen from the day it is announced; undefined when it may stand. */
export function brokenDueRule(due: string, today: string, calendar: Calendar): DueRule | undefined {
  if (calendar.workdaysBetween(today, due) < SHORTEST_NOTICE_WORKDAYS) return 'too-soon';
  return calendar.isWorkday(due) ? undefined : 'day-off';
}

/** The first due day that no burden rule forbids. */
export function earliestDue(today: string, calendar: Calendar): string {
  return calendar.plusWorkdays(today, SHORTEST_NOTICE_WORKDAYS);
}

function firstMonth(period: PeriodId): string {
  return String(Number(period[5]) * 3 - 2).padStart(2, '0');
}
