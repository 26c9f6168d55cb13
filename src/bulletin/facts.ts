import type { PeriodRow } from '../../db/queries/periods.ts';
import type { ItemSheet, ReportSheet, ReportValueRow } from '../../db/queries/reports.ts';
import { instantOf } from '../clock.ts';
import { DUE_TIME } from '../reports/period.ts';
import { attainmentOf } from '../scoring/attainment.ts';
import { standingOf } from '../scoring/facts.ts';

/** What is stored of a period, as far as its bulletin goes. */
export interface PeriodFacts {
  period: PeriodRow;
  /** In the order of the notice. */
  sheets: readonly ReportSheet[];
}

/** 报送情况: units, and their items. */
export interface FilingFigures {
  units: number;
  reported: number;
  onTime: number;
  late: number;
  returned: number;
  missing: number;
  accepted: number;
  items: number;
  filled: number;
}

/** A numeric target and how it stands. */
export interface TargetStanding {
  unit: string;
  item: ItemSheet;
  value: ReportValueRow;
  /** 0…1; undefined where it cannot be measured or was excused. */
  attained: number | undefined;
  /** The unit's report stands with the office and gives a number. */
  isReported: boolean;
}

/** 指标完成情况, over the targets that can be measured. */
export interface TargetFigures {
  all: number;
  reported: number;
  met: number;
  behind: number;
  unreported: number;
  unmeasured: number;
}

/** Only what stands with the office is spoken of: a draft or a returned text is the unit's own. */
export function isStanding({ report }: ReportSheet): boolean {
  return standingOf(report) === 'standing';
}

export function filingFigures({ period, sheets }: PeriodFacts): FilingFigures {
  const due = instantOf(period.due_on, DUE_TIME);
  const standing = sheets.filter(isStanding);
  const onTime = standing.filter(({ report }) => (report.first_submitted_at ?? Infinity) <= due).length;
  const returned = sheets.filter(({ report }) => report.status === 'returned').length;
  return {
    units: sheets.length,
    reported: standing.length,
    onTime,
    late: standing.length - onTime,
    returned,
    missing: sheets.length - standing.length - returned,
    accepted: sheets.filter(({ report }) => report.status === 'accepted').length,
    items: sheets.reduce((sum, { items }) => sum + items.length, 0),
    filled: standing.reduce((sum, { items }) => sum + items.filter(hasContent).length, 0),
  };
}

/** Every numeric target of a period, in the order of the notice. */
export function targetStandings(sheets: readonly ReportSheet[]): TargetStanding[] {
  return sheets.flatMap((sheet) =>
    sheet.items.flatMap((item) =>
      item.values.map((value) => ({
        unit: sheet.report.unit,
        item,
        value,
        attained: attainmentOf(value, standingOf(sheet.report)),
        isReported: isStanding(sheet) && value.value !== null,
      })),
    ),
  );
}

export function targetFigures(targets: readonly TargetStanding[]): TargetFigures {
  const measured = targets.filter((one) => one.attained !== undefined);
  const reported = measured.filter((one) => one.isReported);
  const met = reported.filter((one) => one.attained === 1).length;
  return {
    all: targets.length,
    reported: reported.length,
    met,
    behind: reported.length - met,
    unreported: measured.length - reported.length,
    unmeasured: targets.length - measured.length,
  };
}

/** What a unit has written about an item that stands with the office. */
export interface Told {
  unit: string;
  item: ItemSheet;
}

/** Items with a text of this kind, of the reports that stand. */
export function toldIn(
  sheets: readonly ReportSheet[],
  field: 'progress' | 'problems' | 'next_steps',
): Told[] {
  return sheets
    .filter(isStanding)
    .flatMap(({ report, items }) =>
      items.filter((item) => item[field] !== '').map((item) => ({ unit: report.unit, item })),
    );
}

/** 典型做法: progress in the reports that the office marked 优. */
export function practicesOf(sheets: readonly ReportSheet[]): Told[] {
  return toldIn(
    sheets.filter(({ report }) => report.mark === '优' && report.status === 'accepted'),
    'progress',
  );
}

function hasContent(item: ItemSheet): boolean {
  return (
    item.progress !== '' ||
    item.problems !== '' ||
    item.next_steps !== '' ||
    item.values.some((value) => value.raw !== '')
  );
}
