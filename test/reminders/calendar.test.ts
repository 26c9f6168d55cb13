import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import table from '../../db/calendar/china.json' with { type: 'json' };
import { plusDays } from '../../src/reminders/calendar.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { guessNote } from '../../src/reminders/guess.ts';

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

  const LAST = days('2007-01-01', '2027-12-31').length - 1;
  const anyDay = fc.integer({ min: 0, max: LAST }).map((offset) => plusDays('2007-01-01', offset));
  const someDays = fc.integer({ min: 1, max: 60 });

  it('every make-up day is a Saturday or Sunday that people work on, every other exception a day off', () => {
    for (const day of table.work) {
      expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect([day, calendar.isWorkday(day)]).toEqual([day, true]);
    }
    expect(table.off.filter((day) => calendar.isWorkday(day))).toEqual([]);
    const years = new Set([...table.off, ...table.work].map((day) => day.slice(0, 4)));
    for (let year = 2007; year <= 2026; year++) expect(years).toContain(String(year));
  });

  it('days beyond what is published are 推算: the plain week, and said to be so', () => {
    for (const day of days('2027-01-01', '2027-12-31')) {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      expect(calendar.isWorkday(day)).toBe(weekday >= 1 && weekday <= 5);
      expect(guessNote(calendar, day)).toContain('推算');
    }
    for (const day of days('2007-01-01', '2026-12-31')) expect(guessNote(calendar, day)).toBe('');
  });

  it('forward and backward are each other’s inverse, and count what was asked', () => {
    fc.assert(
      fc.property(anyDay, someDays, (day, count) => {
        const later = calendar.plusWorkdays(day, count);
        expect(calendar.isWorkday(later)).toBe(true);
        expect(calendar.workdaysBetween(day, later)).toBe(count);
        if (calendar.isWorkday(day)) expect(calendar.plusWorkdays(later, -count)).toBe(day);
        const earlier = calendar.plusWorkdays(day, -count);
        expect(calendar.isWorkday(earlier)).toBe(true);
        if (calendar.isWorkday(day)) {
          expect(calendar.workdaysBetween(day, earlier)).toBe(-count);
          expect(calendar.plusWorkdays(earlier, count)).toBe(day);
        }
      }),
    );
  });

  it('a later day never leads to an earlier one, more days never to an earlier one', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -60, max: 60 }), (one, other, count) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        const [from, to] = [calendar.plusWorkdays(first, count), calendar.plusWorkdays(second, count)];
        expect(from <= to).toBe(true);
        // 0 alone moves a day off forward: it is the same step as 1 there.
        if (count > 0) expect(calendar.plusWorkdays(first, count + 1) > from).toBe(true);
        if (count < 0) expect(calendar.plusWorkdays(first, count - 1) < from).toBe(true);
      }),
    );
  });

  it('between counts the days that people work on, and its parts add up', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), fc.nat(400), (day, a, b) => {
        const [middle, end] = [plusDays(day, a), plusDays(day, a + b)];
        const counted = days(plusDays(day, 1), middle).filter((one) => calendar.isWorkday(one)).length;
        expect(calendar.workdaysBetween(day, middle)).toBe(counted);
        expect(calendar.workdaysBetween(middle, day) + counted).toBe(0);
        expect(counted + calendar.workdaysBetween(middle, end)).toBe(calendar.workdaysBetween(day, end));
      }),
    );
  });

  it('no step at all stays on a workday and otherwise finds the next one', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const there = calendar.plusWorkdays(day, 0);
        expect(there).toBe(calendar.isWorkday(day) ? day : calendar.plusWorkdays(day, 1));
        expect(calendar.plusWorkdays(there, 0)).toBe(there);
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
