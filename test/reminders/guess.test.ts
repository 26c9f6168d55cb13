import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { guessNote } from '../../src/reminders/guess.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

const GUESSED = '（放假安排未公布，日期为推算）';
let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
  await cast.bound({ 'liaison:审计局': 'audit' });
});
afterAll(() => cast.close());

it.each([
  [['2026-12-31'], ''],
  [['2027-01-01'], GUESSED],
  [['2026-12-31', '2027-01-04'], GUESSED],
  [[], ''],
])('%j: %s', (days, says) => {
  expect(guessNote(publishedCalendar(), ...days)).toBe(says);
});

it('stands on the cards of the opening and of the reminders, as long as the arrangement is not there', async () => {
  cast.at('2026-12-21', '10:00');
  cast.tell('office-1', '/报送 开启 2026Q4 截止 2027-01-08');
  await cast.hears('office-1', '报送已开启', '2027年1月8日', GUESSED);
  await cast.hears('liaison:审计局', '开始填报', '2027年1月8日', GUESSED);
  cast.at('2027-01-05', '09:07');
  await cast.tick();
  await cast.hears('liaison:审计局', '还没有提交', `1月8日（周五）18:00${GUESSED}`);
});

it('is gone once it is', async () => {
  const { db } = cast.world.service.deps;
  await db.apply([
    db.query.insertInto('arrangement').values({
      ...{ year: 2027, version: 1, off: '["2027-01-01"]', work: '[]', source: 'table' },
      ...{ imported_by: 'ou_x', imported_at: 0 },
    }),
  ]);
  cast.at('2027-01-08', '09:07');
  await cast.tick();
  const card = await cast.hears('liaison:审计局', '还没有提交', '稍后提醒 16:47', '1月8日（周五）18:00"');
  expect(JSON.stringify(card.body)).not.toContain('推算');
});
