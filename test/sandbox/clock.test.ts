import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { atInstant, createClock } from '../../sandbox/clock.ts';
import { instantOfJump, type Jump } from '../../sandbox/jumps.ts';

describe('the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('runs with real time, at a distance', () => {
    const clock = createClock();
    clock.set(5000);
    vi.advanceTimersByTime(100);
    expect(clock.now()).toBe(5100);
    expect(clock.offset()).toBe(5000);
  });

  test('tells of jumps until nobody listens', () => {
    const clock = createClock();
    const heard: number[] = [];
    const end = clock.onChange((now) => heard.push(now));
    clock.set(1000);
    end();
    clock.set(2000);
    expect(heard).toEqual([1000]);
  });

  test('what waits for an instant happens when it is reached, by time or by a jump, once', () => {
    const clock = createClock();
    const acts: string[] = [];
    atInstant(clock, 1000, () => acts.push('time'));
    atInstant(clock, 100_000, () => acts.push('jump'));
    const cancel = atInstant(clock, 50_000, () => acts.push('cancelled'));
    cancel();
    vi.advanceTimersByTime(1000);
    expect(acts).toEqual(['time']);
    clock.set(200_000);
    clock.set(300_000);
    vi.advanceTimersByTime(200_000);
    expect(acts).toEqual(['time', 'jump']);
  });

  test('an instant beyond the longest timer is waited for', () => {
    const clock = createClock();
    const acts: string[] = [];
    const far = 40 * 24 * 3_600_000;
    atInstant(clock, far, () => acts.push('far'));
    vi.advanceTimersByTime(far - 1);
    expect(acts).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(acts).toEqual(['far']);
  });
});

describe('jumps', () => {
  // Q4 2026 ends on a Thursday; its 5th working day by weekends alone is Thursday 7 January 2027.
  const cases: [Jump, string, string][] = [
    ['T0', '2026-11-25 10:00', '2027-01-07 09:07'],
    ['T-3', '2026-11-25 10:00', '2027-01-04 09:07'],
    ['T-10', '2026-11-25 10:00', '2026-12-24 09:07'],
    ['T+1', '2026-11-25 10:00', '2027-01-08 09:07'],
    ['T+1', '2027-01-07 19:00', '2027-01-08 09:07'],
    ['T0', '2027-01-21 10:00', '2027-01-07 09:07'],
    ['T0', '2027-01-22 10:00', '2027-04-07 09:07'],
    ['monday', '2026-11-25 10:00', '2026-11-30 09:07'],
    ['monday', '2026-11-30 10:00', '2026-12-07 09:07'],
    ['monday', '2026-11-29 23:30', '2026-11-30 09:07'],
    ['quarter-end', '2026-11-25 10:00', '2026-12-31 17:00'],
    ['quarter-end', '2026-12-31 18:00', '2027-03-31 17:00'],
  ];
  test.each(cases)('%s from %s leads to %s', (jump, from, to) => {
    const at = (when: string) => Date.parse(`${when.replace(' ', 'T')}:00+08:00`);
    expect(new Date(instantOfJump(jump, at(from))).toISOString()).toBe(new Date(at(to)).toISOString());
  });

  test('holidays of the caller are left out', () => {
    const holidays = ['2027-01-01', '2027-01-04'];
    const isWorkingDay = (day: string) =>
      ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.includes(day);
    const from = Date.parse('2026-11-25T10:00:00+08:00');
    expect(new Date(instantOfJump('T0', from, isWorkingDay)).toISOString()).toMatch(/^2027-01-11/);
  });
});
