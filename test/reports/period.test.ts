import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import {
  defaultDays,
  lateDays,
  nextPeriod,
  parsePeriod,
  periodName,
  previousPeriod,
} from '../../src/reports/period.ts';

const calendar = publishedCalendar();

describe('a reporting period', () => {
  it.each(['2026Q4', '2026q4', '２０２６Ｑ４', '2026年四季度', '2026年第4季度', '2026 Q4'])(
    'is read from %s',
    (text) => expect(parsePeriod(text)).toBe('2026Q4'),
  );
  it.each(['2026Q5', '四季度', '26Q4', ''])('is not read from “%s”', (text) =>
    expect(() => parsePeriod(text)).toThrow('2026Q4'),
  );
  it('has a name and neighbours across the year', () => {
    const period = parsePeriod('2026Q1');
    expect(periodName(period)).toBe('2026年第一季度');
    expect(previousPeriod(period)).toBe('2025Q4');
    expect(nextPeriod(parsePeriod('2026Q4'))).toBe('2027Q1');
  });

  it.each([
    ['2025Q4', '2025-12-24', '2026-01-08'],
    ['2026Q1', '2026-03-24', '2026-04-08'],
    ['2026Q2', '2026-06-23', '2026-07-07'],
    ['2026Q3', '2026-09-22', '2026-10-13'],
  ])('%s opens ten working days before it is due on the fifth after its end', (period, opens, due) =>
    expect(defaultDays(parsePeriod(period), calendar, { offset: -10 })).toEqual({ opens, due }),
  );
});

describe('late days', () => {
  const due = { day: '2026-04-08', calendar };
  it.each([
    ['2026-04-08', '18:00', 0],
    ['2026-04-08', '18:01', 1],
    ['2026-04-09', '18:00', 1],
    ['2026-04-09', '18:01', 2],
    ['2026-04-12', '23:00', 3],
    ['2026-04-13', '18:01', 4],
  ])('%s %s: %i', (day, time, late) => expect(lateDays(instantOf(day, time), due)).toBe(late));
});
