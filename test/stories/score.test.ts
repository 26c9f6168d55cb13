import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { scoresOf } from '../../src/scoring/scores.ts';
import { scoresWorkbook } from '../../src/scoring/workbook.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from './report-support.ts';

let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  const { db, notice } = cast.world.service.deps;
  for (const who of ['office-1', 'stranger']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  await openFilled(db, notice.model, {
    period: '2026Q4',
    dueOn: '2027-01-08',
    now: MORNING,
    units: {
      tax: {
        status: 'submitted',
        submittedAt: instantOf('2027-01-11', '09:00'),
        items: { 'group:4': { progress: '已完成' } },
      },
    },
  });
});
afterAll(() => cast.close());

const workbook = async () => {
  const made = await scoresWorkbook(cast.world.service.deps, '2026Q4');
  return readXlsx(made?.content ?? new Uint8Array());
};

describe('/评分', () => {
  it('the office gets the table and the workbook; nobody else does', async () => {
    cast.tell('office-1', '/评分 2026Q4');
    await cast.hears('office-1', '评分', '公布以前只有办公室能看名次');
    await cast.hears('office-1', '2026Q4-评分.xlsx');
    cast.tell('stranger', '/评分 2026Q4');
    await cast.hears('stranger', '只有领导小组办公室成员可以看全部单位的评分');
    cast.tell('stranger', '/评分 税务局');
    await cast.hears('stranger', '只给该单位自己、分包领导和办公室看');
  });

  it('adds and deducts with a reason; the same matter counts once; a cancelled one no more', async () => {
    const score = async () =>
      (await scoresOf(cast.world.service.deps, '2026Q4')).find(({ unit }) => unit === 'tax')?.total ?? 0;
    const before = await score();
    cast.tell('office-1', '/评分 税务局 +2 典型经验 数电发票');
    await cast.hears('office-1', '已录入', '数电发票');
    expect((await score()) - before).toBeCloseTo(2, 10);
    cast.tell('office-1', '／评分 税务局 ＋2 典型经验，数电发票');
    await cast.hears('office-1', '同一件事只计一次');
    for (const again of ['+2 数电发票', '2026Q4 -1 通报批评：数电发票']) {
      cast.tell('office-1', `/评分 税务局 ${again}`);
      await cast.hears('office-1', '这件事在2026年第四季度已经计过（+2 典型经验 数电发票）');
    }
    cast.tell('office-1', '/评分 税务局 2026Q4 －１.５ 整改不力（附件－3）');
    await cast.hears('office-1', '已录入', '整改不力（附件－3）');
    expect((await score()) - before).toBeCloseTo(0.5, 10);
    cast.tell('office-1', '/评分 税务局 -50 通报批评');
    await cast.hears('office-1', '应在0到20分之间');
    cast.tell('stranger', '/评分 税务局 +2 典型经验 别的');
    await cast.hears('stranger', '可以录入加分和扣分');
    cast.tell('office-1', '/评分 税务局');
    const card = await cast.hears(
      'office-1',
      '典型经验 数电发票',
      '及时性',
      '晚1个工作日',
      '失分：及时性5.71分、',
      '、扣分1.5分',
    );
    await cast.turns('office-1', card, '取消：+2 典型经验 数电发票', {
      form: { reason: '录错了' },
      says: ['已取消', '录错了'],
    });
    expect(await score()).toBeCloseTo(before - 1.5, 10);
  });

  it('为什么扣分, in one’s own words: the unit’s own people and the office; the rest hear why not', async () => {
    await cast.bound({ 'office-2': 'tax' });
    cast.tell('office-2', '我们单位多少分');
    await cast.hears('office-2', '评分 · 税务局', '及时性');
    cast.tell('office-1', '税务局为什么扣分？');
    await cast.hears('office-1', '评分 · 税务局');
    await cast.bound({ 'leader-power': 'shen-xiaodong' }, 'leader');
    cast.tell('leader-power', '供电中心为什么扣分');
    await cast.hears('leader-power', '评分 · 供电中心', '失分：');
    cast.tell('leader-power', '税务局为什么扣分');
    await cast.hears('leader-power', '税务局的评分只给该单位自己、分包领导和办公室看');
    cast.tell('stranger', '税务局得分多少');
    await cast.hears('stranger', '只给该单位自己、分包领导和办公室看');
  });

  it('an annual mark out of range is refused; without one the year says so', async () => {
    cast.tell('office-1', '/评分 税务局 年度 101');
    await cast.hears('office-1', '年度考评分应在0～100之间，101没有录入');
    cast.tell('office-1', '/评分 税务局 2026年 年度考评 -5');
    await cast.hears('office-1', '年度考评分应在0～100之间，-5没有录入');
    cast.tell('office-1', '/评分 税务局 2026年');
    await cast.hears('office-1', '没有年度考评分，只按季度计');
    cast.tell('office-1', '/评分 税务局 年度 90');
    await cast.hears('office-1', '已录入', '90分');
    cast.tell('office-1', '/评分 税务局 2026年度');
    await cast.hears('office-1', '年度考评90分，占40%');
  });

  it('a rubric that does not add up stays in the form; a good one is for the next period', async () => {
    const before = await scoresOf(cast.world.service.deps, '2026Q4');
    cast.tell('office-1', '/评分 办法 修改');
    const card = await cast.hears('office-1', '修改评分办法');
    await cast.turns('office-1', card, '保存为新版本', {
      form: { quality: '40' },
      says: ['四项权重合计应为100，现在是110'],
    });
    await cast.turns('office-1', card, '保存为新版本', {
      form: { quality: '40', indicators: '20' },
      says: ['第2版'],
    });
    expect(await scoresOf(cast.world.service.deps, '2026Q4')).toEqual(before);
    cast.tell('office-1', '/评分 办法 修改 登录次数 10');
    await cast.hears('office-1', '“登录次数”不能计分', '减轻基层负担');
    cast.tell('stranger', '/评分 办法');
    await cast.hears('stranger', '不是通知规定的');
  });

  it('every total of the workbook is the sum of its rows, recomputed from the file alone', async () => {
    const [scores, details] = await workbook();
    expect(scores?.rows[0]?.cells).toEqual([
      '单位',
      '期',
      '及时性',
      '完整性',
      '指标',
      '质量',
      '加分',
      '扣分',
      '总分',
      '名次',
    ]);
    const cents = new Map<string, number>();
    const start = details?.rows.findIndex(({ cells }) => cells[0] === '单位') ?? 0;
    for (const { cells } of details?.rows.slice(start + 1) ?? [])
      cents.set(String(cells[0]), (cents.get(String(cells[0])) ?? 0) + Number(cells[3]));
    const rows = scores?.rows.slice(1) ?? [];
    expect(rows.length).toBeGreaterThan(10);
    for (const { cells } of rows)
      expect(Math.abs(Number(cells[8]) - (cents.get(String(cells[0])) ?? Number.NaN))).toBeLessThan(0.005001);
  });
});
