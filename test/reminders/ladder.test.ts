import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { rungsDue, rungTimes } from '../../src/reminders/ladder.ts';
import { type Rule, rungsOf } from '../../src/schedule/rule.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';

const rungs = rungsOf(rulesFrom([]));
const OF = {
  rungs,
  dueOn: '2026-10-16',
  since: instantOf('2026-09-28', '09:07'),
  calendar: publishedCalendar(),
};
const names = (due: ReturnType<typeof rungsDue>) =>
  due.map(({ rung, skip }) => (skip === undefined ? rung.spec.id : '-'));
const at = (day: string, time: string) => names(rungsDue(OF, instantOf(day, time)));
const changed = (id: string, to: Partial<Rule>) =>
  rungs.map((rung) => (rung.spec.id === id ? { ...rung, ...to } : rung));

describe('the rungs of a period that is due on Friday 16 October 2026', () => {
  it.each([
    ['2026-10-13', '09:06', []],
    ['2026-10-13', '09:07', ['T-3']],
    ['2026-10-15', '19:59', ['T-3']],
    ['2026-10-16', '09:07', ['-', 'T-0']],
    ['2026-10-19', '09:06', ['-', 'T-0']],
    ['2026-10-19', '09:07', ['-', '-', 'T+1']],
    ['2026-10-21', '09:07', ['-', '-', '-', 'T+3']],
    ['2026-10-28', '09:06', ['-', '-', '-', 'T+3']],
    ['2026-10-28', '09:07', ['-', '-', '-', '-']],
  ])('at %s %s: %j', (day, time, expected) => {
    expect(at(day, time)).toEqual(expected);
  });

  it('leaves out those that had passed when the due day was set', () => {
    const since = instantOf('2026-10-14', '10:00');
    expect(names(rungsDue({ ...OF, since }, instantOf('2026-10-16', '09:07')))).toEqual(['T-0']);
  });
});

describe('a rung that the office has changed', () => {
  const due = (rungs: readonly Rule[], day: string, time: string) =>
    names(rungsDue({ ...OF, rungs }, instantOf(day, time)));

  it('goes on its own day and minute', () => {
    const earlier = changed('T-3', { offset: -4, time: '14:11' });
    expect(due(earlier, '2026-10-12', '14:10')).toEqual([]);
    expect(due(earlier, '2026-10-12', '14:11')).toEqual(['T-3']);
  });

  it('comes in the order of the days, whatever its name', () => {
    const later = changed('T+1', { offset: 5 });
    expect(rungTimes({ ...OF, rungs: later }).map(({ rung }) => rung.spec.id)).toEqual([
      'T-3',
      'T-0',
      'T+3',
      'T+1',
    ]);
    expect(due(later, '2026-10-23', '09:07')).toEqual(['-', '-', '-', 'T+1']);
  });

  it('is not sent for a time that had passed when it was set', () => {
    const timedAt = instantOf('2026-10-12', '15:00');
    const late = changed('T-3', { offset: -4, time: '14:11', timedAt });
    expect(due(late, '2026-10-13', '10:00')).toEqual([]);
  });

  it('has lost its sense after the working days that it says', () => {
    const short = changed('T+3', { latest: 1 });
    expect(due(short, '2026-10-22', '09:06')).toEqual(['-', '-', '-', 'T+3']);
    expect(due(short, '2026-10-22', '09:07')).toEqual(['-', '-', '-', '-']);
  });

  it('does not go while it is off, and the one before is the last then', () => {
    const off = changed('T-0', { isOn: false });
    expect(due(off, '2026-10-16', '09:07')).toEqual(['T-3']);
  });
});
