import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { fill, openFilled } from '../progress/filled.ts';
import { wordsOf } from '../support/world.ts';
import { type ReportCast, startReportCast } from './report-support.ts';

const PERIOD = '2026Q3';
const HEAD = 'stranger';
let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
  cast.at('2026-09-28', '09:07');
  await cast.bound({ 'liaison:审计局': 'audit', 'liaison:财政局': 'finance' });
  // One person for two units, and a head of one of them.
  await cast.bound({ 'liaison:审计局': 'finance' });
  await cast.bound({ [HEAD]: 'audit' }, 'unit-head');
  await cast.bound({ 'leader-power': 'shen-xiaodong' }, 'leader');
  const { db, notice } = cast.world.service.deps;
  const now = instantOf('2026-09-28', '09:07');
  await openFilled(db, notice.model, { period: PERIOD, dueOn: '2026-10-16', now });
});
afterAll(() => cast.close());

const reminders = (who: string) =>
  cast.world.sandbox
    .messagesIn(cast.world.sandbox.directChatId(cast.id(who)))
    .map(wordsOf)
    .filter((words) => words.includes('2026年第三季度报送 ·'));

async function tickAt(day: string, time: string): Promise<void> {
  cast.at(day, time);
  await cast.tick();
  await cast.tick();
  await cast.world.sandbox.idle();
}

it('T-3 reaches liaisons once, whatever their units, and names to the office who has none', async () => {
  await tickAt('2026-10-13', '09:06');
  expect(reminders('liaison:审计局')).toHaveLength(0);
  await tickAt('2026-10-13', '09:07');
  await cast.hears(
    'liaison:审计局',
    '审计局',
    '财政局',
    '还有',
    '没有内容',
    '10月16日（周五）18:00',
    '开始填报',
  );
  await cast.hears('office-1', '个单位没有联络员');
  expect(reminders('liaison:审计局')).toHaveLength(1);
  expect(reminders('liaison:财政局')).toHaveLength(1);
  expect(reminders(HEAD)).toHaveLength(0);
});

it('T-0 leaves out who has submitted meanwhile', async () => {
  const { db } = cast.world.service.deps;
  const submittedAt = instantOf('2026-10-14', '10:00');
  await fill(db, { period: PERIOD, unit: 'finance' }, { status: 'submitted', submittedAt });
  await tickAt('2026-10-16', '09:07');
  expect(reminders('liaison:财政局')).toHaveLength(1);
  expect(reminders('liaison:审计局')).toHaveLength(2);
  expect(reminders('liaison:审计局')[1]).not.toContain('财政局');
});

it('missed on the day, T+1 comes in the next allowed hour, to the head too', async () => {
  await tickAt('2026-10-19', '21:00');
  expect(reminders(HEAD)).toHaveLength(0);
  await tickAt('2026-10-20', '08:25');
  await cast.hears(HEAD, '逾期2个工作日', '填报');
  expect(reminders('liaison:审计局')).toHaveLength(3);
  expect(reminders('leader-power')).toHaveLength(0);
});

it('T+3 reaches the leader in one summary', async () => {
  await tickAt('2026-10-21', '09:07');
  await cast.hears('leader-power', '您分包的小组，牵头单位未报');
  expect(reminders('leader-power')).toHaveLength(1);
});
