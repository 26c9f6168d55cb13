import { describe, expect, it } from 'vitest';
import type { LedgerAct } from '../../db/schema-ledger.ts';
import { instantOf } from '../../src/clock.ts';
import { lightOf } from '../../src/ledger/light.ts';
import { missedDeadline } from '../../src/ledger/overdue.ts';
import { Calendar } from '../../src/reminders/calendar.ts';

const Q4 = { from: '2026-10-01', to: '2026-12-31' };
const step = (what: LedgerAct, day: string, due_on: string) => ({
  what,
  due_on,
  at: instantOf(day, '10:00'),
});
const entered = (due: string) => step('entered', '2026-09-01', due);

describe('whether an entry was overdue in a quarter', () => {
  it('is overdue from the day after its deadline, not before', () => {
    expect(missedDeadline([entered('2026-11-20')], Q4)).toBe('2026-11-20');
    expect(missedDeadline([entered('2026-11-20')], { ...Q4, to: '2026-11-20' })).toBeUndefined();
    expect(missedDeadline([entered('2026-11-20')], { ...Q4, to: '2026-11-21' })).toBe('2026-11-20');
  });

  it('counts in every quarter in which it stays overdue, and in none after it was closed', () => {
    const steps = [entered('2026-09-20'), step('applied', '2026-10-08', '2026-09-20')];
    expect(missedDeadline(steps, Q4)).toBe('2026-09-20');
    expect(missedDeadline(steps, { from: '2026-07-01', to: '2026-09-30' })).toBe('2026-09-20');
    const closed = [...steps, step('closed', '2026-10-09', '2026-09-20')];
    expect(missedDeadline(closed, Q4)).toBe('2026-09-20');
    expect(missedDeadline(closed, { from: '2027-01-01', to: '2027-03-31' })).toBeUndefined();
  });

  it('does not count what was handed in by the deadline, until it is returned', () => {
    const steps = [entered('2026-11-20'), step('applied', '2026-11-20', '2026-11-20')];
    expect(missedDeadline(steps, Q4)).toBeUndefined();
    expect(missedDeadline([...steps, step('closed', '2026-12-10', '2026-11-20')], Q4)).toBeUndefined();
    const returned = [...steps, step('returned', '2026-11-25', '2026-11-20')];
    expect(missedDeadline(returned, Q4)).toBe('2026-11-20');
    expect(
      missedDeadline([...returned, step('due-moved', '2026-11-25', '2026-12-30')], {
        ...Q4,
        to: '2026-12-30',
      }),
    ).toBeUndefined();
  });

  it('a deadline moved in time leaves nothing; moved too late it undoes nothing', () => {
    const moved = (day: string) => [entered('2026-11-20'), step('due-moved', day, '2027-01-20')];
    expect(missedDeadline(moved('2026-11-20'), Q4)).toBeUndefined();
    expect(missedDeadline(moved('2026-11-24'), Q4)).toBe('2026-11-20');
  });
});

describe('the light of an entry', () => {
  const calendar = new Calendar({
    coverageFrom: '2026-01-01',
    coverageUntil: '2026-12-31',
    off: [],
    work: [],
  });
  const light = (today: string, status: 'open' | 'closing' = 'open') =>
    lightOf({ status, due_on: '2026-11-30' }, { today, calendar });

  it('is yellow from three working days before, red from the day after', () => {
    // 30 November is a Monday.
    expect(light('2026-11-24')).toBe('green');
    expect(light('2026-11-25')).toBe('yellow');
    expect(light('2026-11-30')).toBe('yellow');
    expect(light('2026-12-01')).toBe('red');
    expect(light('2026-12-01', 'closing')).toBe('waiting');
  });
});
