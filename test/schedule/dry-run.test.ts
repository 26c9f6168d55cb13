import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayAt, instantOf, timeAt } from '../../src/clock.ts';
import type { OutboundMessage } from '../../src/outbox/message.ts';
import { calendarOf } from '../../src/reminders/china.ts';
import type { PeriodId } from '../../src/reports/period.ts';
import { type Foretold, foretold } from '../../src/schedule/dry-run.ts';
import { rulesNow } from '../../src/schedule/rules-now.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { botMessages, wordsOf } from '../support/world.ts';

const PERIOD = '2026Q4' as PeriodId;
let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
  cast.at('2026-12-15', '10:00');
  cast.shout('office-1', '/绑定 本群 工作群');
  await cast.hears('work', '工作群');
  await cast.bound({ 'liaison:审计局': 'audit', 'liaison:财政局': 'finance' });
  await cast.bound({ stranger: 'audit' }, 'unit-head');
  await cast.bound({ 'leader-power': 'shen-xiaodong' }, 'leader');
});
afterAll(() => cast.close());

const deps = () => cast.world.service.deps;
const told = async () =>
  foretold(
    {
      deps: deps(),
      rules: await rulesNow(deps().db),
      calendar: await calendarOf(deps().db),
      now: deps().clock.now(),
    },
    PERIOD,
  );
const outline = (all: readonly Foretold[]) =>
  all.map(({ rule, at, messages }) => [
    `${dayAt(at)} ${timeAt(at)}`,
    rule.spec.id,
    new Set(messages.map(({ to }) => JSON.stringify(to))).size,
  ]);

/** What lies in the outbox under the keys of what was foretold. */
async function sent(messages: readonly OutboundMessage[]): Promise<[string, string][]> {
  const rows = await deps()
    .db.query.selectFrom('outbox')
    .select(['key', 'content'])
    .where(
      'key',
      'in',
      messages.map(({ key }) => key),
    )
    .execute();
  return rows.map(({ key, content }) => [key, content]);
}

const expected = (messages: readonly OutboundMessage[]) =>
  messages.map(({ key, body }) => [key, body.type === 'card' ? JSON.stringify(body.card) : '']);
const sorted = (pairs: readonly string[][]) => pairs.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1));

describe('the dry run of a period', () => {
  it('is for the office only', async () => {
    cast.tell('liaison:审计局', '/日程 预演');
    await cast.hears('liaison:审计局', '只有领导小组办公室成员可以预演');
  });

  it('shows the one who asked what would go to whom and when, with a card of each kind, and sends nothing else', async () => {
    const { sandbox } = cast.world;
    const before = ['liaison:审计局', 'office-2', 'work'].map((where) => cast.heard(where));
    const rows = await deps().db.query.selectFrom('period').selectAll().execute();
    cast.tell('office-1', '/日程 预演 2026Q4');
    const overview = wordsOf(await cast.hears('office-1', '预演：2026年第四季度', '现在没有发给任何人'));
    expect(overview).toContain('12月23日 周三 09&#58;07** 开启预告');
    expect(overview).toContain('12月24日 周四 09&#58;07** 报送期开启');
    expect(overview).toContain('→ 联络员、副联络员 2人：');
    expect(overview).toContain('→ 办公室（没有联络员的单位） 2人：');
    expect(overview).toContain('群进度卡\\n→ 工作群');
    expect(overview).toContain('催报 T&#43;3');
    expect(overview).toContain('同一种只发一张');
    for (const words of [
      '预演：2026年第四季度报送',
      '报送已开启',
      '季度报送 · ',
      '报送进度',
      '还没有提交',
      '个单位没有联络员',
      '分包小组有',
    ])
      await cast.hears('office-1', '【预演样张】', words);
    const chat = sandbox.directChatId(cast.id('office-1'));
    const samples = botMessages(sandbox, chat)
      .map(wordsOf)
      .filter((words) => words.includes('【预演样张】'));
    expect(samples.length).toBeLessThanOrEqual(8);
    expect(['liaison:审计局', 'office-2', 'work'].map((where) => cast.heard(where))).toEqual(before);
    expect(await deps().db.query.selectFrom('period').selectAll().execute()).toEqual(rows);
    expect(await deps().db.query.selectFrom('occurrence').selectAll().execute()).toEqual([]);
  });

  it('has samples that nobody can press', async () => {
    const sample = await cast.hears('office-1', '【预演样张】开启预告');
    expect(() => cast.press('office-1', sample, '取消')).toThrow('disabled');
  });

  it('equals what the ticks then send, to the letter', async () => {
    cast.tell('office-1', '/日程 规则 催报 T-3 开头 请在{截止}前报送，{单位}。');
    await cast.hears('office-1', '已改规则：催报 T-3');
    cast.tell('office-1', '/日程 规则 催报 T+1 改为 T+2 14:13');
    await cast.hears('office-1', '已改规则：催报 T+2');
    const all = await told();
    expect(outline(all)).toEqual([
      ['2026-12-23 09:07', 'dry-run', 2],
      ['2026-12-24 09:07', 'open', 4],
      ['2026-12-24 09:07', 'status', 1],
      ['2027-01-04 09:07', 'T-3', 4],
      ['2027-01-07 09:07', 'T-0', 4],
      ['2027-01-11 14:13', 'T+1', 5],
      ['2027-01-12 09:07', 'T+3', 6],
    ]);
    for (const each of all) {
      // The group's card goes with the tick after the one that opens, which opens some milliseconds into its minute.
      const { clock } = cast.world.sandbox;
      if (each.at > clock.now()) clock.set(each.at);
      await cast.tick();
      expect(sorted(await sent(each.messages)), each.key).toEqual(sorted(expected(each.messages)));
    }
  });

  it('holds only what is left once the period is open', async () => {
    cast.at('2027-01-12', '10:00');
    expect(await told()).toEqual([]);
    cast.tell('office-1', '/日程 预演');
    await cast.hears('office-1', '预演：2026年第四季度', '没有要自动发送的');
  });

  it('foretells the rungs of an open period from the reports as they stand', async () => {
    cast.at('2027-01-12', '11:00');
    cast.tell('office-1', '/报送 延期 2026Q4 2027-01-25 数据年后才出');
    await cast.hears('office-1', '已延期');
    const all = await told();
    expect(outline(all).map(([, rule]) => rule)).toEqual(['T-3', 'T-0', 'T+1', 'T+3']);
    const first = all.find(({ rule }) => rule.spec.id === 'T-3');
    cast.world.sandbox.clock.set(first?.at ?? 0);
    await cast.tick();
    expect(sorted(await sent(first?.messages ?? []))).toEqual(sorted(expected(first?.messages ?? [])));
  });

  it.each([
    ['2025Q1', '早已过去'],
    ['明年', '看不懂报送期'],
  ])('refuses %s: %s', async (period, says) => {
    cast.tell('office-1', `/日程 预演 ${period}`);
    await cast.hears('office-1', says);
  });

  it('knows a period of next year by its default days', async () => {
    const all = await foretold(
      {
        deps: deps(),
        rules: await rulesNow(deps().db),
        calendar: await calendarOf(deps().db),
        now: instantOf('2027-01-20', '10:00'),
      },
      '2027Q1' as PeriodId,
    );
    expect(all.map(({ rule }) => rule.spec.id)).toEqual([
      'dry-run',
      'open',
      'status',
      'T-3',
      'T-0',
      'T+1',
      'T+3',
    ]);
  });
});
