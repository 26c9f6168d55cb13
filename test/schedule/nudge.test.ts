import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { wordsOf } from '../support/world.ts';

const LIAISON = 'liaison:审计局';
let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
  await cast.bound({ [LIAISON]: 'audit', 'liaison:财政局': 'finance' });
  const { db, notice } = cast.world.service.deps;
  const now = instantOf('2026-09-28', '09:07');
  await openFilled(db, notice.model, { period: '2026Q3', dueOn: '2026-10-16', now });
});
afterAll(() => cast.close());

const reminders = (who: string) =>
  cast.world.sandbox
    .messagesIn(cast.world.sandbox.directChatId(cast.id(who)))
    .map(wordsOf)
    .filter((words) => words.includes('2026年第三季度报送 ·'));

it('is for the office only', async () => {
  cast.tell(LIAISON, '/催报');
  await cast.hears(LIAISON, '只有领导小组办公室成员可以催报');
});

it('shows whom it reaches, sends on confirmation in working hours, once a day', async () => {
  cast.at('2026-10-09', '20:30');
  cast.tell('office-1', '/催报 2026Q3 审计局');
  const card = await cast.hears('office-1', '将催（1个）：', '1个单位，1人', '确认催报');
  expect(wordsOf(card)).toContain('请在10月10日（周六）08:00以后点“确认催报”，现在点不会发送');
  expect((await cast.press('office-1', card, '确认催报')).toast?.content).toBe(
    '现在是休息时间，不打扰联络员。请在10月10日（周六）08:00以后再点。',
  );
  expect(reminders(LIAISON)).toHaveLength(0);
  // A Sunday; the Saturday before makes up for the holiday.
  cast.at('2026-10-11', '10:00');
  expect((await cast.press('office-1', card, '确认催报')).toast?.content).toContain(
    '10月12日（周一）08:00以后',
  );
  expect(reminders(LIAISON)).toHaveLength(0);
  cast.at('2026-10-12', '10:00');
  await cast.press('office-1', card, '确认催报');
  await cast.hears(LIAISON, '2026年第三季度报送 ·', '开始填报');
  await cast.becomes(card, '已催1个单位，共1人');
  cast.tell('office-1', '/催报 全部');
  await cast.hears('office-1', '今天已催过或将自动催，不再催（1个）', '将催（1个）', '没有联络员，催不到');
  expect(reminders(LIAISON)).toHaveLength(1);
  expect(reminders('liaison:财政局')).toHaveLength(0);
});

it('leaves out everybody on the day of a rung', async () => {
  cast.at('2026-10-13', '08:30');
  cast.tell('office-1', '/催报 审计局');
  await cast.hears('office-1', '0个单位，0人', '将自动催');
  cast.at('2026-10-13', '09:07');
  await cast.tick();
  cast.tell('office-1', '/催报 财政局');
  await cast.hears('office-1', '0个单位，0人', '不再催（1个）：财政局');
});
