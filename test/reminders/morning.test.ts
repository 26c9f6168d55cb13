import { describe, expect, it } from 'vitest';
import { dayAt, instantOf, timeAt } from '../../src/clock.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { goesAt, laneMinute } from '../../src/reminders/morning.ts';

const calendar = publishedCalendar();
const moment = (words: string) => {
  const [day = '', time = ''] = words.split(' ');
  return instantOf(day, time);
};
const shown = (at: number) => `${dayAt(at)} ${timeAt(at)}`;
const when = (key: string, dueAt: string, from: string) =>
  shown(goesAt({ key, dueAt: moment(dueAt) }, moment(from), calendar));
const T0 = 'remind:2026Q3:2026-10-13:T-0';

describe('when something that is due goes', () => {
  it.each([
    ['its own minute, seen before', '2026-10-13 09:07', '2026-10-12 15:00', '2026-10-13 09:07'],
    ['its own minute, seen on the day', '2026-10-13 09:07', '2026-10-13 08:01', '2026-10-13 09:07'],
    ['at once where it is late on its day', '2026-10-13 09:07', '2026-10-13 11:32', '2026-10-13 11:32'],
    ['a rule at 08:05 at 08:05', '2026-10-13 08:05', '2026-10-13 08:00', '2026-10-13 08:05'],
    ['what was missed at once, later in the day', '2026-10-13 09:07', '2026-10-14 10:01', '2026-10-14 10:01'],
  ])('%s', (_, dueAt, from, goes) => {
    expect(when(T0, dueAt, from)).toBe(goes);
  });

  it.each([
    ['missed, seen at night', '2026-10-13 09:07', '2026-10-13 21:00', '2026-10-14'],
    ['missed, seen at eight', '2026-10-13 09:07', '2026-10-14 08:00', '2026-10-14'],
    ['come due at night', '2026-10-13 22:10', '2026-10-13 23:00', '2026-10-14'],
    ['missed before days off', '2026-09-30 18:07', '2026-09-30 20:00', '2026-10-08'],
  ])('%s: in its minute after 08:10 of the next working day', (_, dueAt, from, day) => {
    const goes = when(T0, dueAt, from);
    expect(goes.slice(0, 10)).toBe(day);
    expect(goes.slice(11) > '08:10' && goes.slice(11) < '08:25').toBe(true);
    expect(when(T0, dueAt, from)).toBe(goes);
  });

  it('is one minute for what is about one period, or else of one kind, since the one may say what the other does', () => {
    const minute = (key: string) => when(key, '2026-10-13 09:07', '2026-10-14 00:00');
    expect(minute('returned:2026Q3:2026-10-12')).toBe(minute(T0));
    expect(minute('ledger-unit:2026-10-12')).toBe(minute('ledger-unit:2026-10-13'));
    const kinds = ['ledger-unit:1', 'digest:1', 'questions:1', 'calendar:2027', 'remind:2027Q1', T0];
    expect(new Set(kinds.map(minute)).size).toBeGreaterThan(2);
  });
});

it('what stood in the outbox goes before, each lane in a minute of its own, never at :00', () => {
  const eight = instantOf('2026-10-14', '08:00');
  const lanes = Array.from({ length: 300 }, (_, index) => `ou_${index}`);
  const minutes = Map.groupBy(lanes, (lane) => timeAt(laneMinute(lane, eight)));
  expect([...minutes.keys()].sort()).toEqual(Array.from({ length: 9 }, (_, index) => `08:0${index + 1}`));
  expect(Math.max(...[...minutes.values()].map(({ length }) => length))).toBeLessThan(60);
});
