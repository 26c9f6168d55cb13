import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodById } from '../../db/queries/periods.ts';
import { insertAnnualMark } from '../../db/queries/scoring-facts.ts';
import { amendedModel } from '../../src/amendments/model.ts';
import type { AmendmentContent } from '../../src/amendments/types.ts';
import { snapshotOf } from '../../src/ranking/snapshot.ts';
import { attainment } from '../../src/scoring/attainment.ts';
import { totalOf } from '../../src/scoring/entries.ts';
import { pointsOf } from '../../src/scoring/points.ts';
import { scoresOf } from '../../src/scoring/scores.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { BY, facts, valueFacts } from './facts.ts';

let cast: ReportCast;
const deps = () => cast.world.service.deps;
const scoreOf = async (span: string, unit: string) =>
  (await scoresOf(deps(), span)).find((one) => one.unit === unit);

/** Group 7 is led by another unit from a day on. */
const change: AmendmentContent = {
  kind: 'group',
  no: 7,
  field: 'leadUnits',
  value: ['court'],
  from: '2026-10-01',
  basis: '某办〔2026〕3号',
};

beforeAll(async () => {
  cast = await startReportCast();
  const { db, notice } = deps();
  const submitted = { status: 'submitted' as const, submittedAt: MORNING };
  // Every unit but two in the third quarter: one that joins later, and one that is merged away after it.
  const third = { ...notice.model, units: notice.model.units.filter(({ id }) => id !== 'audit') };
  const changed = amendedModel(notice.model, [change], '2026-12-01');
  const fourth = { ...changed, units: changed.units.filter(({ id }) => id !== 'quality') };
  await openFilled(db, third, {
    period: '2026Q3',
    dueOn: '2026-12-10',
    now: MORNING,
    units: { finance: submitted, quality: submitted },
  });
  await openFilled(db, fourth, {
    period: '2026Q4',
    dueOn: '2027-01-08',
    now: MORNING + 1,
    units: { finance: submitted, audit: submitted },
  });
  cast.world.sandbox.as(cast.id('office-1')).enter();
  await cast.hears('office-1', '直接问我');
});
afterAll(() => cast.close());

describe('a year with quarters that are missing', () => {
  it('is the mean of those that were opened, and says which were not', async () => {
    const [third, fourth, year] = [
      await scoreOf('2026Q3', 'finance'),
      await scoreOf('2026Q4', 'finance'),
      await scoreOf('2026', 'finance'),
    ];
    expect(year?.total).toBeCloseTo(((third?.total ?? 0) + (fourth?.total ?? 0)) / 2, 9);
    const never = year?.rows.filter(({ reason }) => reason === '这个季度没有开过报送，不计入平均。');
    expect(never?.map(({ label }) => label)).toEqual(['2026年第一季度', '2026年第二季度']);
    expect(await scoresOf(deps(), '2026H1')).toEqual([]);
  });

  it('a unit that joined or was merged away is judged by its own quarters', async () => {
    const joined = await scoreOf('2026', 'audit');
    expect(joined?.total).toBeCloseTo((await scoreOf('2026Q4', 'audit'))?.total ?? Number.NaN, 9);
    expect(joined?.rows.find(({ label }) => label === '2026年第三季度')?.reason).toContain(
      '没有要报送的事项',
    );
    expect(await scoreOf('2026Q3', 'audit')).toBeUndefined();
    const merged = await scoreOf('2026', 'quality');
    expect(merged?.total).toBeCloseTo((await scoreOf('2026Q3', 'quality'))?.total ?? Number.NaN, 9);
    expect(await scoreOf('2026Q4', 'quality')).toBeUndefined();
  });

  it('an amendment in the year changes what is counted from the next period on, and nothing before', async () => {
    const { db } = deps();
    const leads = async (period: string) =>
      (
        await db.query
          .selectFrom('report_item')
          .select('unit')
          .where('period', '=', period)
          .where('item', '=', 'group:7')
          .orderBy('unit')
          .execute()
      ).map(({ unit }) => unit);
    expect(await leads('2026Q3')).toEqual(['development-reform', 'power']);
    expect(await leads('2026Q4')).toEqual(['court']);
    expect(await scoreOf('2026', 'court')).toBeDefined();
  });
});

describe('places', () => {
  it('of a quarter in which nobody has reported all are the first, and the snapshot can be made', async () => {
    const { db, notice } = deps();
    await openFilled(db, notice.model, { period: '2027Q1', dueOn: '2027-04-08', now: MORNING + 2 });
    const scores = await scoresOf(deps(), '2027Q1');
    expect(scores.length).toBeGreaterThan(30);
    expect(new Set(scores.map(({ place, shown }) => `${place} ${shown}`))).toEqual(new Set(['1 0']));
    expect(snapshotOf('2027Q1', scores, (unit) => unit)?.units).toHaveLength(scores.length);
  });
});

describe('numbers that nobody should have entered', () => {
  it('a baseline of zero is no division: met where it is kept, missed where it is not', () => {
    const zero = { target: 0, upTo: undefined, isExcused: false };
    for (const comparator of ['<=', '>=', '=', 'about', 'reduce', 'raise'])
      expect(attainment({ ...zero, comparator, value: 0 })).toBe(1);
    expect(attainment({ ...zero, comparator: '<=', value: 7 })).toBe(0);
    expect(attainment({ ...zero, comparator: '>=', value: -7 })).toBe(0);
    const rows = pointsOf(facts({ values: [valueFacts({ target: 0, value: 5, raw: '5' })] }), BY);
    expect(Number.isFinite(totalOf(rows))).toBe(true);
    expect(rows.find(({ criterion }) => criterion === 'indicators')?.points).toBe(0);
  });

  it('values beyond all measure give no more than the points there are', () => {
    for (const value of [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 1e-300]) {
      const rows = pointsOf(facts({ values: [valueFacts({ comparator: '>=', value, raw: 'x' })] }), BY);
      const points = rows.find(({ criterion }) => criterion === 'indicators')?.points ?? Number.NaN;
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(30);
    }
  });

  it('a mark outside its range is refused by the table too', async () => {
    const { db } = deps();
    for (const mark of [-1, 101, Number.NaN])
      await expect(
        db.apply([
          insertAnnualMark(db, { id: `m${mark}`, year: '2026', unit: 'tax', mark, entered_by: 'x', at: 1 }),
        ]),
      ).rejects.toThrow();
    await expect(
      db.apply([
        db.query
          .updateTable('report')
          .set({ mark: '特优' as '优' })
          .where('period', '=', '2026Q4')
          .where('unit', '=', 'finance'),
      ]),
    ).rejects.toThrow();
  });

  it('a card that carries a mark there is none of leaves the report as it is', async () => {
    const { db } = deps();
    cast.tell('office-1', '/审核 财政局 2026Q4');
    const card = await cast.hears('office-1', '审核 · 财政局');
    const answer = await cast.press('office-1', card, '采纳', { form: { mark: '特优' } });
    expect(answer.toast?.content).toContain('请先选质量等级');
    expect((await periodById(db, '2026Q4'))?.status).toBe('open');
    const row = await db.query
      .selectFrom('report')
      .select(['status', 'mark'])
      .where('period', '=', '2026Q4')
      .where('unit', '=', 'finance')
      .executeTakeFirst();
    expect(row).toEqual({ status: 'submitted', mark: null });
  });
});
