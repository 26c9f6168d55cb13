import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendarOf } from '../../src/reminders/china.ts';
import { type Cast, startCast } from '../people/cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
});
afterAll(async () => {
  await cast.close();
});

const db = () => cast.world.service.deps.db;
const OFF = [
  '01-01',
  '02-05',
  '02-06',
  '02-07',
  '02-08',
  '02-09',
  '02-10',
  '02-11',
  '04-05',
  '05-01',
  '06-09',
  '09-15',
  '10-01',
  '10-04',
  '10-05',
];
const csv = (days: readonly string[]) =>
  new TextEncoder().encode(
    ['日期,安排', ...days.map((day) => `2027-${day},放假`), '2027-02-20,上班'].join('\n'),
  );

function send(who: string, name: string, bytes: Uint8Array): void {
  const { sandbox } = cast.world;
  sandbox.as(cast.id(who)).attach(sandbox.directChatId(cast.id(who)), { name, bytes });
}

it('a table that is wrong is named by row, and nothing changes', async () => {
  send('office-1', '2027年放假安排.csv', csv([...OFF.filter((day) => day !== '05-01'), '02-30']));
  const said = JSON.stringify((await cast.hears('office-1', '没有导入')).body);
  expect(said).toContain('没有2月30日');
  expect(said).toContain('没有读到劳动节');
  expect((await calendarOf(db())).coverageUntil).toBe('2026-12-31');
});

it('shows which planned days move, and counts only once the office confirms', async () => {
  send('office-1', '2027年放假安排.csv', csv(OFF));
  const card = await cast.hears('office-1', '2027年放假安排', '会变动的日子', '2026年第四季度');
  // The day after New Year, from 4 January on, each a line of its own.
  expect(JSON.stringify(card.body)).toMatch(/\*\*2026年第四季度\*\*\\n.*截止 1月7日 → \*\*1月8日\*\*\\n/);
  expect((await calendarOf(db())).isCovered('2027-06-01')).toBe(false);
  await cast.press('office-1', card, '确认导入');
  await cast.becomes(card, '已导入');
  const calendar = await calendarOf(db());
  expect(calendar.isCovered('2027-12-31')).toBe(true);
  expect(calendar.isWorkday('2027-02-20')).toBe(true);
  expect(calendar.isWorkday('2027-02-05')).toBe(false);
  const audited = await db()
    .query.selectFrom('audit')
    .select('detail')
    .where('action', '=', 'calendar-import')
    .execute();
  expect(audited).toEqual([{ detail: 'version 1, table' }]);
});

it('is confirmed once', async () => {
  send('office-1', '2027年放假安排.csv', csv(OFF));
  const first = await cast.hears('office-1', '取代已有的2027年安排');
  send('office-1', '2027年放假安排(改).csv', csv(OFF.filter((day) => day !== '02-11')));
  const second = await cast.hears('office-1', '放假14天');
  await cast.press('office-1', second, '确认导入');
  await cast.becomes(second, '第2版');
  const { toast } = await cast.press('office-1', first, '确认导入');
  expect(JSON.stringify(toast)).toContain('请重新发送');
  expect((await calendarOf(db())).isWorkday('2027-02-11')).toBe(true);
});
