import { personNames } from '../../db/queries/people.ts';
import { publishedRanking, type RankingRow } from '../../db/queries/rankings.ts';
import type { Deps } from '../deps.ts';
import type { CellValue, Table } from '../files/xlsx-write.ts';
import { writeXlsx } from '../files/xlsx-write.ts';
import { readSnapshot } from '../ranking/snapshot.ts';
import { momentName } from '../reports/texts.ts';
import { totalOf } from './entries.ts';
import { indicatorTable } from './indicator-sheet.ts';
import { toHundredths } from './rounding.ts';
import { scoresOf } from './scores.ts';
import { isQuarter, type SpanId } from './span.ts';
import { LABELS, OURS } from './texts.ts';
import type { Criterion, UnitScore } from './types.ts';

/** What the names in a workbook come from. */
interface Names {
  unit: (id: string) => string;
  person: (openId: string) => string;
}

/** `<期>-评分.xlsx`, with what was published of it; undefined where nothing was ever opened. */
export async function scoresWorkbook(
  deps: Pick<Deps, 'db' | 'notice' | 'clock'>,
  span: SpanId,
): Promise<{ name: string; content: Uint8Array } | undefined> {
  const scores = await scoresOf(deps, span);
  if (scores.length === 0) return undefined;
  const row = await publishedRanking(deps.db, span);
  const published = row === undefined ? [] : publishedScores(row);
  const people = [...scores, ...published].flatMap(({ rows }) => rows.flatMap((one) => one.enteredBy ?? []));
  const names = await personNames(deps.db, [...new Set(people)]);
  const unit = (id: string) => deps.notice.unit(id)?.name ?? id;
  const named = { unit, person: (openId: string) => names.get(openId) ?? openId };
  const content = await writeXlsx([
    ...scoreTables(span, scores, named),
    await indicatorTable(deps, span, unit),
    ...(row === undefined ? [] : publishedTables(row, published, named)),
  ]);
  return { name: `${span}-评分.xlsx`, content };
}

/** The sheets: the scores, and every row that they are the sum of. Headings stand in the first row, for machines. */
function scoreTables(span: SpanId, scores: readonly UnitScore[], names: Names): Table[] {
  return [
    isQuarter(span) ? quarterTable(span, scores, names) : spanTable(span, scores, names),
    details(span, scores, names),
  ];
}

function publishedScores({ span, content }: RankingRow): UnitScore[] {
  const { rubric, units } = readSnapshot(content);
  return units.map((one) => ({ ...one, period: span, rubric }));
}

/** What was published, frozen, and every row that it is the sum of: today's scores may differ until a correction. */
function publishedTables(row: RankingRow, scores: readonly UnitScore[], names: Names): Table[] {
  const { span, revision, published_at: at, hash } = row;
  return [
    {
      name: '公布',
      preface: [`第${revision}版，${momentName(at)}公布，数据指纹 ${hash}`],
      columns: columns(['单位', 20], ['期', 10], ['总分', 10], ['名次', 8]),
      rows: scores.map((score) => [names.unit(score.unit), span, score.shown, score.place]),
    },
    { ...details(span, scores, names), name: '公布明细' },
  ];
}

const WIDE = 60;

function quarterTable(span: SpanId, scores: readonly UnitScore[], names: Names): Table {
  const criteria: readonly Criterion[] = [
    'timeliness',
    'completeness',
    'indicators',
    'quality',
    'add',
    'deduct',
  ];
  return {
    name: '评分',
    columns: columns(
      ['单位', 20],
      ['期', 10],
      ...criteria.map((one) => [LABELS[one], 10] as const),
      ['总分', 10],
      ['名次', 8],
    ),
    rows: scores.map((score) => [
      names.unit(score.unit),
      span,
      ...criteria.map((one) => partOf(score, one)),
      score.shown,
      score.place,
    ]),
  };
}

function spanTable(span: SpanId, scores: readonly UnitScore[], names: Names): Table {
  return {
    name: '评分',
    columns: columns(['单位', 20], ['期', 10], ['季度', 10], ['年度考评', 10], ['总分', 10], ['名次', 8]),
    rows: scores.map((score) => [
      names.unit(score.unit),
      span,
      partOf(score, 'quarter'),
      partOf(score, 'annual'),
      score.shown,
      score.place,
    ]),
  };
}

function details(span: SpanId, scores: readonly UnitScore[], names: Names): Table {
  return {
    name: '明细',
    preface: [OURS, '每个单位各行得分之和就是总分（四舍五入到0.01）。'],
    columns: columns(
      ['单位', 20],
      ['期', 10],
      ['项目', 14],
      ['得分', 12],
      ['满分', 12],
      ['理由', WIDE],
      ['依据', WIDE],
      ['录入或评定人', 14],
      ['评分办法版本', 12],
    ),
    rows: scores.flatMap((score) =>
      score.rows.map((row): CellValue[] => [
        names.unit(row.unit),
        span,
        row.label,
        row.points,
        row.max,
        row.reason,
        row.evidence.join('\n'),
        row.enteredBy === undefined ? '' : names.person(row.enteredBy),
        score.rubric,
      ]),
    ),
  };
}

/** What a criterion gives in all, as shown. */
function partOf({ rows }: UnitScore, criterion: Criterion): number {
  const sum = totalOf(rows.filter((row) => row.criterion === criterion));
  return sum < 0 ? -toHundredths(-sum) : toHundredths(sum);
}

function columns(...all: readonly (readonly [string, number])[]): Table['columns'] {
  return all.map(([title, width]) => ({ title, width }));
}
