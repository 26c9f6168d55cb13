import { UserError } from '../errors.ts';
import { plusDays } from '../reminders/calendar.ts';

/** One or two days as people write them, in order, and what is left of the text. */
export interface DaysSaid {
  days: string[];
  rest: string;
}

const WORDS: Record<string, number> = { 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3 };
const DAY =
  /(大后天|后天|明天|明日|今天|今日)|(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})(?:\s*[日号])?|(\d{1,2})\s*[日号]/g;

/**
 * Reads days in Chinese habits: `12.28`, `12月28日`, `2026-12-28`, `12/28`, `30日`, 明天, full-width digits. A day
 * without a year is the next such day, `today` included; the second one is never before the first.
 *
 * @param today a day in Asia/Shanghai.
 * @throws UserError for a day that no calendar has, or for more than two.
 */
export function readDays(text: string, today: string): DaysSaid {
  const days: string[] = [];
  const rest = text.normalize('NFKC').replace(DAY, (whole, word, year, month, day, dayAlone) => {
    const from = days.at(-1) ?? today;
    days.push(word === undefined ? dayOf({ whole, year, month, day: day ?? dayAlone }, from) : inDays(word));
    return ' ';
  });
  if (days.length > 2) throw new UserError('日期写多了：请只写起止两天，例如 12.28 12.30。');
  return { days, rest: rest.replace(/\s+/g, ' ').trim() };

  function inDays(word: string): string {
    return plusDays(today, WORDS[word] ?? 0);
  }
}

interface Said {
  whole: string;
  year: string | undefined;
  month: string | undefined;
  day: string;
}

function dayOf({ whole, year, month, day }: Said, from: string): string {
  const thisYear = Number(from.slice(0, 4));
  const thisMonth = Number(from.slice(5, 7));
  const months: [number, number][] =
    month === undefined
      ? [[thisYear, thisMonth], thisMonth === 12 ? [thisYear + 1, 1] : [thisYear, thisMonth + 1]]
      : (year === undefined ? [thisYear, thisYear + 1] : [Number(year)]).map((one) => [one, Number(month)]);
  const found = months
    .map(([y, m]) => `${y}-${two(m)}-${two(Number(day))}`)
    .find((one) => isDay(one) && (year !== undefined || one >= from));
  if (found === undefined) throw new UserError(`没有“${whole.trim()}”这一天，请检查日期。`);
  return found;
}

function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(day);
}

const two = (value: number) => String(value).padStart(2, '0');

/** `12月28日`, with the year where it is not this year's. */
export function dayName(day: string, today: string): string {
  const [year = '', month, date] = day.split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return year === today.slice(0, 4) ? short : `${year}年${short}`;
}
