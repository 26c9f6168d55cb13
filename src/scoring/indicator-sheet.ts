import { pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { reportsOfPeriod } from '../../db/queries/reports.ts';
import { scoredValues } from '../../db/queries/scoring-facts.ts';
import type { Deps } from '../deps.ts';
import type { CellValue, Table } from '../files/xlsx-write.ts';
import { targetName } from '../reports/texts.ts';
import { attainmentOf } from './attainment.ts';
import { type Standing, standingOf, type ValueFacts } from './facts.ts';
import { toHundredths } from './rounding.ts';
import { quartersOf, type SpanId } from './span.ts';

/**
 * The sheet 指标 of a span's workbook: every numeric target with what was reported for it and how far it is reached, as
 * the score counts it, by quarter and in the order of the notice.
 */
export async function indicatorTable(
  { db }: Pick<Deps, 'db'>,
  span: SpanId,
  nameOf: (unit: string) => string,
) {
  const opened = new Set((await pastAndOpenPeriods(db)).map(({ id }) => id));
  const quarters = quartersOf(span).filter((id) => opened.has(id));
  const rows = await Promise.all(
    quarters.map(async (id) => {
      const [reports, values] = await Promise.all([reportsOfPeriod(db, id), scoredValues(db, id)]);
      const byUnit = Map.groupBy(values, ({ unit }) => unit);
      return reports.flatMap((report) =>
        (byUnit.get(report.unit) ?? []).map((value): CellValue[] => [
          nameOf(report.unit),
          id,
          value.title,
          value.what,
          targetName(value),
          ...reachedCells(value, standingOf(report)),
        ]),
      );
    }),
  );
  return table(rows.flat());
}

function table(rows: CellValue[][]): Table {
  return {
    name: '指标',
    preface: ['达成按办公室的评分办法计算，0～100；空着的不计入平均。'],
    columns: [
      { title: '单位', width: 20 },
      { title: '期', width: 10 },
      { title: '事项', width: 32 },
      { title: '指标', width: 32 },
      { title: '目标', width: 18 },
      { title: '实际', width: 18 },
      { title: '达成（%）', width: 10 },
      { title: '说明', width: 20 },
    ],
    rows,
  };
}

/** 实际, 达成 and what is said of them; what does not stand with the office is not shown. */
function reachedCells(value: ValueFacts, standing: Standing): CellValue[] {
  const share = attainmentOf(value, standing);
  const percent = share === undefined ? '' : toHundredths(share * 100);
  if (standing !== 'standing') return ['', percent, share === undefined ? '不计' : '没有提交'];
  if (share === undefined) return [value.raw, percent, '不计'];
  if (value.value === null) return [value.raw, percent, '没有填报数值'];
  return [value.value, percent, share === 1 ? '达到' : '未达到'];
}
