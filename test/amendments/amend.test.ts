import { afterAll, beforeAll, expect, it } from 'vitest';
import { AMENDMENT_ACTIONS } from '../../src/amendments/actions.ts';
import { instantOf } from '../../src/clock.ts';
import type { ChatId, MessageId, OpenId } from '../../src/ids.ts';
import type { ClickEvent } from '../../src/inbox/event.ts';
import { actOf } from '../../src/reports/act.ts';
import { audienceOf } from '../../src/reports/opening.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

let cast: ReportCast;
const deps = () => cast.world.service.deps;
const CHANGE = '/修订 第七组 牵头单位 自然资源和规划局、财政局 自 2026-11-20 依据 某办〔2026〕3号';
const CHANGED = ['依据某办〔2026〕3号', '第7组（获得电力）牵头单位改为自然资源和规划局、财政局'];

beforeAll(async () => {
  cast = await startReportCast();
  const now = instantOf('2026-11-25', '10:00');
  await openFilled(deps().db, deps().notice.model, { period: '2026Q3', dueOn: '2026-12-16', now });
});
afterAll(() => cast.close());

const openItems = () => deps().db.query.selectFrom('report_item').selectAll().execute();
const comingItems = async () => {
  const act = await actOf(deps(), { sender: cast.id('office-1') as OpenId, key: 'test' });
  return (await audienceOf(act)).forms.items.filter((item) => item.item === 'group:7');
};

it('is entered by the office only, in its grammar, with known names', async () => {
  cast.tell('liaison:审计局', CHANGE);
  await cast.hears('liaison:审计局', '只有领导小组办公室成员可以修订通知');
  cast.tell('office-1', '/修订 第7组 配合单位 财政局 自 2026-11-20 依据 函');
  await cast.hears('office-1', '请这样写');
  cast.tell('office-1', '/修订 第7组 牵头单位 天气局 自 2026-11-20 依据 函');
  await cast.hears('office-1', '通知里没有“天气局”这个单位');
  cast.tell('office-1', '/修订 第7组 牵头单位 财政局 自 3月1日 依据 函');
  await cast.hears('office-1', '生效日请写明年份');
  cast.tell('office-1', '/修订 第9条 牵头单位 财政局 自 2026-11-20 依据 函');
  await cast.hears('office-1', '原文缺页');
});

it('counts after 确认修订, once, beside the original, and not in what is open', async () => {
  const before = await openItems();
  cast.tell('office-1', CHANGE);
  const preview = await cast.hears('office-1', '原文：发展改革委、供电中心', '生效日', '确认修订');
  cast.tell('liaison:审计局', '/修订');
  await cast.hears('liaison:审计局', '通知没有修订');
  await cast.turns('office-1', preview, '确认修订', { says: ['已修订', ...CHANGED] });
  cast.tell('liaison:审计局', '/修订');
  await cast.hears('liaison:审计局', '现行修订', ...CHANGED);
  cast.tell('liaison:审计局', '/小组 7');
  await cast.hears('liaison:审计局', '申晓东', ...CHANGED);
  cast.tell('liaison:审计局', '第7组谁牵头');
  await cast.hears('liaison:审计局', '查到了', '第7组谁牵头', '供电中心', ...CHANGED);
  expect(await openItems()).toEqual(before);
  expect((await comingItems()).map((item) => item.unit).sort()).toEqual(
    ['财政局', '自然资源和规划局'].map((name) => deps().notice.unitNamed(name)?.id).sort(),
  );
  const audits = await deps()
    .db.query.selectFrom('audit')
    .selectAll()
    .where('action', '=', 'amend')
    .execute();
  expect(audits).toHaveLength(1);
});

it('is revoked by a further one', async () => {
  cast.tell('office-1', CHANGE);
  await cast.hears('office-1', '已经是这样');
  cast.tell('office-1', '/修订 第7组 牵头单位 恢复原文 自 2026-11-24 依据 更正');
  const preview = await cast.hears('office-1', '修订后：恢复原文', '确认修订');
  await cast.turns('office-1', preview, '确认修订', { says: ['恢复原文'] });
  expect((await comingItems()).map((item) => item.unit)).toContain(deps().notice.unitNamed('供电中心')?.id);
});

it('changes a measure and a leader, each said where it belongs', async () => {
  for (const [typed, says] of [
    ['第14条 配合单位 税务局 自2026年11月20日起 依据：机构改革', '措施第14条配合单位改为税务局'],
    ['7组 分包领导 吕沛 自 2026-11-20 依据 领导分工调整', '第7组（获得电力）分包领导改为吕沛'],
  ] as const) {
    cast.tell('office-1', `/修订 ${typed}`);
    const preview = await cast.hears('office-1', '修订（待确认）', says.slice(says.indexOf('改为') + 2));
    await cast.turns('office-1', preview, '确认修订', { says: [says] });
  }
  cast.tell('liaison:审计局', '/措施 14');
  await cast.hears('liaison:审计局', '依据机构改革', '措施第14条配合单位改为税务局');
  cast.tell('liaison:审计局', '第7组的分包领导是谁');
  await cast.hears('liaison:审计局', '第7组的分包领导是谁', '申晓东', '分包领导改为吕沛');
});

it('takes a second click on the same preview for what it is, and none of another person', async () => {
  const { id } = await deps().db.query.selectFrom('amendment').selectAll().limit(1).executeTakeFirstOrThrow();
  const click = (who: string): ClickEvent => ({
    kind: 'click',
    eventId: `again:${who}`,
    operator: cast.id(who) as OpenId,
    chatId: cast.world.sandbox.directChatId(cast.id(who)) as ChatId,
    messageId: 'om_again' as MessageId,
    value: { action: 'amend-confirm', id },
    form: {},
    option: undefined,
    appId: 'cli_test',
  });
  const again = await AMENDMENT_ACTIONS['amend-confirm'](deps(), click('office-1'));
  expect(again).toMatchObject({ writes: [], toast: { content: '这项修订已经确认过了' } });
  await expect(AMENDMENT_ACTIONS['amend-confirm'](deps(), click('liaison:审计局'))).rejects.toThrow(
    '只有领导小组办公室',
  );
});
