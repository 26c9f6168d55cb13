import type { EvidenceRow } from '../../db/queries/evidence.ts';
import type { ItemSheet, ReportRow, ReportSheet, ReportValueRow } from '../../db/queries/reports.ts';
import type { DecisionRow, RevisionRow } from '../../db/queries/reviews.ts';
import type { Decision, ItemKind } from '../../db/schema-reports.ts';
import type { CellValue, Table } from '../files/xlsx-write.ts';
import type { Notice } from '../notice/index-of.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { readRevision } from '../reports/revision.ts';
import { COORDINATE, momentName, STATUS_NAMES, TEXT_LABELS, targetName } from '../reports/texts.ts';
import { attainmentOf } from '../scoring/attainment.ts';
import { standingOf } from '../scoring/facts.ts';

/** All that an export of one period is made of. */
export interface PeriodRecord {
  period: string;
  sheets: readonly ReportSheet[];
  revisions: readonly RevisionRow[];
  decisions: readonly DecisionRow[];
  evidence: readonly EvidenceRow[];
  notice: Notice;
  /** A person by open_id. */
  nameOf: (openId: string) => string;
  /** When it was read, instant in ms. */
  at: number;
}

const KIND_NAMES: Readonly<Record<ItemKind, string>> = {
  group: '整组牵头',
  'sub-lead': '分项牵头',
  'group-part': '参与部分',
  measure: '措施',
};
const DECISION_NAMES: Readonly<Record<Decision, string>> = {
  accepted: '采纳',
  returned: '退回',
  withdrawn: '撤回修改',
};
const WIDE = 48;

/** The sheets of `<期>-报送.xlsx`. What has not been handed in is listed without its text. */
export function exportTables(record: PeriodRecord): Table[] {
  return [byUnit(record), byGroup(record), indicators(record), rounds(record), evidenceIndex(record)];
}

function byUnit(record: PeriodRecord): Table {
  return {
    name: '按单位',
    preface: preface(record, '按单位'),
    columns: columns(
      ['单位', 18],
      ['状态', 8],
      ['序号', 6],
      ['事项', 28],
      ['类别', 10],
      ['依据', 12],
      ...TEXT_COLUMNS,
      ['首次提交', 20],
      ['最近提交', 20],
      ['回执号', 16],
      ['质量', 6],
    ),
    rows: record.sheets.flatMap(({ report, items }) =>
      items.map((item) => [
        unitName(record, report.unit),
        STATUS_NAMES[report.status],
        item.position,
        item.title,
        KIND_NAMES[item.kind],
        item.location,
        ...texts(report, item),
        moment(report.first_submitted_at),
        moment(report.submitted_at),
        report.receipt ?? '',
        report.mark ?? '',
      ]),
    ),
  };
}

function byGroup(record: PeriodRecord): Table {
  const items = record.sheets.flatMap(({ report, items }) => items.map((item) => ({ report, item })));
  const inOrder = items
    .map((one, index) => ({ ...one, index }))
    .sort((a, b) => groupOf(a.item) - groupOf(b.item) || a.index - b.index);
  return {
    name: '按小组',
    preface: preface(record, '按小组'),
    columns: columns(
      ['小组', 8],
      ['领域', 18],
      ['单位', 18],
      ['类别', 10],
      ['事项', 28],
      ['状态', 8],
      ...TEXT_COLUMNS,
    ),
    rows: inOrder.map(({ report, item }) => [
      item.group_no === null ? '未归组' : item.group_no,
      item.group_no === null ? '' : (record.notice.group(item.group_no)?.field ?? ''),
      unitName(record, report.unit),
      KIND_NAMES[item.kind],
      item.title,
      STATUS_NAMES[report.status],
      ...texts(report, item),
    ]),
  };
}

/** Items of no task group come last. */
function groupOf(item: ItemSheet): number {
  return item.group_no ?? Number.MAX_SAFE_INTEGER;
}

function indicators(record: PeriodRecord): Table {
  return {
    name: '指标',
    preface: [
      ...preface(record, '指标'),
      '达成度按系统的默认办法计算（0～1，通知没有规定）：≤ 为目标/数值，≥ 和 = 为数值/目标，压缩、提升为实际幅度/目标幅度，最多为1；没有报数为0；无法衡量或办公室认可暂无数据的不计。',
    ],
    columns: columns(
      ['单位', 18],
      ['状态', 8],
      ['事项', 28],
      ['指标', 32],
      ['目标', 18],
      ['计量单位', 12],
      ['填报内容', 20],
      ['数值', 10],
      ['暂无数据的原因', 24],
      ['原因已认可', 10],
      ['达成度', 10],
      ['期限', 12],
    ),
    rows: record.sheets.flatMap(({ report, items }) =>
      items.flatMap((item) => item.values.map((value) => indicatorRow(record, { report, item, value }))),
    ),
  };
}

function indicatorRow(
  record: PeriodRecord,
  { report, item, value }: { report: ReportRow; item: ItemSheet; value: ReportValueRow },
): CellValue[] {
  const isIn = isHandedIn(report);
  return [
    unitName(record, report.unit),
    STATUS_NAMES[report.status],
    item.title,
    value.what,
    targetName(value),
    value.measured_in,
    isIn ? value.raw : '',
    isIn ? (value.value ?? undefined) : undefined,
    isIn ? (value.no_data ?? '') : '',
    isIn && value.no_data_accepted === 1 ? '是' : '',
    attainmentOf(value, standingOf(report)),
    value.deadline ?? '',
  ];
}

function rounds(record: PeriodRecord): Table {
  const decisions = Map.groupBy(record.decisions, (decision) => `${decision.unit} ${decision.round}`);
  return {
    name: '历次提交',
    preface: preface(record, '历次提交'),
    columns: columns(
      ['单位', 18],
      ['轮次', 6],
      ['回执号', 16],
      ['提交人', 12],
      ['提交时间', 20],
      ['处理', 24],
      ['事项', 28],
      ...TEXT_COLUMNS,
      ['指标', 32],
    ),
    rows: record.revisions.flatMap((revision) =>
      readRevision(revision.content).items.map(({ title, content, indicators: values }) => [
        unitName(record, revision.unit),
        revision.round,
        revision.receipt,
        record.nameOf(revision.submitted_by),
        moment(revision.submitted_at),
        (decisions.get(`${revision.unit} ${revision.round}`) ?? [])
          .map((one) => decisionText(record, one))
          .join('\n'),
        title,
        content.progress,
        content.problems,
        content.next_steps,
        content.coordinate ? '是' : '',
        values.map((value) => `${value.what}：${value.raw === '' ? '没有填' : value.raw}`).join('\n'),
      ]),
    ),
  };
}

function decisionText({ nameOf }: PeriodRecord, decision: DecisionRow): string {
  const chips = JSON.parse(decision.chips) as string[];
  const reasons = [...chips, decision.reason].filter((part) => part !== '').join('、');
  const mark = decision.mark === null ? '' : `（${decision.mark}）`;
  return `${momentName(decision.at)} ${nameOf(decision.by)} ${DECISION_NAMES[decision.what]}${mark}${reasons === '' ? '' : `：${reasons}`}`;
}

function evidenceIndex(record: PeriodRecord): Table {
  const titles = new Map(
    record.sheets.flatMap(({ items }) =>
      items.map((item) => [`${item.unit} ${item.item}`, item.title] as const),
    ),
  );
  return {
    name: '佐证材料',
    preface: [...preface(record, '佐证材料'), '文件本身留在飞书；SHA-256 用来核对拿到的是不是同一个文件。'],
    columns: columns(
      ['单位', 18],
      ['事项', 28],
      ['文件名', 32],
      ['大小（字节）', 12],
      ['SHA-256', 66],
      ['提交人', 12],
      ['时间', 20],
      ['状态', 10],
      ['消息编号', 24],
      ['文件编号', 32],
    ),
    rows: record.evidence.map((one) => [
      unitName(record, one.unit),
      titles.get(`${one.unit} ${one.item}`) ?? '',
      one.name,
      one.size,
      one.sha256,
      record.nameOf(one.by),
      moment(one.at),
      one.removed_at === null ? '有效' : '已移除',
      one.message_id,
      one.file_key,
    ]),
  };
}

function preface({ period, at }: PeriodRecord, what: string): string[] {
  return [`${periodName(period as PeriodId)}报送 · ${what}（导出于${momentName(at)}）`];
}

const TEXT_COLUMNS: readonly [string, number][] = [
  [TEXT_LABELS.progress, WIDE],
  [TEXT_LABELS.problems, WIDE],
  [TEXT_LABELS.next_steps, WIDE],
  [COORDINATE, 10],
];

function columns(...all: readonly (readonly [string, number])[]): Table['columns'] {
  return all.map(([title, width]) => ({ title, width }));
}

/** An unfinished draft is the unit's own. */
function texts(report: ReportRow, item: ItemSheet): CellValue[] {
  if (!isHandedIn(report)) return ['', '', '', ''];
  return [item.progress, item.problems, item.next_steps, item.coordinate === 1 ? '是' : ''];
}

function isHandedIn({ status }: ReportRow): boolean {
  return status === 'submitted' || status === 'accepted';
}

function unitName({ notice }: PeriodRecord, unit: string): string {
  return notice.unit(unit)?.name ?? unit;
}

function moment(at: number | null): string {
  return at === null ? '' : momentName(at);
}
