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

it('says how the arrangement is imported, by the text too', async () => {
  const [alert] = await calendarAlerts(
    cast.world.service.deps,
    instantOf('2026-11-02', '09:23'),
    rulesFrom([]),
  );
  const words = JSON.stringify((await alert?.outcome())?.messages);
  expect(words).toContain('推算');
  expect(words).toContain('“/日程 导入”，后面粘贴通知全文');
});

it('missed for longer than the rule says, it is recorded as skipped with the reason', async () => {
  const rules = new Map(rulesFrom([]));
  const rule = rules.get('calendar');
  if (rule === undefined) throw new Error('no such rule');
  rules.set('calendar', { ...rule, latest: 2 });
  const skips = async (day: string) =>
    (await calendarAlerts(cast.world.service.deps, instantOf(day, '10:00'), rules)).map(({ skip }) => skip);
  expect(new Set(await skips('2026-11-03'))).toEqual(new Set([undefined]));
  expect(new Set(await skips('2026-11-04'))).toEqual(new Set(['错过应发时间已有2个工作日，与下一次合并']));
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
