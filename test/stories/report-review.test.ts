import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodById } from '../../db/queries/periods.ts';
import { reportSheet } from '../../db/queries/reports.ts';
import { decisionsOf } from '../../db/queries/reviews.ts';
import type { SandboxMessage } from '../../sandbox/contract.ts';
import { wordsOf } from '../support/world.ts';
import { type ReportCast, startReportCast } from './report-support.ts';

let cast: ReportCast;
const AUDIT = 'liaison:审计局';
const HEAD = 'head:发展改革委';
beforeAll(async () => {
  cast = await startReportCast();
  await cast.bound({ [AUDIT]: 'audit', 'liaison:信访局': 'petitions' });
  await cast.bound({ [HEAD]: 'audit' }, 'unit-head');
});
afterAll(async () => {
  await cast.close();
});
const db = () => cast.world.service.deps.db;
const sheet = async (unit: string, period: string) => {
  const found = await reportSheet(db(), { period, unit });
  if (found === undefined) throw new Error('no report');
  return found;
};
const LONG = '牵头完成惠企资金专项审计三个，发现问题七个，全部督促整改到位，挽回损失二十余万元。';

/** A unit with one item: opens, fills, submits. */
async function reported(who: string, form: Record<string, string>): Promise<SandboxMessage> {
  cast.tell(who, '/报送');
  const card = await cast.hears(who, '开始填报');
  await cast.turns(who, card, '开始填报', { says: ['第 1/1 项'] });
  await cast.turns(who, card, '预览', { form, says: ['提交', '都有内容'] });
  return cast.turns(who, card, '提交', { toast: '提交成功', says: ['回执号'] });
}

describe('the office opens a period by hand', () => {
  it('a due day that a burden rule forbids is refused with the rule’s name', async () => {
    cast.tell('office-1', '/报送 开启 2026Q3');
    await cast.hears('office-1', '至少提前5个工作日', '/报送 开启 2026Q3 截止 2026-12-02');
    cast.tell('office-1', '/报送 开启 2026Q3 截止 12.6');
    await cast.hears('office-1', '不占用休息日');
    cast.tell('office-1', '/报送 开启 2027Q1');
    await cast.hears('office-1', '还没到');
    cast.tell(AUDIT, '/报送 开启 2026Q3 截止 12.3');
    await cast.hears(AUDIT, '只有领导小组办公室成员可以开启报送期');
    expect(await periodById(db(), '2026Q3')).toBeUndefined();
  });

  it('at night nobody but the office hears before eight on the next working day', async () => {
    cast.at('2026-11-25', '21:30');
    cast.tell('office-1', '/报送 开启 2026Q3 截止 12.3');
    await cast.hears('office-1', '2026年第三季度报送已开启', '12月3日（周四）18:00', '下一个工作日8:00后');
    await cast.world.sandbox.idle();
    expect(cast.heard(AUDIT)).not.toContain('开始填报');
    cast.at('2026-11-26', '08:10');
    await cast.tick();
    await cast.hears(AUDIT, '季度报送 · 审计局', '共1项', '开始填报');
    cast.tell('office-1', '/报送 开启 2026Q3');
    await cast.hears('office-1', '已经开启');
  });
});

describe('review', () => {
  let review: SandboxMessage;
  it('the queue; 退回 needs a reason, and the unit gets its report back at once with its text', async () => {
    cast.at('2026-11-26', '10:00');
    await reported(AUDIT, { progress: LONG });
    const queue = await cast.hears('office-1', '待审核 1 件', '审计局');
    await cast.press('office-1', queue, '审核 审计局');
    review = await cast.hears('office-1', '审核 · 审计局', '采纳', '退回', LONG);
    expect((await cast.press('office-1', review, '退回')).toast?.content).toContain('退回前请选一项');
    expect((await cast.press('office-1', review, '采纳')).toast?.content).toContain('质量等级');
    await cast.turns('office-1', review, '退回', {
      form: { reason: '请补充 **问题** <at id=all></at>' },
      toast: '已退回',
      says: ['已告知单位'],
    });
    const back = await cast.hears(AUDIT, '办公室退回了这份报告', '继续填报', '请补充');
    await cast.hears(HEAD, '办公室退回了这份报告');
    await cast.turns(AUDIT, back, '继续填报', { says: [LONG] });
    await cast.hears('office-1', '没有待审核的报告');
    await cast.turns(AUDIT, back, '预览', { form: { problems: '人手不足' }, says: ['人手不足', '提交'] });
    await cast.turns(AUDIT, back, '提交', { toast: '2026Q3-018-2', says: ['回执号'] });
  });

  it('采纳 with a mark; then nothing can be withdrawn; each round can be read again', async () => {
    cast.tell('office-2', '/审核');
    const queue = await cast.hears('office-2', '待审核 1 件', '第2次提交');
    await cast.press('office-2', queue, '审核 审计局');
    const second = await cast.hears('office-2', '审核 · 审计局', '第1次提交的内容');
    await cast.press('office-2', second, '第1次提交的内容');
    const first = await cast.hears('office-2', '审计局 · 第1次提交', LONG, '退回');
    expect(wordsOf(first)).not.toContain('人手不足');
    await cast.turns('office-2', second, '采纳', {
      form: { mark: '优' },
      toast: '已采纳，质量等级：优',
      says: ['已采纳'],
    });
    await cast.hears(AUDIT, '审计局的报告已采纳');
    expect((await sheet('audit', '2026Q3')).report).toMatchObject({
      status: 'accepted',
      mark: '优',
      round: 2,
    });
    expect((await decisionsOf(db(), { period: '2026Q3', unit: 'audit' })).map((one) => one.what)).toEqual([
      'returned',
      'accepted',
    ]);
    expect((await cast.press('office-1', review, '待审核列表')).toast?.content).toContain('已刷新');
    const { handleClick } = await import('../../src/inbox/handle.ts');
    const toast = await handleClick(cast.world.service.deps, {
      kind: 'click',
      eventId: 'stranger-review',
      appId: '',
      operator: cast.id(AUDIT) as never,
      messageId: review.messageId as never,
      chatId: review.chatId as never,
      value: { action: 'review-decide', period: '2026Q3', unit: 'audit', version: 9, as: 'accept' },
      form: { mark: '优' },
      option: undefined,
    });
    expect(toast?.content).toContain('只有领导小组办公室成员可以审核报告');
  });

  it('text like another unit’s is flagged', async () => {
    await reported('liaison:信访局', { progress: LONG.replace('三个', '四个') });
    cast.tell('office-1', '/审核 信访局');
    await cast.hears('office-1', '审核 · 信访局', '工作进展与审计局的有八成以上相同');
  });
});

describe('late and locked', () => {
  it('after the due hour the header says 补报; postponing is told to those who have not reported', async () => {
    await cast.bound({ 'liaison:统计分局': 'statistics' });
    cast.at('2026-12-03', '18:01');
    cast.tell('liaison:统计分局', '/报送');
    const card = await cast.hears('liaison:统计分局', '补报 · 统计分局', '已经过了', '开始填报');
    cast.tell('office-1', '/报送 延期 2026Q3 12.2 数据晚出');
    await cast.hears('office-1', '离今天太远');
    cast.tell('office-1', '/报送 延期 2026Q3 12.3');
    await cast.hears('office-1', '只能往后延');
    cast.tell('office-1', '/报送 延期 2026Q3 12.8');
    await cast.hears('office-1', '请写上延期的理由');
    cast.tell('office-1', '/报送 延期 2026Q3 12.8 数据晚出');
    await cast.hears('office-1', '已延期', '12月8日', '数据晚出');
    await cast.hears('liaison:统计分局', '报送延期', '数据晚出');
    await cast.world.sandbox.idle();
    expect(cast.heard(AUDIT)).not.toContain('报送延期');
    await cast.turns('liaison:统计分局', card, '开始填报', { says: ['季度报送 · 统计分局'] });
  });

  it('what is typed after the lock is kept beside the report, and shown', async () => {
    cast.tell('liaison:统计分局', '/报送');
    const card = await cast.hears('liaison:统计分局', '开始填报', '12月8日');
    await cast.turns('liaison:统计分局', card, '开始填报', { says: ['第 1/1 项'] });
    cast.at('2026-12-09', '10:00');
    cast.tell('office-1', '/报送 锁定 2026Q3');
    await cast.hears('office-1', '已锁定', '没有报成的单位');
    await cast.turns('liaison:统计分局', card, '保存草稿', {
      form: { progress: '锁定之后才写完' },
      toast: '已单独留存',
      says: ['已由办公室锁定', '查看'],
    });
    await cast.turns('liaison:统计分局', card, '查看', { says: ['锁定之后才写完', '没有写进报告'] });
    expect((await sheet('statistics', '2026Q3')).items[0]?.progress).toBe('');
    cast.tell('liaison:统计分局', '/报送 2026Q3');
    await cast.hears('liaison:统计分局', '已由办公室锁定');
    // Locked too early: it can be opened again, and locked again.
    cast.tell('office-1', '/报送 延期 2026Q3 12.11 锁早了');
    await cast.hears('office-1', '重新开放', '12月11日');
    expect((await periodById(db(), '2026Q3'))?.status).toBe('open');
    cast.tell('office-1', '/报送 锁定 2026Q3');
    await cast.hears('office-1', '锁早了可以延期重新开放');
    expect((await periodById(db(), '2026Q3'))?.status).toBe('locked');
  });
});

describe('the next quarter', () => {
  it('an unchanged report takes three taps: carried over, looked at, submitted', async () => {
    cast.at('2026-12-23', '09:07');
    await cast.tick();
    cast.at('2026-12-24', '09:07');
    await cast.tick();
    const card = await cast.hears(AUDIT, '2026年第四季度', '无变化沿用', '上次报的是2026年第三季度');
    await cast.turns(AUDIT, card, '无变化沿用', { toast: '已沿用1项', says: [LONG, '提交'] });
    await cast.turns(AUDIT, card, '提交', { toast: '提交成功', says: ['回执号'] });
    expect((await sheet('audit', '2026Q4')).report).toMatchObject({ status: 'submitted', carried: 1 });
    cast.tell('office-1', '/审核 审计局');
    await cast.hears('office-1', '整份报告是“无变化沿用”', '与本单位上期有八成以上相同', '与上期相同');
  });

  it('an old card from last quarter is closed, in a sentence', async () => {
    const { handleClick } = await import('../../src/inbox/handle.ts');
    const toast = await handleClick(cast.world.service.deps, {
      kind: 'click',
      eventId: 'old-card',
      appId: '',
      operator: cast.id('liaison:统计分局') as never,
      messageId: 'om_old' as never,
      chatId: 'oc_old' as never,
      value: { action: 'report-open', period: '2026Q3', unit: 'statistics' },
      form: {},
      option: undefined,
    });
    expect(toast?.content).toContain('2026年第三季度已由办公室锁定，不能再填');
  });

  it('an urgent matter reaches the office and the leader at any hour', async () => {
    await cast.bound({ 'leader-power': 'shen-xiaodong' }, 'leader');
    await cast.bound({ 'liaison:供电中心': 'power' });
    cast.at('2026-12-26', '22:00');
    cast.tell('liaison:供电中心', '/报送 即报 主变故障 <at id=all></at>，正在抢修');
    await cast.hears('liaison:供电中心', '即报已送出', '分包领导');
    await cast.hears('office-1', '重要事项即报', '主变故障');
    await cast.hears('leader-power', '重要事项即报', '主变故障');
    cast.tell('stranger', '/报送 即报 有事');
    await cast.hears('stranger', '请先发“/绑定 单位名”绑定单位');
  });

  it('everything stands in the audit', async () => {
    const rows = await db().query.selectFrom('audit').selectAll().execute();
    const acts = new Set(rows.map((row) => row.action));
    for (const act of [
      'open',
      'extend',
      'lock',
      'save',
      'carry',
      'submit',
      'accept',
      'return',
      'urgent',
      'keep',
    ])
      expect(acts).toContain(act);
  });
});
