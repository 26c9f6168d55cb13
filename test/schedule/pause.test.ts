import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { JOBS } from '../../src/jobs.ts';
import { ruleOfKind } from '../../src/schedule/rules.ts';
import { rulesNow } from '../../src/schedule/rules-now.ts';
import { whatIsDue } from '../../src/tick.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { wordsOf } from '../support/world.ts';

const PERIOD = '2026Q3';
const LIAISON = 'liaison:审计局';
let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
  cast.at('2026-09-28', '09:07');
  await cast.bound({ [LIAISON]: 'audit' });
  const { db, notice } = cast.world.service.deps;
  const now = instantOf('2026-09-28', '09:07');
  await openFilled(db, notice.model, { period: PERIOD, dueOn: '2026-10-16', now });
});
afterAll(() => cast.close());

const deps = () => cast.world.service.deps;
const reminders = () =>
  cast.world.sandbox
    .messagesIn(cast.world.sandbox.directChatId(cast.id(LIAISON)))
    .map(wordsOf)
    .filter((words) => words.includes('2026年第三季度报送 ·'));
const remindsDue = async (day: string, time: string) =>
  (await whatIsDue(deps(), instantOf(day, time))).filter((each) => each.kind === 'remind');

async function tickAt(day: string, time: string): Promise<void> {
  cast.at(day, time);
  await cast.tick();
  await cast.tick();
  await cast.world.sandbox.idle();
}

it('is for the office only', async () => {
  cast.tell(LIAISON, '/暂停 全部');
  await cast.hears(LIAISON, '只有领导小组办公室成员可以暂停自动发送');
  expect(await remindsDue('2026-10-13', '09:07')).toMatchObject([{ status: 'due' }]);
});

it('names what can be paused, for a word that is none of it', async () => {
  cast.tell('office-1', '/暂停 天气');
  await cast.hears('office-1', '没有“天气”这种自动发送', '群进度卡', '每周问题清单');
});

it('holds a paused rule, says why, and goes on answering', async () => {
  cast.at('2026-10-12', '10:00');
  cast.tell('office-1', '/暂停 催报');
  await cast.hears(
    'office-1',
    '已暂停1种自动发送',
    '2026年10月12日 10:00暂停',
    '照常发：开启预告、报送期开启、退回后催报、',
  );
  expect(await remindsDue('2026-10-13', '09:07')).toMatchObject([
    { status: 'held', because: '办公室已于2026年10月12日 10:00暂停“催报”' },
  ]);
  await tickAt('2026-10-13', '09:07');
  expect(reminders()).toHaveLength(0);
  cast.tell(LIAISON, '/小组 7');
  await cast.hears(LIAISON, '专项工作小组');
});

it('sends only the latest rung after resuming', async () => {
  await tickAt('2026-10-16', '09:30');
  expect(reminders()).toHaveLength(0);
  cast.tell('office-1', '/暂停 恢复 催报');
  await cast.hears('office-1', '没有暂停');
  await tickAt('2026-10-16', '10:00');
  await cast.hears(LIAISON, '10月16日（周五）18:00', '开始填报');
  expect(reminders()).toHaveLength(1);
});

it('pauses everything, which no single rule escapes', async () => {
  cast.tell('office-1', '/暂停 所有');
  await cast.hears('office-1', '已暂停全部自动发送', '一并停发：开启预告、报送期开启、催报、');
  await tickAt('2026-10-19', '09:07');
  expect(reminders()).toHaveLength(1);
  cast.tell('office-1', '/暂停 恢复 催报');
  await cast.hears('office-1', '现在是全部暂停');
  cast.tell('office-1', '/暂停 恢复');
  await cast.world.sandbox.idle();
  await tickAt('2026-10-19', '10:00');
  expect(reminders()).toHaveLength(2);
});

it('keeps who paused and resumed what', async () => {
  const rows = await deps()
    .db.query.selectFrom('audit')
    .select(['who', 'action', 'subject'])
    .where('subject', 'like', 'schedule:%')
    .orderBy('at')
    .execute();
  const who = cast.id('office-1');
  expect(rows).toEqual([
    { who, action: 'pause', subject: 'schedule:remind' },
    { who, action: 'resume', subject: 'schedule:remind' },
    { who, action: 'pause', subject: 'schedule:all' },
    { who, action: 'resume', subject: 'schedule:all' },
  ]);
});

it('has a name for every kind that comes due', async () => {
  const days = ['2026-10-09', '2026-11-02', '2026-12-22', '2026-12-23', '2027-01-05'];
  const rules = await rulesNow(deps().db);
  for (const day of days)
    for (const job of JOBS)
      for (const { kind } of await job(deps(), instantOf(day, '09:30'), rules))
        expect(ruleOfKind(kind), kind).toBeDefined();
});
