import { describe, expect, it } from 'vitest';
import { dayAt, instantOf, timeAt } from '../../src/clock.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { type Rule, ruleOf } from '../../src/schedule/rule.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';
import { weekBefore, weekOf } from '../../src/schedule/weekly.ts';

const calendar = publishedCalendar();
const DIGEST = ruleOf(rulesFrom([]), 'digest');
const at = (day: string, time: string, to: Partial<Rule> = {}) =>
  weekOf({ ...DIGEST, ...to }, { now: instantOf(day, time), calendar });
const moment = (ms: number) => `${dayAt(ms)} ${timeAt(ms)}`;

describe('a weekly rule', () => {
  it.each<[day: string, to: Partial<Rule>, dueAt: string]>([
    ['2026-11-25', {}, '2026-11-23 09:07'],
    ['2026-11-25', { offset: 2, time: '14:13' }, '2026-11-25 14:13'],
    // 国庆节 leaves Thursday and Friday, and the Saturday to make up for it.
    ['2026-10-06', {}, '2026-10-08 09:07'],
    ['2026-10-06', { offset: 1 }, '2026-10-09 09:07'],
    ['2026-10-06', { offset: 4 }, '2026-10-10 09:07'],
  ])('in the week of %s with %j goes at %s', (day, to, dueAt) => {
    expect(moment(at(day, '12:00', to).dueAt)).toBe(dueAt);
  });

  it('is due from its minute on, and too late after its working days', () => {
    expect(at('2026-11-23', '09:06').isDue).toBe(false);
    expect(at('2026-11-23', '09:07')).toMatchObject({ isDue: true, isTooLate: false });
    expect(at('2026-11-26', '09:06').isTooLate).toBe(false);
    expect(at('2026-11-26', '09:07').isTooLate).toBe(true);
    expect(at('2026-11-24', '09:07', { latest: 1 }).isTooLate).toBe(true);
  });

  it('is not due while it is off, nor for a minute that had passed when it was set', () => {
    expect(at('2026-11-25', '10:00', { isOn: false }).isDue).toBe(false);
    expect(at('2026-11-25', '10:00', { timedAt: instantOf('2026-11-24', '10:00') }).isDue).toBe(false);
    expect(at('2026-11-25', '10:00', { timedAt: instantOf('2026-11-20', '10:00') }).isDue).toBe(true);
  });

  it('knows when it went the week before', () => {
    const now = instantOf('2026-10-12', '10:00');
    expect(moment(weekBefore(DIGEST, { now, calendar }))).toBe('2026-10-08 09:07');
  });
});
