import { z } from 'zod';
import { MARKS } from '../../db/schema-reports.ts';
import { UserError } from '../errors.ts';

/** All that may bear a weight: results only. A criterion that is not here cannot be saved (减轻基层负担). */
export const MEASURABLE = ['timeliness', 'completeness', 'indicators', 'quality'] as const;
export type Measurable = (typeof MEASURABLE)[number];

const Points = z.number().min(0).max(100);
const Share = z.number().min(0).max(1);

/** 评分办法: ours, not the notice's (`四（二）` asks for examination and names no formula). */
const Rubric = z.strictObject({
  /** Together 100. */
  weights: z.strictObject({ timeliness: Points, completeness: Points, indicators: Points, quality: Points }),
  /** Points off for each late working day. */
  perLateDay: Points,
  /** The share of quality's weight that each mark is worth. */
  marks: z.strictObject({ 优: Share, 良: Share, 中: Share, 差: Share }),
  adds: z.strictObject({ perBrief: Points, cap: Points }),
  deducts: z.strictObject({ perReturn: Points, perOverdue: Points, perCriticism: Points, cap: Points }),
  floor: z.literal(0),
  ceiling: z.number().min(100).max(200),
  /** Together 100: the mean of the quarters, and 年度考评分. */
  year: z.strictObject({ quarters: Points, mark: Points }),
});
export type Rubric = z.infer<typeof Rubric>;

/** A rubric as it was made. */
export interface RubricVersion {
  version: number;
  rubric: Rubric;
  /** open_id, or `bot` for the default. */
  madeBy: string;
  /** Instant in ms. */
  at: number;
}

/** Reads a stored rubric or one that is to be stored. @throws UserError naming what cannot be saved, and why */
export function readRubric(value: unknown): Rubric {
  const asked = z.object({ weights: z.record(z.string(), z.unknown()) }).safeParse(value);
  const foreign = asked.success
    ? Object.keys(asked.data.weights).find((key) => !MEASURABLE.some((one) => one === key))
    : undefined;
  if (foreign !== undefined) throw notMeasurable(foreign);
  const read = Rubric.safeParse(value);
  if (!read.success)
    throw new UserError(`评分办法没有保存：${read.error.issues.map(issueText).join('；')}。`);
  const broken = brokenRule(read.data);
  if (broken !== undefined) throw new UserError(`评分办法没有保存：${broken}。`);
  return read.data;
}

/** What may not be measured, by the name that was given to it. */
export function notMeasurable(criterion: string): UserError {
  return new UserError(
    `评分办法没有保存：“${criterion}”不能计分。减轻基层负担规则：只按结果计分（及时性、完整性、指标、质量），登录、阅读、已读、回复快慢、发言多少都不计分。`,
  );
}

function brokenRule({ weights, marks, year }: Rubric): string | undefined {
  const sum = MEASURABLE.reduce((total, one) => total + weights[one], 0);
  if (Math.abs(sum - 100) > 1e-9) return `四项权重合计应为100，现在是${Number(sum.toFixed(2))}`;
  // Its weight is spread over the others wherever a unit has no indicator.
  if (weights.indicators === 100) return '指标不能占满100，没有指标的单位就无从计分';
  if (Math.abs(year.quarters + year.mark - 100) > 1e-9) return '年度成绩中季度与年度考评的占比合计应为100';
  const falling = MARKS.every((mark, index) => index === 0 || marks[mark] <= marks[MARKS[index - 1] ?? mark]);
  return falling ? undefined : '质量等级的分值应当从优到差依次降低';
}

function issueText({ path, message }: { path: PropertyKey[]; message: string }): string {
  const field = RUBRIC_FIELDS.find((one) => one.path.join('.') === path.join('.'));
  return field === undefined
    ? `${path.join('.')}：${message}`
    : `${field.label}应在${field.range ?? '0～100'}之间`;
}

/** A number of the rubric that the office may change, and what it is called. */
export interface RubricField {
  name: string;
  label: string;
  path: readonly [string] | readonly [string, string];
  /** Kept as a share 0…1, and written as a percentage. */
  isPercent?: true;
  /** Where it is not 0～100. */
  range?: string;
}

export const RUBRIC_FIELDS: readonly RubricField[] = [
  { name: 'timeliness', label: '及时性', path: ['weights', 'timeliness'] },
  { name: 'completeness', label: '完整性', path: ['weights', 'completeness'] },
  { name: 'indicators', label: '指标', path: ['weights', 'indicators'] },
  { name: 'quality', label: '质量', path: ['weights', 'quality'] },
  { name: 'mark_1', label: '质量优占比', path: ['marks', '优'], isPercent: true },
  { name: 'mark_2', label: '质量良占比', path: ['marks', '良'], isPercent: true },
  { name: 'mark_3', label: '质量中占比', path: ['marks', '中'], isPercent: true },
  { name: 'mark_4', label: '质量差占比', path: ['marks', '差'], isPercent: true },
  { name: 'per_late_day', label: '每迟一个工作日扣', path: ['perLateDay'] },
  { name: 'per_brief', label: '工作动态采用每次加', path: ['adds', 'perBrief'] },
  { name: 'add_cap', label: '加分上限', path: ['adds', 'cap'] },
  { name: 'per_return', label: '退回每次扣', path: ['deducts', 'perReturn'] },
  { name: 'per_overdue', label: '台账逾期每件扣', path: ['deducts', 'perOverdue'] },
  { name: 'per_criticism', label: '通报批评每次扣', path: ['deducts', 'perCriticism'] },
  { name: 'deduct_cap', label: '扣分上限', path: ['deducts', 'cap'] },
  { name: 'ceiling', label: '总分上限', path: ['ceiling'], range: '100～200' },
  { name: 'year_mark', label: '年度考评占比', path: ['year', 'mark'] },
];

/** A field's number as it stands, as people write it. */
export function fieldValue(rubric: Rubric, { path: [first, second], isPercent }: RubricField): number {
  const branch: unknown = rubric[first as keyof Rubric];
  const value = Number(second === undefined ? branch : (branch as Record<string, unknown>)[second]);
  return isPercent ? value * 100 : value;
}

/** The rubric with some fields changed; the quarters' share of the year follows the mark's. @throws UserError */
export function withFields(rubric: Rubric, changes: Readonly<Record<string, number>>): Rubric {
  const changed: Record<string, unknown> = structuredClone(rubric);
  for (const { name, path, isPercent } of RUBRIC_FIELDS) {
    const typed = changes[name];
    if (typed === undefined) continue;
    const value = isPercent ? typed / 100 : typed;
    const [first, second] = path;
    if (second === undefined) changed[first] = value;
    else changed[first] = { ...(changed[first] as object), [second]: value };
  }
  const mark = changes['year_mark'];
  if (mark !== undefined) changed['year'] = { quarters: 100 - mark, mark };
  return readRubric(changed);
}
