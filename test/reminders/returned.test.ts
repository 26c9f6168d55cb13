import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeReport, periodSheets, type ReportSheet, reportOf } from '../../db/queries/reports.ts';
import { recordDecision } from '../../db/queries/reviews.ts';
import { instantOf } from '../../src/clock.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { reminderCard } from '../../src/reminders/ladder-card.ts';
import { fill, openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { botMessages, wordsOf } from '../support/world.ts';

const PERIOD = '2026Q3';
const AUDIT = 'liaison:审计局';
const FINANCE = 'liaison:财政局';
const HEAD = 'stranger';
let cast: ReportCast;
const deps = () => cast.world.service.deps;

beforeAll(async () => {
  cast = await startReportCast();
  cast.at('2026-09-28', '09:07');
  await cast.bound({ [AUDIT]: 'audit', [FINANCE]: 'finance' });
  await cast.bound({ [HEAD]: 'audit' }, 'unit-head');
  const now = instantOf('2026-09-28', '09:07');
  await openFilled(deps().db, deps().notice.model, { period: PERIOD, dueOn: '2026-10-16', now });
});
afterAll(() => cast.close());

const reminders = (who: string) =>
  botMessages(cast.world.sandbox, cast.world.sandbox.directChatId(cast.id(who)))
    .map(wordsOf)
    .filter((words) => words.includes('2026年第三季度报送 ·'));
/** Waits: the platform's limits go by the real clock. */
const has = (who: string, count: number) =>
  cast.world.sandbox.waitFor(() => reminders(who).length === count || undefined);

async function tickAt(day: string, time: string) {
  cast.at(day, time);
  const done = (await cast.tick()) as { key: string; kind: string; status: string; because?: string }[];
  await cast.tick();
  await cast.world.sandbox.idle();
  return done.filter(({ kind }) => kind === 'returned');
}

async function submit(unit: string, at: number): Promise<void> {
  await fill(deps().db, { period: PERIOD, unit }, { status: 'submitted', submittedAt: at });
}

async function giveBack(unit: string, of: { day: string; time: string; reason: string }): Promise<void> {
  const { db } = deps();
  const report = await reportOf(db, { period: PERIOD, unit });
  if (report === undefined) throw new Error(`${unit} has no report`);
  const at = instantOf(of.day, of.time);
  await db.apply([
    ...changeReport(db, report, { status: 'returned', decided_at: at, decided_by: 'ou_x' }),
    recordDecision(db, {
      ...{ id: `return:${unit}:${at}`, period: PERIOD, unit, round: 1, what: 'returned', mark: null },
      ...{ chips: '["缺少数据"]', reason: of.reason, by: 'ou_x', at },
    }),
  ]);
}

it('before the due day the rungs ask for it, and say why it came back and until when', async () => {
  await submit('audit', instantOf('2026-10-09', '10:00'));
  await submit('finance', instantOf('2026-10-09', '10:00'));
  await giveBack('audit', { day: '2026-10-12', time: '15:00', reason: '<at id=all></at>第2项没有数' });
  await tickAt('2026-10-13', '09:07');
  await has(AUDIT, 1);
  const [words = ''] = reminders(AUDIT);
  for (const said of [
    '退回后还没有重新提交',
    '10月12日退回',
    '缺少数据',
    '第2项没有数',
    '10月16日（周五）18:00',
  ])
    expect(words).toContain(said);
  expect(words).toContain('继续填报');
  expect(words).not.toContain('<at id=all>');
  expect(words).not.toContain('推算');
  expect(reminders(FINANCE)).toHaveLength(0);
});

it('a leader is told apart what was never handed in and what was sent back', async () => {
  const [returned, missing] = (await periodSheets(deps().db, PERIOD)).filter(
    ({ report }) => report.status === 'returned' || report.unit === 'tax',
  );
  if (returned === undefined || missing === undefined) throw new Error('not two');
  const period = { id: PERIOD, due_on: '2026-10-16' };
  const now = instantOf('2026-10-21', '09:07');
  const occasion = { period, now, calendar: publishedCalendar(), unitName: (unit: string) => `〔${unit}〕` };
  const shown = (led: ReportSheet[]) =>
    JSON.stringify(reminderCard(occasion, { own: [], led, returns: new Map() }));
  expect(shown([returned])).toContain('分包小组有1个牵头单位退回后未重新提交');
  expect(shown([returned])).not.toContain('逾期');
  expect(shown([returned, missing])).toContain('牵头单位未报：〔tax〕');
  expect(shown([returned, missing])).toContain('牵头单位退回后未重新提交：〔audit〕');
});

it('after the due day it is not called late', async () => {
  await tickAt('2026-10-21', '09:07');
  await has(AUDIT, 2);
  const words = reminders(AUDIT)[1] ?? '';
  expect(words).toContain('是否按时仍按第一次提交算');
  expect(words).not.toContain('逾期');
  await has(HEAD, 1);
});

it('sent back after the due day: the third working day after, to liaison and head', async () => {
  await submit('audit', instantOf('2026-10-22', '10:00'));
  await giveBack('audit', { day: '2026-10-22', time: '16:00', reason: '还是没有数' });
  await giveBack('finance', { day: '2026-10-23', time: '16:00', reason: '错期' });
  expect(await tickAt('2026-10-27', '09:08')).toEqual([]);
  expect(await tickAt('2026-10-27', '09:09')).toMatchObject([{ key: 'returned:2026Q3:2026-10-22' }]);
  await has(AUDIT, 3);
  await has(HEAD, 2);
  expect(reminders(AUDIT)[2]).toContain('还是没有数');
  expect(reminders(FINANCE)).toHaveLength(0);
  await tickAt('2026-10-27', '10:00');
  expect(reminders(AUDIT)).toHaveLength(3);
});

it('handed in again meanwhile, nothing comes', async () => {
  await submit('finance', instantOf('2026-10-27', '10:00'));
  await tickAt('2026-10-28', '09:09');
  expect(reminders(FINANCE)).toHaveLength(0);
});

it('several that were missed become one card; at night none; far too late none', async () => {
  await cast.bound({ [AUDIT]: 'finance' });
  await submit('audit', instantOf('2026-10-28', '10:00'));
  await giveBack('audit', { day: '2026-10-28', time: '16:00', reason: '第一' });
  await giveBack('finance', { day: '2026-10-29', time: '16:00', reason: '第二' });
  expect(await tickAt('2026-11-03', '21:00')).toEqual([]);
  expect(await tickAt('2026-11-04', '08:00')).toEqual([]);
  expect(await tickAt('2026-11-04', '08:25')).toMatchObject([
    { key: 'returned:2026Q3:2026-10-28', status: 'skipped', because: '错过了应发时间，与后一次合并' },
    { key: 'returned:2026Q3:2026-10-29', status: 'done' },
  ]);
  await has(AUDIT, 4);
  expect(reminders(AUDIT)[3]).toMatch(/第一.*第二/);
  await giveBack('audit', { day: '2026-11-04', time: '16:00', reason: '第三' });
  expect(await tickAt('2026-11-16', '09:09')).toMatchObject([{ status: 'skipped' }]);
  expect(reminders(AUDIT)).toHaveLength(4);
});

it('is paused by its own name, and /催报 counts it', async () => {
  cast.tell('office-1', '/暂停 退回后催报');
  await cast.hears('office-1', '已暂停1种');
  cast.tell('office-1', '/催报 审计局');
  await cast.hears('office-1', '将催（1个）：审计局');
});
