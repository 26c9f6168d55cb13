import { z } from 'zod';

const Day = z.iso.date();

/** Exceptions from the plain week: days off on weekdays or weekends, and make-up workdays on weekends. */
export const CalendarTable = z.object({
  coverageFrom: Day,
  /** The last day that the published arrangements speak of; later days are a guess from the plain week. */
  coverageUntil: Day,
  off: z.array(Day),
  work: z.array(Day),
});
export type CalendarTable = z.infer<typeof CalendarTable>;

const DAY_MS = 24 * 60 * 60_000;

/** Working days of China. Days are `'2026-12-28'` in Asia/Shanghai. Pure. */
export class Calendar {
  readonly coverageUntil: string;
  readonly #coverageFrom: string;
  readonly #off: ReadonlySet<string>;
  readonly #work: ReadonlySet<string>;

  constructor(table: CalendarTable) {
    this.coverageUntil = table.coverageUntil;
    this.#coverageFrom = table.coverageFrom;
    this.#off = new Set(table.off);
    this.#work = new Set(table.work);
  }

  /** Whether people work on this day; beyond `coverageUntil` the plain week's answer. */
  isWorkday(day: string): boolean {
    if (this.#work.has(day)) return true;
    if (this.#off.has(day)) return false;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  }

  /** Whether the published arrangements speak of this day; if not, what is said of it is 推算. */
  isCovered(day: string): boolean {
    return day >= this.#coverageFrom && day <= this.coverageUntil;
  }

  /**
   * The working day that is `count` working days after (or, negative, before) a day; 0 gives the day itself, or the
   * next working day if it is none. From a day off, the first working day after it is 1 and the one before it −1.
   */
  plusWorkdays(day: string, count: number): string {
    const step = count < 0 ? -1 : 1;
    let at = day;
    let left = Math.abs(count);
    if (left === 0) {
      while (!this.isWorkday(at)) at = plusDays(at, 1);
      return at;
    }
    while (left > 0) {
      at = plusDays(at, step);
      if (this.isWorkday(at)) left--;
    }
    return at;
  }

  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workdaysBetween(from: string, to: string): number {
    if (to < from) return -this.workdaysBetween(to, from);
    let count = 0;
    for (let at = plusDays(from, 1); at <= to; at = plusDays(at, 1)) if (this.isWorkday(at)) count++;
    return count;
  }
}

/** A day some days later. */
export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}
