import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSheet } from '../../db/queries/reports.ts';
import { targetOwners } from '../../db/queries/target-owners.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import type { OpenId } from '../../src/ids.ts';
import { formFile } from '../../src/report-files/form.ts';
import { actOf } from '../../src/reports/act.ts';
import { desk } from '../../src/reports/desk.ts';
import { scoresWorkbook } from '../../src/scoring/workbook.ts';
import { readAssign } from '../../src/targets/command.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { wordsOf } from '../support/world.ts';

let cast: ReportCast;
const POWER = 'liaison:供电中心';
const AUDIT = 'liaison:审计局';
const HIGH = 'p2-power-high';
beforeAll(async () => {
  cast = await startReportCast();
  await cast.bound({ [POWER]: 'power', [AUDIT]: 'audit' });
});
afterAll(() => cast.close());
const deps = () => cast.world.service.deps;
const owners = async () =>
  (await targetOwners(deps().db)).map(({ indicator, unit, group_no }) => `${indicator} ${unit} ${group_no}`);
const audits = (action: string) =>
  deps().db.query.selectFrom('audit').select(['subject', 'detail']).where('action', '=', action).execute();

/** The sheet of indicators of a unit's xlsx form. */
const formRows = async (unit: string) => {
  const act = await actOf(deps(), { sender: cast.id('office-1') as OpenId, key: 'form' });
  const sheets = readXlsx(await formFile(await desk(act, { period: '2026Q4', unit })));
  return sheets.at(-1)?.rows.map(({ cells }) => cells.join(' ').trim()) ?? [];
};

describe('the office gives an objective of a part to a unit', () => {
  it('on the card of the measure, the units of the matter first; others see no form, and in a group nobody', async () => {
    cast.tell('office-1', '/措施 14');
    const card = await cast.hears('office-1', '没有落实到单位的目标', '（2）高压客户', '落实到哪个单位');
    const words = JSON.stringify(card.body);
    expect(words.indexOf('"value":"power"')).toBeLessThan(words.indexOf('"value":"development-reform"'));
    expect(words.indexOf('"value":"development-reform"')).toBeLessThan(words.indexOf('"value":"audit"'));
    cast.tell(AUDIT, '/措施 14');
    await cast.hears(AUDIT, '（2）高压客户');
    expect(cast.heard(AUDIT)).not.toContain('落实到哪个单位');
    cast.shout('office-1', '/小组 7');
    await cast.hears('work', '（2）高压客户');
    expect(cast.heard('work')).not.toContain('落实到哪个单位');
  });

  it('once; a second click is told, another unit is refused, and so is whoever is not of the office', async () => {
    const card = await cast.hears('office-1', '落实到哪个单位');
    const give = (unit: string) => cast.press('office-1', card, '落实', { form: { target: HIGH, unit } });
    expect((await give('')).toast?.content).toContain('请选一个单位');
    expect((await give('nobody')).toast?.content).toContain('请选一个单位');
    const clicks = await Promise.all([give('power'), give('power')]);
    expect(clicks.map(({ toast }) => toast?.content).toSorted()).toEqual([
      expect.stringContaining('已经落实到供电中心了'),
      expect.stringContaining('已落实到供电中心，下一期起报送'),
    ]);
    expect((await give('audit')).toast?.content).toContain('请先取消落实');
    await cast.hears('office-1', '目标落实到单位', '→ 供电中心，下一期起报送', '取消落实（2）');
    const { handleClick } = await import('../../src/inbox/handle.ts');
    const forwarded = await handleClick(deps(), {
      kind: 'click',
      eventId: 'forwarded',
      appId: '',
      operator: cast.id(AUDIT) as never,
      messageId: card.messageId as never,
      chatId: card.chatId as never,
      value: { action: 'target-assign', kind: 'measure', no: 14 },
      form: { target: 'p2-power-low', unit: 'audit' },
      option: undefined,
    });
    expect(forwarded?.content).toContain('只有领导小组办公室成员');
    expect(await owners()).toEqual([`${HIGH} power 7`]);
    expect(await audits('assign-target')).toEqual([{ subject: `target:${HIGH}:7`, detail: 'power' }]);
  });

  it.each([
    ['office-1', '/措施 14 落实', ['请写上目标的序号和单位', '（1）低压居民']],
    ['office-1', '/措施 14 落实 9 供电中心', ['没有“9”这项目标', '（2）高压客户']],
    ['office-1', '/措施 14 落实 办电 天气局', ['通知里没有“天气局”这个单位', '可以选：供电中心、发展改革委']],
    ['office-1', '/措施 14 落实 时 供电中心', ['有几项都对得上']],
    ['office-1', '/措施 99 落实 1 供电中心', ['没有找到“99”']],
    ['office-1', '/措施 8 落实 1 供电中心', ['没有可以落实到单位的目标']],
    ['office-1', '/小组 7 落实 1 取消', ['没有落实到单位，不用取消']],
    ['office-1', '/小组 7 落实 2 审计局', ['已经落实到供电中心', '请先取消落实']],
    [AUDIT, '/小组 7 落实 1 审计局', ['只有领导小组办公室成员可以把目标落实到单位']],
  ])('%s types %s: a clear answer, and nothing changes', async (who, typed, says) => {
    cast.tell(who, typed);
    await cast.hears(who, ...says);
    expect(await owners()).toEqual([`${HIGH} power 7`]);
  });

  it('by text, to a unit without any item of the matter; what is taken back before the opening is gone', async () => {
    cast.tell('office-1', '/小组 7 落实 低压居民、低压小微企业办电时间 发改委');
    await cast.hears('office-1', '办电时间已落实到发展改革委');
    const card = await cast.hears('office-1', '取消落实（1）');
    expect((await cast.press('office-1', card, '取消落实（1）')).toast?.content).toContain('已取消落实');
    expect((await cast.press('office-1', card, '取消落实（1）')).toast?.content).toContain('不用取消');
    cast.tell('office-1', '/小组 7 落实 1 审计局');
    await cast.hears('office-1', '办电时间已落实到审计局');
    expect((await cast.press('office-1', card, '取消落实（1）')).toast?.content).toContain(
      '后来又重新落实过',
    );
    expect(await owners()).toEqual([`${HIGH} power 7`, 'p2-power-low audit 7']);
    expect(await audits('unassign-target')).toEqual([
      { subject: 'target:p2-power-low:7', detail: 'development-reform' },
    ]);
  });
});

describe('from the next opening on', () => {
  it('the dry run says what was given to whom, and the form asks for it', async () => {
    cast.at('2026-12-23', '09:07');
    await cast.tick();
    await cast.hears('office-1', '预演：2026年第四季度报送', '办公室落实的目标2项', '时限（供电中心）');
    cast.at('2026-12-24', '09:07');
    await cast.tick();
    await cast.hears(AUDIT, '季度报送 · 审计局', '共2项');
    const items = async (unit: string) => (await reportSheet(deps().db, { period: '2026Q4', unit }))?.items;
    expect(await items('audit')).toContainEqual(
      expect.objectContaining({
        item: 'assigned:7',
        group_no: 7,
        values: [expect.objectContaining({ target: 3 })],
      }),
    );
    expect(await items('power')).toContainEqual(
      expect.objectContaining({ item: 'measure:14', values: [expect.objectContaining({ target: 21 })] }),
    );
    cast.tell('office-1', '/措施 14');
    await cast.hears('office-1', '→ 供电中心，本期已在表中');
  });

  it('its number gives a light, and counts in the score', async () => {
    const card = await cast.hears(AUDIT, '开始填报');
    await cast.turns(AUDIT, card, '开始填报', { says: ['第 1/2 项'] });
    await cast.turns(AUDIT, card, '下一项', {
      form: { progress: '完成专项审计三个。' },
      says: ['第 2/2 项', '获得电力（办公室落实的目标）', '目标 ≤ 3 个工作日', '办公室落实）'],
    });
    const form = { progress: '每月核查一次办电时间。', 'indicator_p2-power-low': '4' };
    await cast.turns(AUDIT, card, '预览', { form, says: ['提交'] });
    await cast.turns(AUDIT, card, '提交', { toast: '提交成功', says: ['回执号'] });
    expect(await formRows('audit')).toContainEqual(expect.stringMatching(/低压小微企业办电时间.* 4$/));
    const queue = await cast.hears('office-1', '待审核 1 件', '审计局');
    await cast.press('office-1', queue, '审核 审计局');
    const review = await cast.hears('office-1', '审核 · 审计局', '采纳');
    await cast.turns('office-1', review, '采纳', { form: { mark: '良' }, toast: '已采纳', says: ['采纳'] });
    cast.tell(POWER, '/小组 7');
    const shown = await cast.hears(
      POWER,
      '办电时间（办公室落实）',
      '最新：4 个工作日',
      '未达到（完成度75%）',
    );
    expect(wordsOf(shown)).toContain('→ 审计局，本期已在表中');
    const made = await scoresWorkbook(deps(), '2026Q4');
    const sheet = readXlsx(made?.content ?? new Uint8Array()).find(({ name }) => name === '指标');
    const rows = sheet?.rows.map(({ cells }) => cells.join(' ')) ?? [];
    expect(rows.filter((row) => row.includes('审计局'))).toEqual([
      expect.stringMatching(/办电时间.*0?\.?75/),
    ]);
  });

  it('what is taken back while the period is open stays in its form; the next one has it no more', async () => {
    cast.tell('office-1', '/措施 14 落实 2 取消');
    await cast.hears('office-1', '时限已取消落实到供电中心', '下一期起不再报送');
    const rows = deps().db.query.selectFrom('report_value').select('unit').where('indicator', '=', HIGH);
    expect(await rows.execute()).toEqual([{ unit: 'power' }]);
    cast.at('2027-03-25', '09:07');
    cast.tell('office-1', '/报送 开启 2027Q1 截止 4.8');
    await cast.hears('office-1', '2027年第一季度报送已开启', '办公室落实的目标1项');
    expect(await rows.execute()).toEqual([{ unit: 'power' }]);
  });
});

it('reads what is typed behind a name', () => {
  expect(readAssign('14 落实 2 供电中心')).toEqual({ of: '14', said: '2 供电中心' });
  expect(readAssign('14 落实')).toEqual({ of: '14', said: '' });
  expect(readAssign('推进落实')).toBeUndefined();
  expect(readAssign('14 落实情况')).toBeUndefined();
});
