import { type Table, writeXlsx } from '../files/xlsx-write.ts';
import type { Notice } from '../notice/index-of.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { momentName, STATUS_NAMES, targetName } from '../reports/texts.ts';
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
      { title: '单位', width: 22 },
      { title: '状态', width: 8 },
      { title: '首次提交', width: 20 },
      { title: '应报事项', width: 10 },
    ],
    rows: sheets.map(({ report, items }) => [
      notice.unit(report.unit)?.name ?? report.unit,
      STATUS_NAMES[report.status],
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
      { title: '单位', width: 22 },
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
      standing.has(one.unit) ? one.value.raw : '',
      outcome(one),
    ]),
  };
}

function outcome({ attained, isReported }: TargetStanding): string {
  if (attained === undefined) return '暂不衡量';
  if (!isReported) return '未报送';
  return attained === 1 ? '达到' : '未达到';
}
