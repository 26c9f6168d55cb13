import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { rungsDue } from '../../src/reminders/ladder.ts';

const calendar = publishedCalendar();
const OF = { dueOn: '2026-10-16', since: instantOf('2026-09-28', '09:07'), calendar };
const at = (day: string, time: string) =>
  rungsDue(OF, instantOf(day, time)).map(({ rung, skip }) => (skip === undefined ? rung.name : '-'));

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
    expect(rungsDue({ ...OF, since }, instantOf('2026-10-16', '09:07'))).toMatchObject([
      { rung: { name: 'T-0' } },
    ]);
  });
});
