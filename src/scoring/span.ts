import { UserError } from '../errors.ts';
import { quoted } from '../people/texts.ts';
import { plusDays } from '../reminders/calendar.ts';
import { nextPeriod, type PeriodId, parsePeriod, periodName } from '../reports/period.ts';

/** What is scored as one: a quarter `2026Q4`, a half-year `2026H1`, a year `2026`. */
export type SpanId = string;

/** Reads a span as people write it: `2026Q4`, `2026年四季度`, `2026H1`, `2026上半年`, `2026年`, `2026年度`. @throws UserError */
export function parseSpan(text: string): SpanId {
  const compact = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const half = /^(\d{4})年?(?:H([12])|([上下])半年)$/.exec(compact);
  if (half) return `${half[1]}H${half[2] ?? (half[3] === '上' ? 1 : 2)}`;
  const year = /^(\d{4})(?:年度?|全年)?$/.exec(compact)?.[1];
  if (year !== undefined) return year;
  try {
    return parsePeriod(text);
  } catch (error) {
    throw new UserError(
      `看不懂“${quoted(text)}”是哪一期，请写成 2026Q4（季度）、2026上半年或 2026年 这样。`,
      { cause: error },
    );
  }
}

/** Whether a span is one quarter: the only one that reports and entries belong to. */
export function isQuarter(span: SpanId): span is PeriodId {
  return /^\d{4}Q[1-4]$/.test(span);
}

/** The quarters of a span, in order. */
export function quartersOf(span: SpanId): PeriodId[] {
  if (isQuarter(span)) return [span];
  const year = span.slice(0, 4);
  const quarters = span.endsWith('H1') ? [1, 2] : span.endsWith('H2') ? [3, 4] : [1, 2, 3, 4];
  return quarters.map((no) => `${year}Q${no}` as PeriodId);
}

/** A quarter's days that have begun by `today` (all days in Asia/Shanghai), both included. */
export function pastDaysOf(quarter: PeriodId, today: string): { from: string; to: string } {
  const last = plusDays(firstDay(nextPeriod(quarter)), -1);
  return { from: firstDay(quarter), to: last < today ? last : today };
}

function firstDay(quarter: PeriodId): string {
  return `${quarter.slice(0, 4)}-${String(Number(quarter[5]) * 3 - 2).padStart(2, '0')}-01`;
}

/** `2026年第四季度`, `2026年上半年`, `2026年度` */
export function spanName(span: SpanId): string {
  if (isQuarter(span)) return periodName(span);
  const year = span.slice(0, 4);
  if (span.endsWith('H1')) return `${year}年上半年`;
  return span.endsWith('H2') ? `${year}年下半年` : `${year}年度`;
}
