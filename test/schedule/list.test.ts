import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertRule } from '../../db/queries/sending-rules.ts';
import type { Card } from '../../src/cards/elements.ts';
import { instantOf } from '../../src/clock.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { ruleOf } from '../../src/schedule/rule.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';
import { upcoming } from '../../src/schedule/upcoming.ts';
import { whatIsDue } from '../../src/tick.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
  // The work group, as `/绑定 本群 工作群` makes it.
  cast.shout('office-1', '/绑定 本群 工作群');
  await cast.hears('work', '工作群');
  await cast.bound({ 'liaison:审计局': 'audit', 'liaison:财政局': 'finance' });
});
afterAll(() => cast.close());

const statusOnly = (keys: readonly string[]) => keys.filter((key) => key.startsWith('status:'));
const listed = async (day: string, time: string, until: string) =>
  upcoming(cast.world.service.deps, {
    now: instantOf(day, time),
    today: day,
    until,
    calendar: publishedCalendar(),
  });

it('is for the office only', async () => {
  cast.tell('liaison:审计局', '/日程');
  await cast.hears('liaison:审计局', '只有领导小组办公室成员可以查看日程');
});

it('says by day what goes to whom, and which days are a guess', async () => {
  cast.at('2026-12-15', '10:00');
  cast.tell('office-1', '/日程');
  const card = await cast.hears('office-1', '到2027年1月12日');
  const said = JSON.stringify(card.body);
  expect(said).toContain(
    '**12月24日 周四**（推算）\\n09:07 2026年第四季度 报送期开启 → 联络员、副联络员（现有2人）',
  );
  expect(said).toContain('09:07 2026年第四季度 群进度卡 → 工作群');
  expect(said).toContain('09:07 2026年第四季度 开启预告 → 办公室');
  expect(said).toMatch(
    /2027年1月\d日 周.\*\*（推算）\\n(09:07 每周动态[^\\]*\\n)?09:07 2026年第四季度 催报 截止前3个工作日/,
  );
  expect(said).toContain('截止后1个工作日 → 未报单位的联络员、副联络员、单位负责人');
  expect(said).not.toContain('已暂停');
  expect(said).toContain('“推算”：已公布的放假安排只到12月31日，之后的工作日按周一至周五推算。');
});

it('names a rule of which nothing comes', async () => {
  const { db, clock } = cast.world.service.deps;
  const content = JSON.stringify({
    ...ruleOf(rulesFrom([]), 'dry-run').spec.defaults,
    offset: 0,
    time: '09:47',
  });
  await db.apply([
    insertRule(db, { rule: 'dry-run', version: 1, content, timed_at: 0, made_by: 'ou_x', at: clock.now() }),
  ]);
  cast.tell('office-1', '/日程');
  await cast.hears('office-1', '注意：开启预告永远不会发出：不早于开启的时间（09:07）。见 /日程 规则');
  cast.tell('office-1', '/日程 规则 开启预告 恢复默认');
  await cast.hears('office-1', '已改规则：开启预告');
});

it('shows today and the next days at a glance, later ones folded', async () => {
  cast.at('2026-12-15', '10:00');
  cast.tell('office-1', '/日程');
  const { body } = await cast.hears('office-1', '到2027年1月12日');
  const elements = body.type === 'card' ? (body.card as Card).body.elements : [];
  const open = JSON.stringify(elements.filter(({ tag }) => tag !== 'collapsible_panel'));
  expect(open).toContain('**12月14日 周一**（已到期，待发）');
  expect(open).toContain('**12月21日 周一**');
  expect(open).not.toContain('12月24日 周四');
  const [later] = elements.filter(({ tag }) => tag === 'collapsible_panel');
  expect(JSON.stringify(later)).toMatch(
    /再往后还有\d+天要发，到2027年1月12日.*12月24日 周四.*催报 截止后3个工作日/s,
  );
});

it('says of a day without anything that there is nothing', async () => {
  const { db } = cast.world.service.deps;
  cast.at('2026-12-16', '10:00');
  await cast.tick();
  cast.tell('office-1', '/日程');
  await cast.hears('office-1', '到2027年1月13日', '今天没有要发的。', '**12月21日 周一**');
  expect(await db.query.selectFrom('occurrence').select('key').execute()).not.toEqual([]);
});

it('marks what is paused', async () => {
  cast.tell('office-1', '/暂停 催报');
  await cast.hears('office-1', '已暂停1种');
  cast.tell('office-1', '/日程');
  await cast.hears('office-1', '截止日 → 未报单位的联络员、副联络员（已暂停）');
  cast.tell('office-1', '/暂停 全部');
  await cast.hears('office-1', '已暂停全部自动发送');
  cast.tell('office-1', '/日程');
  const all = await cast.hears('office-1', '暂停全部自动发送，下面的都不会发。恢复：/暂停 恢复');
  expect(JSON.stringify(all.body)).not.toContain('（已暂停）');
  cast.tell('office-1', '/暂停 恢复');
  await cast.hears('office-1', '没有暂停');
});

it('of today it lists what is still to come', async () => {
  const today = await listed('2026-12-23', '08:30', '2026-12-23');
  expect(today.map(({ kind, at }) => [kind, at])).toContainEqual([
    'dry-run',
    instantOf('2026-12-23', '09:07'),
  ]);
});

it('leads to the import of the 放假安排', async () => {
  cast.tell('office-1', '/日程 导入');
  await cast.hears('office-1', '导入放假安排', '粘贴');
});

it('foretells what the tick then does, period opened in between', async () => {
  const foretold = (await listed('2026-12-15', '10:00', '2027-01-11')).filter(
    (each) => each.at !== undefined,
  );
  // What goes every week does not depend on a period's course, and is told elsewhere.
  for (const each of foretold.filter(({ kind }) => kind !== 'calendar' && kind !== 'digest')) {
    // The group's card goes with the tick after the one that opens, which opens some milliseconds after its minute began.
    const at = (each.at ?? 0) + (each.kind === 'status' ? 60_000 : 0);
    const before = await whatIsDue(cast.world.service.deps, at - 60_000);
    const due = await whatIsDue(cast.world.service.deps, at);
    if (each.kind !== 'status') expect(before.map(({ key }) => key)).not.toContain(each.key);
    expect(due.map(({ key }) => key)).toContain(each.key);
    cast.world.sandbox.clock.set(at);
    await cast.tick();
  }
  expect(statusOnly(foretold.map(({ key }) => key))).toEqual(['status:2026Q4:1']);
  expect(foretold.filter(({ kind }) => kind === 'remind')).toHaveLength(3);
  await cast.world.sandbox.idle();
});
