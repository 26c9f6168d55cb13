import type { ScoreEntryRow } from '../../db/queries/score-entries.ts';
import { dayAt } from '../clock.ts';
import { dueName, momentName, targetName } from '../reports/texts.ts';
import type { OverdueFacts, ReturnFacts, Standing, ValueFacts } from './facts.ts';
import type { Criterion } from './types.ts';

export const LABELS: Readonly<Record<Criterion, string>> = {
  timeliness: '及时性',
  completeness: '完整性',
  indicators: '指标',
  quality: '质量',
  add: '加分',
  deduct: '扣分',
  bound: '封顶保底',
  quarter: '季度',
  annual: '年度考评',
};

/** What every card with a score says. */
export const OURS = '这是办公室的评分办法，不是通知规定的（通知四（二）只要求考核）。发“/评分 办法”查看。';
export const NO_ITEMS = '没有要报送的事项，不计。';
export const NO_MARK = '办公室还没有采纳并评定质量等级，暂计0分。';

/** A number to 0.01, without idle noughts. */
export function numberText(points: number): string {
  return String(Number(points.toFixed(2)));
}

const NOT_STANDING: Readonly<Record<Exclude<Standing, 'standing'>, string>> = {
  none: '没有提交，计0分。',
  withdrawn: '提交后又撤回，没有重新提交，按没有提交计0分。',
  returned: '退回后没有重新提交，计0分。',
};

/** Why a report that does not stand gives nothing. */
export function notSubmitted(standing: Standing): string {
  return standing === 'standing' ? '' : NOT_STANDING[standing];
}

/** @param at instant in ms. @param of `dueOn` a day in Asia/Shanghai. */
export function submitted(at: number, of: { late: number; dueOn: string; perDay: number }): string {
  const due = dueName(of.dueOn, dayAt(at));
  return of.late === 0
    ? `${momentName(at)}首次提交，在截止时间${due}之前。`
    : `${momentName(at)}首次提交，比截止时间${due}晚${of.late}个工作日，每个工作日扣${numberText(of.perDay)}分。`;
}

export function receipt(no: string): string {
  return `回执号 ${no}`;
}

export function filled(count: number, all: number): string {
  return count === all ? `${all}项都有内容。` : `${all}项中${count}项有内容，${all - count}项是空的。`;
}

export function emptyItem(title: string): string {
  return `没有内容：${title}`;
}

export function notMeasurable(all: number): string {
  return `${all === 0 ? '没有量化指标' : '量化指标都无法衡量或已认可暂无数据'}，这部分权重按比例分到其他项。`;
}

export function meanReached(mean: number, of: { counted: number; all: number }): string {
  const left = of.all - of.counted;
  return `${of.counted}项指标平均达成${numberText(mean * 100)}%${left > 0 ? `，另有${left}项不计` : ''}。`;
}

/** Said where a weight has grown, since points and deductions grow with it; nothing where it has not. */
export function spread(weight: number, max: number): string {
  return Math.abs(weight - max) < 1e-9
    ? ''
    : `（这项原为${numberText(weight)}分，因有项目不计，连同扣分按比例折算为${numberText(max)}分）`;
}

/** One target with what was reported for it. */
export function reached(value: ValueFacts, of: { share: number | undefined; standing: Standing }): string {
  const said = of.standing !== 'standing' ? '没有提交' : value.raw === '' ? '没有填' : value.raw;
  const share = of.share === undefined ? '不计' : `达成${numberText(of.share * 100)}%`;
  return `${value.what}：${said}（目标${targetName(value)}），${share}`;
}

export function marked(mark: string, share: number): string {
  return `办公室评定为“${mark}”，计${numberText(share * 100)}%。`;
}

export function returned({ at, reasons }: ReturnFacts): string {
  return `${momentName(at)}被退回：${reasons.join('；')}`;
}

export function overdue({ no, problem, dueOn }: OverdueFacts): string {
  return `台账${no}逾期（期限${dueOn}）：${problem}`;
}

const SOURCES: Readonly<Record<ScoreEntryRow['source'], string>> = {
  brief: '工作动态采用',
  practice: '典型经验',
  criticism: '通报批评',
  other: '',
};

export function entry({ source, reason }: Pick<ScoreEntryRow, 'source' | 'reason'>): string {
  const name = SOURCES[source];
  return name === '' || reason.startsWith(name) ? reason : `${name}：${reason}`;
}

/** Of an entry that puts a score right. */
export function uncapped(reason: string): string {
  return `${reason}（更正得分，不占上限）`;
}

export function beyondCap(reason: string, of: { cap: number; points: number; given: number }): string {
  return `${reason}（应计${numberText(of.points)}分，合计上限${numberText(of.cap)}分，实计${numberText(of.given)}分）`;
}

export function atFloor(floor: number): string {
  return `合计低于${floor}分，按${floor}分计。`;
}

export function atCeiling(ceiling: number): string {
  return `合计高于${ceiling}分，按${ceiling}分计。`;
}

export function quarterPart(of: { total: number; counted: number; share: number }): string {
  return `${numberText(of.total)}分，${of.counted}个季度平均，占${numberText(of.share)}%。`;
}

export const NO_ROW = '这个季度没有要报送的事项，不计入平均。';
export const NEVER_OPENED = '这个季度没有开过报送，不计入平均。';
export const NO_ANNUAL_MARK = '没有年度考评分，只按季度计。';

export function annualMark(mark: number, share: number): string {
  return `年度考评${numberText(mark)}分，占${numberText(share)}%。`;
}
