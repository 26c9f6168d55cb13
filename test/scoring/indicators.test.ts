import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodSheets } from '../../db/queries/reports.ts';
import { numbersOfMeasures } from '../../db/queries/targets.ts';
import type { ReportStatus } from '../../db/schema-reports.ts';
import { targetFigures, targetStandings } from '../../src/bulletin/facts.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { formsOf } from '../../src/reports/opening.ts';
import { scoresWorkbook } from '../../src/scoring/workbook.ts';
import { standingsOf } from '../../src/targets/standing.ts';
import { MORNING } from '../people/cast.ts';
import { type Filled, openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

const PERIOD = '2026Q4';
const STATUSES: readonly ReportStatus[] = ['accepted', 'submitted', 'returned', 'draft', 'accepted'];
/** On, above and below each target, and nothing at all. */
const FACTORS = [1, 1.25, 0.75, undefined] as const;

let cast: ReportCast;
const deps = () => cast.world.service.deps;

beforeAll(async () => {
  cast = await startReportCast();
  const { values } = formsOf(deps().notice.model);
  const byUnit = Map.groupBy(values, ({ unit }) => unit);
  const units = [...byUnit].map(([unit, own], at): [string, Filled] => {
    const items = Map.groupBy(own, ({ item }) => item);
    const filled = [...items].map(([item, all]) => {
      const typed = all.flatMap((one, no) => {
        const factor = FACTORS[(no + at) % FACTORS.length];
        return factor === undefined ? [] : [[one.indicator, String((one.target ?? 0) * factor)] as const];
      });
      return [item, { progress: '已完成', values: Object.fromEntries(typed) }] as const;
    });
    const status = STATUSES[at % STATUSES.length] ?? 'accepted';
    return [unit, { status, submittedAt: MORNING, items: Object.fromEntries(filled) }];
  });
  await openFilled(deps().db, deps().notice.model, {
    period: PERIOD,
    dueOn: '2027-01-08',
    now: MORNING,
    units: Object.fromEntries(units),
  });
  const { db } = deps();
  // One 暂无数据 that the office has accepted: it counts neither way.
  await db.apply([
    db.query
      .updateTable('report_value')
      .set({ raw: '暂无数据：系统升级', value: null, no_data: '系统升级', no_data_accepted: 1 })
      .where('period', '=', PERIOD)
      .where('indicator', '=', 'm13-record'),
  ]);
});
afterAll(() => cast.close());

interface Stored {
  unit: string;
  status: string;
  what: string;
  comparator: string;
  target: number;
  value: number | null;
  no_data_accepted: number;
}

/** Straight from the tables, judged by other code than the product's. */
async function stored(): Promise<(Stored & { verdict: string })[]> {
  const { rows } = await sql<Stored>`
    select v.unit, r.status, v.what, v.comparator, v.target, v.value, v.no_data_accepted
    from report_value v join report r on r.period = v.period and r.unit = v.unit
    where v.period = ${PERIOD}`.execute(deps().db.query);
  return rows.map((row) => ({ ...row, verdict: verdictOf(row) }));
}

function verdictOf({ status, comparator, target, value, no_data_accepted }: Stored): string {
  const isIn = status === 'accepted' || status === 'submitted';
  if (isIn && no_data_accepted === 1) return 'unmeasured';
  if (!isIn || value === null) return 'unreported';
  const isMet = comparator === '<=' ? value <= target : value >= target;
  return isMet ? 'met' : 'behind';
}

describe('targets that are met and behind', () => {
  it('are as many in the bulletin as the stored rows give', async () => {
    const rows = await stored();
    const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
    expect(count('met')).toBeGreaterThan(3);
    expect(count('behind')).toBeGreaterThan(1);
    expect(count('unreported')).toBeGreaterThan(3);
    expect(count('unmeasured')).toBe(1);
    expect(targetFigures(targetStandings(await periodSheets(deps().db, PERIOD)))).toEqual({
      all: rows.length,
      reported: count('met') + count('behind'),
      met: count('met'),
      behind: count('behind'),
      unreported: count('unreported'),
      unmeasured: count('unmeasured'),
    });
  });

  it('have the lights that the accepted ones of the stored rows give', async () => {
    const rows = (await stored()).filter(({ status, value }) => status === 'accepted' && value !== null);
    const numbers = await numbersOfMeasures(
      deps().db,
      deps().notice.model.measures.map(({ no }) => no),
    );
    const lights = standingsOf(numbers, '2026-11-25').flatMap(({ units }) =>
      units.flatMap(({ light }) => light ?? []),
    );
    expect(lights).toHaveLength(rows.length);
    expect(lights.filter((light) => light === 'green')).toHaveLength(
      rows.filter(({ verdict }) => verdict === 'met').length,
    );
  });
});

describe('the sheet 指标 of the score workbook', () => {
  const sheet = async (name: string) => {
    const made = await scoresWorkbook(deps(), PERIOD);
    const found = readXlsx(made?.content ?? new Uint8Array()).find((one) => one.name === name);
    const rows = found?.rows.map(({ cells }) => cells) ?? [];
    return rows.slice(rows.findIndex(([first]) => first === '单位'));
  };

  it('has each target with 单位 指标 目标 实际 达成, as the stored rows have them', async () => {
    const [head, ...rows] = await sheet('指标');
    expect(head).toEqual(['单位', '期', '事项', '指标', '目标', '实际', '达成（%）', '说明']);
    const all = await stored();
    expect(rows).toHaveLength(all.length);
    const said = { met: '达到', behind: '未达到', unmeasured: '不计' };
    for (const [verdict, words] of Object.entries(said))
      expect(rows.filter((row) => row[7] === words)).toHaveLength(
        all.filter((one) => one.verdict === verdict).length,
      );
    // What was given back or is a draft is nobody's to read here.
    for (const row of rows.filter((one) => one[7] === '没有提交')) expect(row[5] ?? '').toBe('');
  });

  it('its 达成 give the points for 指标 of each unit, recomputed from the file alone', async () => {
    const [, ...rows] = await sheet('指标');
    const [, ...details] = await sheet('明细');
    const byUnit = Map.groupBy(
      rows.filter((row) => (row[6] ?? '') !== ''),
      (row) => row[0],
    );
    expect(byUnit.size).toBeGreaterThan(5);
    for (const [unit, own] of byUnit) {
      const mean = own.reduce((sum, row) => sum + Number(row[6]), 0) / own.length / 100;
      const points = details.find((row) => row[0] === unit && row[2] === '指标');
      expect(Number(points?.[3])).toBeCloseTo(mean * Number(points?.[4]), 1);
    }
  });
});
