import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from '../../src/reminders/calendar.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';

const calendar = publishedCalendar();
const days = (from: string, to: string) => {
  const all: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) all.push(day);
  return all;
};

describe('working days of China', () => {
  it('agree with the published arrangements on every day of 2007–2026', () => {
    const all = days('2007-01-01', '2026-12-31');
    expect(all).toHaveLength(7305);
    expect(all.filter((day) => calendar.isWorkday(day) !== chineseDays.isWorkday(day))).toEqual([]);
  });

  it.each([
    ['2026-02-14', true, '春节前的周六补班'],
    ['2026-02-16', false, '春节'],
    ['2026-10-10', true, '国庆后的周六补班'],
    ['2026-10-08', true, '平常的周四'],
    ['2026-11-28', false, '平常的周六'],
  ])('%s is a workday: %s (%s)', (day, isWorkday) => expect(calendar.isWorkday(day)).toBe(isWorkday));

  it('know where their data ends', () => {
    expect(calendar.coverageUntil).toBe('2026-12-31');
    expect(calendar.isCovered('2026-12-31')).toBe(true);
    expect(calendar.isCovered('2027-01-01')).toBe(false);
  });

  const anyDay = fc.integer({ min: 0, max: 7669 }).map((offset) => plusDays('2007-01-01', offset));
  const someDays = fc.integer({ min: 1, max: 60 });

  it('forward and backward are each other’s inverse, and count what was asked', () => {
    fc.assert(
      fc.property(anyDay, someDays, (day, count) => {
        const later = calendar.plusWorkdays(day, count);
        expect(calendar.isWorkday(later)).toBe(true);
        expect(calendar.workdaysBetween(day, later)).toBe(count);
        if (calendar.isWorkday(day)) expect(calendar.plusWorkdays(later, -count)).toBe(day);
      }),
    );
  });

  it('steps add up', () => {
    fc.assert(
      fc.property(anyDay, someDays, someDays, (day, a, b) => {
        expect(calendar.plusWorkdays(calendar.plusWorkdays(day, a), b)).toBe(
          calendar.plusWorkdays(day, a + b),
        );
      }),
    );
  });

  it('the fifth working day after the fourth quarter of 2025 is 8 January: 1–3 are off, Sunday the 4th makes up', () => {
    expect(calendar.plusWorkdays('2025-12-31', 5)).toBe('2026-01-08');
  });
});
