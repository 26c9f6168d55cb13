import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { calendarAlerts } from '../../src/reminders/calendar-alert.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';
import { type Cast, startCast } from '../people/cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
});
afterAll(async () => {
  await cast.close();
});

const weeksAt = async (day: string, time: string) => {
  const due = await calendarAlerts(cast.world.service.deps, instantOf(day, time), rulesFrom([]));
  return [...new Set(due.map((each) => each.key.split(':').slice(0, 3).join(':')))];
};

it.each([
  ['2026-10-30', '10:00', [], 'a Friday in October'],
  ['2026-11-01', '10:00', [], 'Sunday 1 November'],
  ['2026-11-02', '09:22', [], 'a minute too early'],
  ['2026-11-02', '09:23', ['calendar:2027:2026-11-02'], 'Monday'],
  ['2026-11-02', '20:30', [], 'at night'],
  ['2026-11-06', '10:00', ['calendar:2027:2026-11-02'], 'missed, later in the week'],
  ['2026-11-09', '10:00', ['calendar:2027:2026-11-09'], 'a week later'],
])('%s %s: %j (%s)', async (day, time, weeks) => {
  expect(await weeksAt(day, time)).toEqual(weeks);
});

it('ends with the import', async () => {
  const { db } = cast.world.service.deps;
  await db.apply([
    db.query.insertInto('arrangement').values({
      year: 2027,
      version: 1,
      off: '[]',
      work: '[]',
      source: 'text',
      imported_by: 'x',
      imported_at: 0,
    }),
  ]);
  expect(await weeksAt('2026-11-16', '10:00')).toEqual([]);
});
