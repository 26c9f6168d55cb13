import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxMessage } from '../../sandbox/contract.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { scoresWorkbook } from '../../src/scoring/workbook.ts';
import { wordsOf } from '../support/world.ts';
import { type ReportCast, startReportCast } from './report-support.ts';

let cast: ReportCast;
const POWER = 'liaison:供电中心';
const AUDIT = 'liaison:审计局';
const HIGH = 'indicator_p2-power-high';
const SHORTER = 'indicator_p3-bankruptcy';
beforeAll(async () => {
  cast = await startReportCast();
  await cast.bound({ [POWER]: 'power', [AUDIT]: 'audit' });
});
afterAll(async () => {
  await cast.close();
});

/** Turns the form's pages up to the one that has a field. */
async function pageWith(who: string, card: SandboxMessage, field: string): Promise<SandboxMessage> {
  let [shown, no] = [await cast.turns(who, card, '开始填报', { says: ['第 1/'] }), 1];
  while (!wordsOf(shown).includes(`"${field}"`)) {
    no += 1;
    shown = await cast.turns(who, card, '下一项', {
      form: { progress: '按计划推进。' },
      says: [`第 ${no}/`],
    });
  }
  return shown;
}

/** One quarter of a unit: its number is reported and accepted. */
async function reported(who: string, of: { quarter: string; unit: string; form: Record<string, string> }) {
  const [field = ''] = Object.keys(of.form);
  const card = await cast.hears(who, of.quarter, '开始填报');
  const page = await pageWith(who, card, field);
  const form = { progress: '按计划推进。', ...of.form };
  await cast.turns(who, page, '预览', { form, says: ['提交'] });
  await cast.turns(who, page, '提交', { toast: '提交成功', says: ['回执号'] });
  cast.tell('office-1', `/审核 ${of.unit}`);
  const review = await cast.hears('office-1', `审核 · ${of.unit}`, of.quarter, '采纳');
  await cast.turns('office-1', review, '采纳', { form: { mark: '良' }, toast: '已采纳', says: ['采纳'] });
}

async function locked(quarter: string, name: string) {
  cast.tell('office-1', `/报送 锁定 ${quarter}`);
  await cast.hears('office-1', `${name}`, '已锁定');
}

/** What the line of a card is drawn from: `2026Q3 供电中心 25`. */
function pointsOf(card: SandboxMessage): string[] {
  const found = /"values":(\[.*?\])/.exec(wordsOf(card))?.[1] ?? '[]';
  const values = JSON.parse(found) as { quarter: string; of: string; value: number }[];
  return values.map(({ quarter, of, value }) => `${quarter} ${of} ${value}`);
}

describe('a target that the office has given to a unit, over two quarters', () => {
  it('stands in the unit’s form as the office’s, is missed, and is red since its day is over', async () => {
    cast.tell('office-1', '/措施 14 落实 2 供电中心');
    await cast.hears('office-1', '时限已落实到供电中心');
    cast.tell('office-1', '/小组 21 落实 破产案件审理用时 审计局');
    await cast.hears('office-1', '破产案件审理用时已落实到审计局');
    cast.tell('office-1', '/报送 开启 2026Q3 截止 12.3');
    const card = await cast.hears(POWER, '2026年第三季度', '开始填报');
    const page = await pageWith(POWER, card, HIGH);
    expect(wordsOf(page)).toContain('业务办理时限（目标 ≤ 21 个工作日，合理范围 0～210，办公室落实）');
    const form = { progress: '压减审批环节。', [HIGH]: '25' };
    await cast.turns(POWER, page, '预览', { form, says: ['提交'] });
    await cast.turns(POWER, page, '提交', { toast: '提交成功', says: ['回执号'] });
    cast.tell('office-1', '/审核 供电中心');
    const review = await cast.hears('office-1', '审核 · 供电中心', '采纳');
    await cast.turns('office-1', review, '采纳', { form: { mark: '良' }, toast: '已采纳', says: ['采纳'] });
    cast.tell('stranger', '/措施 14');
    const shown = await cast.hears(
      'stranger',
      '时限（办公室落实）',
      '目标：≤ 21 个工作日',
      '红灯</text_tag> 过了期限未达到（完成度84%）　最新：25 个工作日（2026年第三季度，供电中心）',
    );
    expect(wordsOf(shown)).not.toContain('"chart"');
  });

  it('by how many percent: days, and a number without its sign, are asked back and never scored', async () => {
    const card = await cast.hears(AUDIT, '2026年第三季度', '开始填报');
    const page = await pageWith(AUDIT, card, SHORTER);
    for (const words of [
      '破产案件审理用时：压缩了百分之几（目标 压缩 30%，基数：通知没有写，办公室落实）',
      '例如 30%，不填天数、次数',
      '系统没有基数，按填的百分比计分',
      '通知没有写与哪一年比的，请在工作进展里写明',
    ])
      expect(wordsOf(page)).toContain(words);
    const types = (raw: string, says: string[]) =>
      cast.turns(AUDIT, page, '预览', { form: { progress: '与2020年比。', [SHORTER]: raw }, says });
    await types('12天', ['“12天”看不出压缩了百分之几', '改好才能提交']);
    expect((await cast.press(AUDIT, page, '提交')).toast?.content).not.toContain('提交成功');
    await cast.turns(AUDIT, page, '改这一项', { says: ['请修改：', '这里不填天数、次数'] });
    await types('12', ['“12”看不出压缩了百分之几', '改好才能提交']);
    const { db } = cast.world.service.deps;
    const value = db.query
      .selectFrom('report_value')
      .select('value')
      .where('indicator', '=', 'p3-bankruptcy');
    expect(await value.execute()).toEqual([{ value: null }]);
    await cast.turns(AUDIT, page, '改这一项', { says: ['请修改：'] });
    await types('压缩15%', ['压缩15%']);
    await cast.turns(AUDIT, page, '提交', { toast: '提交成功', says: ['回执号'] });
    expect(await value.execute()).toEqual([{ value: 15 }]);
    cast.tell('office-1', '/审核 审计局');
    const review = await cast.hears(
      'office-1',
      '审核 · 审计局',
      '压缩15%（目标 压缩 30%，基数：通知没有写，由单位自己算）',
    );
    await cast.turns('office-1', review, '采纳', { form: { mark: '良' }, toast: '已采纳', says: ['采纳'] });
    cast.tell('stranger', '/小组 21');
    await cast.hears(
      'stranger',
      '破产案件审理用时（办公室落实）',
      '目标：压缩 30%，基数：通知没有写',
      '百分比由单位自己算，系统没有基数',
      '过了期限未达到（完成度50%）　最新：压缩 15%（2026年第三季度，审计局）',
    );
    const made = await scoresWorkbook(cast.world.service.deps, '2026Q3');
    const sheet = readXlsx(made?.content ?? new Uint8Array()).find(({ name }) => name === '指标');
    const row = sheet?.rows.find(({ cells }) => cells.includes('破产案件审理用时'));
    expect(row?.cells.slice(4)).toEqual(['压缩 30%', '15', '50', '未达到']);
    await locked('2026Q3', '2026年第三季度');
  });

  it('reached in the second: green, and a line of both quarters beside the target, on either card and for all', async () => {
    cast.at('2026-12-24', '09:07');
    await cast.tick();
    await reported(POWER, { quarter: '2026年第四季度', unit: '供电中心', form: { [HIGH]: '20' } });
    await reported(AUDIT, { quarter: '2026年第四季度', unit: '审计局', form: { [SHORTER]: '32%' } });
    await locked('2026Q4', '2026年第四季度');
    cast.tell('stranger', '/措施 14');
    const measure = await cast.hears(
      'stranger',
      '绿灯</text_tag> 已达到　最新：20 个工作日（2026年第四季度，供电中心）',
    );
    const line = ['2026Q3 供电中心 25', '2026Q3 目标 21', '2026Q4 供电中心 20', '2026Q4 目标 21'];
    expect(pointsOf(measure)).toEqual(line);
    expect(wordsOf(measure)).toContain('→ 供电中心，每期报送');
    cast.shout(POWER, '/小组 7');
    expect(pointsOf(await cast.hears('work', '时限（办公室落实）', '绿灯</text_tag> 已达到'))).toEqual(line);
    cast.tell('stranger', '/小组 21');
    const shorter = await cast.hears(
      'stranger',
      '绿灯</text_tag> 已达到　最新：压缩 32%（2026年第四季度，审计局）',
    );
    expect(pointsOf(shorter)).toContain('2026Q3 审计局 15');
  });
});
