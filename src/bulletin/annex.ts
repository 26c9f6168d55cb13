import type { ReportValueRow } from '../../db/queries/reports.ts';
import type { ReportStatus } from '../../db/schema-reports.ts';
import { type CellValue, type Table, writeXlsx } from '../files/xlsx-write.ts';
import type { Notice } from '../notice/index-of.ts';
import { valueName } from '../reports/change-targets.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { momentName, STATUS_NAMES, targetName } from '../reports/texts.ts';
import { isChange } from '../reports/values.ts';
import { isStanding, type PeriodFacts, type TargetStanding, targetStandings } from './facts.ts';

/** 附表: who has reported, and how each target stands, as xlsx. */
export function annexXlsx(of: PeriodFacts & { notice: Notice }): Promise<Uint8Array> {
  return writeXlsx([filing(of), targets(of)]);
}

function filing({ period, sheets, notice }: PeriodFacts & { notice: Notice }): Table {
  return {
    name: '报送情况',
    preface: [`${periodName(period.id as PeriodId)}报送情况`],
    columns: [
      { title: '单位', width: 24 },
      { title: '状态', width: 8 },
      { title: '首次提交', width: 24 },
      { title: '应报事项', width: 10 },
    ],
    rows: sheets.map(({ report, items }) => [
      notice.unit(report.unit)?.name ?? report.unit,
      statusOf(report.status),
      report.first_submitted_at === null ? '' : momentName(report.first_submitted_at),
      items.length,
    ]),
  };
}

function targets({ period, sheets, notice }: PeriodFacts & { notice: Notice }): Table {
  const standing = new Set(sheets.filter(isStanding).map(({ report }) => report.unit));
  return {
    name: '指标完成情况',
    preface: [`${periodName(period.id as PeriodId)}指标完成情况`],
    columns: [
      { title: '单位', width: 24 },
      { title: '事项', width: 30 },
      { title: '指标', width: 32 },
      { title: '目标', width: 18 },
      { title: '实际', width: 18 },
      { title: '完成情况', width: 12 },
    ],
    rows: targetStandings(sheets).map((one) => [
      notice.unit(one.unit)?.name ?? one.unit,
      one.item.title,
      one.value.what,
      targetName(one.value),
      standing.has(one.unit) ? actual(one.value) : '',
      outcome(one),
    ]),
  };
}

/** What everybody reads: whether somebody has begun is his own affair. */
function statusOf(status: ReportStatus): string {
  return status === 'none' || status === 'draft' ? '未报送' : STATUS_NAMES[status];
}

/** A number that can be counted with; by how many percent stands with its word, and 暂无数据 with its reason. */
function actual(of: ReportValueRow): CellValue {
  if (of.value === null) return of.raw;
  return isChange(of) ? valueName({ ...of, value: of.value }) : of.value;
}

function outcome({ attained, isReported }: TargetStanding): string {
  if (attained === undefined) return '暂不衡量';
  if (!isReported) return '未报送';
  return attained === 1 ? '达到' : '未达到';
}
