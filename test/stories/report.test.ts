import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSheet } from '../../db/queries/reports.ts';
import { revisionsOf } from '../../db/queries/reviews.ts';
import type { SandboxMessage } from '../../sandbox/contract.ts';
import { wordsOf } from '../support/world.ts';
import { markdownIn, type ReportCast, startReportCast } from './report-support.ts';

let cast: ReportCast;
const LIAISON = 'liaison:供电中心';
const FINANCE = 'liaison:财政局';
beforeAll(async () => {
  cast = await startReportCast();
  await cast.bound({ [LIAISON]: 'power', [FINANCE]: 'finance' });
});
afterAll(async () => {
  await cast.close();
});
const db = () => cast.world.service.deps.db;
const sheet = async (unit: string, period = '2026Q4') => {
  const found = await reportSheet(db(), { period, unit });
  if (found === undefined) throw new Error('no report');
  return found;
};

describe('a period opens by itself', () => {
  it('the office sees the dry run the working day before', async () => {
    cast.at('2026-12-23', '09:07');
    await cast.tick();
    const dry = await cast.hears('office-1', '预演：2026年第四季度报送', '现在还没有发给任何人');
    expect(wordsOf(dry)).toContain('没有联络员的单位');
    expect(cast.heard(LIAISON)).toBe('');
  });

  it('at 09:07 of its opening day, once; each liaison gets his card, the office the units without one', async () => {
    cast.at('2026-12-24', '09:06');
    await cast.tick();
    expect(cast.heard(LIAISON)).toBe('');
    cast.at('2026-12-24', '09:07');
    await cast.tick();
    await cast.tick();
    const card = await cast.hears(
      LIAISON,
      '季度报送 · 供电中心',
      '共4项',
      '开始填报',
      '2027年1月7日（周四）18:00',
    );
    expect(wordsOf(card)).toContain('通知只要求每季度报送一次');
    expect(wordsOf(card)).not.toContain('无变化沿用');
    await cast.hears('office-1', '报送已开启', '没有联络员的单位（37个');
    expect(
      cast.heard(LIAISON).split('"title":{"tag":"plain_text","content":"季度报送 · 供电中心"}'),
    ).toHaveLength(2);
  });
});

describe('a liaison reports', () => {
  let card: SandboxMessage;

  it('page by page; every button keeps what is in the fields', async () => {
    card = await cast.hears(LIAISON, '开始填报');
    await cast.turns(LIAISON, card, '开始填报', { says: ['第 1/4 项', '获得电力专项工作小组', '三、7'] });
    await cast.turns(LIAISON, card, '下一项', {
      form: { progress: '办电时间压缩到15个工作日。', next_steps: '推广线上办电。' },
      says: ['第 2/4 项'],
    });
    await cast.turns(LIAISON, card, '上一项', {
      form: { progress: '配合办理建筑许可，**加粗** <at id=all></at> [点我](https://x.cn)' },
      says: ['第 1/4 项', '办电时间压缩到15个工作日。'],
    });
    await cast.turns(LIAISON, card, '保存草稿', {
      form: { problems: '老旧小区改造难', coordinate: 'yes' },
      toast: '已保存',
      says: ['老旧小区改造难'],
    });
    const { items, report } = await sheet('power');
    expect(report.status).toBe('draft');
    expect(items[0]).toMatchObject({
      progress: '办电时间压缩到15个工作日。',
      problems: '老旧小区改造难',
      next_steps: '推广线上办电。',
      coordinate: 1,
    });
  });

  it('previews the whole with what is missing, and submits only there; empty ones are confirmed', async () => {
    const preview = await cast.turns(LIAISON, card, '预览', {
      says: ['还有2项没有内容', '提交', '不动产登记'],
    });
    for (const parsed of markdownIn(preview.body)) expect(parsed).not.toMatch(/<at|\]\(http/);
    expect(wordsOf(preview)).toContain('确认提交？');
    const done = await cast.turns(LIAISON, card, '提交', {
      toast: '提交成功，回执号 2026Q4-033-1',
      says: ['回执号', '2026Q4&#45;033&#45;1', '撤回修改', '已报'],
    });
    expect(wordsOf(done)).toContain('2026年12月24日 09:07');
    expect((await sheet('power')).report).toMatchObject({
      status: 'submitted',
      round: 1,
      receipt: '2026Q4-033-1',
    });
    await cast.hears('office-1', '待审核 1 件', '供电中心');
  });

  it('pressed again and again it is one submission', async () => {
    cast.tell(LIAISON, '/报送');
    const other = await cast.hears(LIAISON, '撤回修改');
    await cast.turns(LIAISON, other, '撤回修改', { toast: '已撤回', says: ['继续填报'] });
    await cast.turns(LIAISON, other, '预览', { says: ['提交'] });
    const before = cast.heard('office-1').split('\n');
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => cast.press(LIAISON, other, '提交')));
    expect(results.filter((one) => one.toast?.content.includes('提交成功'))).toHaveLength(1);
    expect(
      results.filter((one) => one.toast?.content.includes('已经提交过了，回执号 2026Q4-033-2')),
    ).toHaveLength(4);
    expect(await revisionsOf(db(), { period: '2026Q4', unit: 'power' })).toHaveLength(2);
    // The office's card of the day was changed, not sent again.
    await cast.hears('office-1', '待审核 1 件');
    expect(cast.heard('office-1').split('\n')).toHaveLength(before.length);
  });

  it('a forwarded card gives a stranger nothing but a sentence', async () => {
    const { handleClick } = await import('../../src/inbox/handle.ts');
    const toast = await handleClick(cast.world.service.deps, {
      kind: 'click',
      eventId: 'forwarded',
      appId: '',
      operator: cast.id('stranger') as never,
      messageId: card.messageId as never,
      chatId: card.chatId as never,
      value: { action: 'report-withdraw', period: '2026Q4', unit: 'power' },
      form: {},
      option: undefined,
    });
    expect(toast).toMatchObject({ type: 'warning' });
    expect(toast?.content).toContain('您没有绑定到供电中心');
    expect((await sheet('power')).report.status).toBe('submitted');
  });
});

describe('numbers that cannot be', () => {
  it('are said in a sentence each, stay in the draft, and must be mended before submitting', async () => {
    cast.tell(FINANCE, '/报送');
    const card = await cast.hears(FINANCE, '季度报送 · 财政局', '共12项');
    await cast.turns(FINANCE, card, '开始填报', { says: ['第 1/12 项'] });
    await cast.turns(FINANCE, card, '预览', { says: ['还有12项没有内容'] });
    expect((await cast.press(FINANCE, card, '提交')).toast?.content).toContain('至少填一项');
    cast.tell(FINANCE, '/报送 措施13 合同签订提速');
    const written = await cast.hears(FINANCE, '已写入草稿', '合同签订提速');
    const page = await cast.turns(FINANCE, written, '继续填报', {
      says: ['政府采购合同签订期限', '≤ 15 日', '合理范围 0～150'],
    });
    expect(wordsOf(page)).toContain('"default_value":"合同签订提速"');
    const saved = await cast.turns(FINANCE, written, '保存草稿', {
      form: { 'indicator_m13-sign': '12,5', 'indicator_m13-record': '快了' },
      toast: '小数请用点',
      says: ['请修改', '“快了”不是数字'],
    });
    expect(wordsOf(saved)).toContain('"default_value":"12,5"');
    await cast.turns(FINANCE, written, '预览', { says: ['有2处要改，改好才能提交'] });
    const refused = await cast.press(FINANCE, written, '提交');
    expect(refused.toast?.content).toContain('改好才能提交');
    expect((await sheet('finance')).report.status).toBe('draft');
    await cast.turns(FINANCE, written, '改这一项', { says: ['合理范围'] });
    await cast.turns(FINANCE, written, '预览', {
      form: { 'indicator_m13-sign': '１２．５', 'indicator_m13-record': '暂无数据：年底才统计' },
      says: ['１２．５', '提交'],
    });
    const values = (await sheet('finance')).items.flatMap((item) => item.values);
    expect(values.map(({ value, no_data }) => ({ value, no_data }))).toEqual([
      { value: 12.5, no_data: null },
      { value: null, no_data: '年底才统计' },
    ]);
  });

  it('more text than a field takes is not cut: nothing is saved, and that is said', async () => {
    cast.tell(FINANCE, `/报送 措施13 ${'长'.repeat(10_000)}`);
    await cast.hears(FINANCE, '这段有10,000字，每栏最多1,000字，没有写入，也没有截断');
    cast.tell(FINANCE, '/报送 获得信贷小组 有进展');
    await cast.hears(FINANCE, '已写入草稿', '有进展');
    cast.tell(FINANCE, '/报送 没有这个 有进展');
    await cast.hears(FINANCE, '没有“没有这个”这一项');
  });
});

describe('a text over the limit', () => {
  it('stays in the field: nothing is saved, nothing is cut', async () => {
    cast.tell(FINANCE, '/报送');
    const { handleClick } = await import('../../src/inbox/handle.ts');
    const card = await cast.hears(FINANCE, '季度报送 · 财政局', '继续填报');
    const before = (await sheet('finance')).items[0];
    const toast = await handleClick(cast.world.service.deps, {
      kind: 'click',
      eventId: 'too-long',
      appId: '',
      operator: cast.id(FINANCE) as never,
      messageId: card.messageId as never,
      chatId: card.chatId as never,
      value: {
        action: 'report-page',
        period: '2026Q4',
        unit: 'finance',
        item: before?.item,
        version: 0,
        go: 'save',
      },
      form: { progress: '长'.repeat(1200), coordinate: 'no' },
      option: undefined,
    });
    expect(toast?.content).toContain('“工作进展”有1,200字，最多1,000字。这次没有保存，内容还在框里');
    expect((await sheet('finance')).items[0]).toEqual(before);
  });
});

describe('暂无数据', () => {
  it('counts once the office has accepted its reason', async () => {
    cast.tell(FINANCE, '/报送');
    const card = await cast.hears(FINANCE, '季度报送 · 财政局', '继续填报', '预览');
    await cast.turns(FINANCE, card, '预览', { says: ['提交', '年底才统计'] });
    await cast.turns(FINANCE, card, '提交', { toast: '提交成功', says: ['回执号'] });
    cast.tell('office-1', '/审核 财政局');
    const review = await cast.hears('office-1', '审核 · 财政局', '认可哪些', '采纳');
    const { sandbox } = cast.world;
    await sandbox
      .as(cast.id('office-1'))
      .press(review.messageId, '采纳', { form: { mark: '良', no_data: ['measure:13|m13-record'] } });
    await cast.becomes(review, '已采纳');
    const values = (await sheet('finance')).items.flatMap((item) => item.values);
    expect(values.map((value) => value.no_data_accepted)).toEqual([0, 1]);
    expect((await sheet('finance')).report.mark).toBe('良');
  });
});

describe('what is private', () => {
  it('is not shown in a group: the form comes in the direct chat', async () => {
    cast.shout(FINANCE, '/报送');
    await cast.sees(FINANCE, '财政局', '已发到单聊');
    await cast.hears(FINANCE, '季度报送 · 财政局', '采纳');
    expect(cast.heard('work')).not.toContain('财政局');
  });
});

describe('two liaisons of one unit', () => {
  it('change the same field: the second sees both texts and chooses; what only one changed is kept', async () => {
    await cast.bound({ 'office-2': 'power' });
    cast.tell(LIAISON, '/报送');
    cast.tell('office-2', '/报送');
    const mine = await cast.hears(LIAISON, '撤回修改');
    await cast.turns(LIAISON, mine, '撤回修改', { says: ['继续填报'] });
    const open = { says: ['第 1/4 项'] };
    await cast.turns(LIAISON, mine, '继续填报', { says: ['项'] });
    const theirs = await cast.hears('office-2', '季度报送 · 供电中心');
    await cast.press('office-2', theirs, '撤回修改');
    await cast.becomes(theirs, '继续填报');
    await cast.turns('office-2', theirs, '继续填报', open);
    cast.tell(LIAISON, '/报送');
    const fresh = await cast.hears(LIAISON, '继续填报', '预览', '共4项');
    await cast.turns(LIAISON, fresh, '继续填报', open);

    await cast.turns(LIAISON, fresh, '保存草稿', {
      form: { progress: '甲写的进展' },
      toast: '已保存',
      says: ['甲写的进展'],
    });
    const clash = await cast.turns('office-2', theirs, '保存草稿', {
      form: { progress: '乙写的进展', problems: '乙写的问题' },
      toast: '两份内容都在',
      says: ['两人同时修改', '甲写的进展', '乙写的进展', '用我的', '用对方的'],
    });
    expect(wordsOf(clash)).toContain('工作进展');
    expect((await sheet('power')).items[0]).toMatchObject({ progress: '甲写的进展', problems: '乙写的问题' });
    await cast.turns('office-2', theirs, '用我的', { says: ['第 1/4 项', '乙写的进展'] });
    expect((await sheet('power')).items[0]?.progress).toBe('乙写的进展');

    await cast.turns(LIAISON, fresh, '保存草稿', {
      form: { progress: '甲又写的进展' },
      says: ['两人同时修改', '甲又写的进展', '乙写的进展'],
    });
    await cast.turns(LIAISON, fresh, '用对方的', { says: ['第 1/4 项', '乙写的进展'] });
    expect((await sheet('power')).items[0]?.progress).toBe('乙写的进展');
  });
});
