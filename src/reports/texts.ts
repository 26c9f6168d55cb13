import type { ReportValueRow } from '../../db/queries/reports.ts';
import type { ReportStatus } from '../../db/schema-reports.ts';
import { dayAt, timeAt } from '../clock.ts';
import type { FieldName, TextField } from './content.ts';
import { DUE_TIME, type DueRule, SHORTEST_NOTICE_WORKDAYS } from './period.ts';
import { plausibleRange, type Target, type ValueFault } from './values.ts';

export const STATUS_NAMES: Readonly<Record<ReportStatus, string>> = {
  none: '未开始',
  draft: '草稿',
  submitted: '已报',
  returned: '退回',
  accepted: '采纳',
};

export const TEXT_LABELS: Readonly<Record<TextField, string>> = {
  progress: '工作进展',
  problems: '存在问题',
  next_steps: '下一步打算',
};

export const COORDINATE = '需分包领导协调';

/** What our defaults are said to be. */
export const OURS =
  '开放日、截止日由本系统设定，通知只要求每季度报送一次（四（四）），领导小组办公室可以调整。';

/** Why the office gave a report back: what was chosen, then what was written; plain text. */
export function reasonsText({ chips, reason }: { chips: string; reason: string }): string {
  return [(JSON.parse(chips) as string[]).join('、'), reason].filter((part) => part !== '').join('。');
}

/** `1月8日（周五）18:00`, with the year where it is not this year's. */
export function dueName(day: string, today: string): string {
  return `${dayName(day, today)}（周${weekday(day)}）${DUE_TIME}`;
}

/** `1月8日`, with the year where it is not this year's. */
export function dayName(day: string, today: string): string {
  const [year = '', month, date] = day.split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return year === today.slice(0, 4) ? short : `${year}年${short}`;
}

/** `2026年12月28日 09:30`, of an instant in ms. */
export function momentName(at: number): string {
  const [year, month, date] = dayAt(at).split('-');
  return `${year}年${Number(month)}月${Number(date)}日 ${timeAt(at)}`;
}

/** `9:07`, of a wall clock (`09:07`). */
export function timeName(time: string): string {
  return time.replace(/^0/, '');
}

/** `五` */
export function weekday(day: string): string {
  return '日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

const COMPARATOR_WORDS: Readonly<Record<string, string>> = {
  '<=': '≤',
  '>=': '≥',
  '<': '<',
  '>': '>',
  '=': '=',
  reduce: '压缩',
  raise: '提升',
  about: '约',
};

/** `≤ 21 个工作日`, `压缩 30%`, `提升 10%`. */
export function targetName(of: Target): string {
  const word = COMPARATOR_WORDS[of.comparator] ?? of.comparator;
  const number = of.up_to === null ? `${of.target ?? ''}` : `${of.target ?? ''}～${of.up_to}`;
  return `${word} ${number}${unitName(of.measured_in)}`;
}

/** `0～210`; in the unit of the target, which stands beside it. */
export function rangeName(of: Target): string {
  const { min, max } = plausibleRange(of);
  return max === Number.MAX_SAFE_INTEGER ? `${min} 以上` : `${min}～${max}`;
}

/** A unit as it follows a number: `%` close to it, words after a blank. */
export function unitName(unit: string): string {
  return unit === '%' ? '%' : ` ${unit}`;
}

/** What a field is called in sentences. */
export function fieldName(
  field: FieldName,
  values: readonly Pick<ReportValueRow, 'indicator' | 'what'>[],
): string {
  if (field === 'coordinate') return COORDINATE;
  if (field === 'progress' || field === 'problems' || field === 'next_steps') return TEXT_LABELS[field];
  return values.find((value) => `indicator_${value.indicator}` === field)?.what ?? '指标值';
}

const FAULTS: Readonly<Record<ValueFault, (raw: string, of: Target) => string>> = {
  'not-a-number': (raw, of) =>
    `“${raw}”不是数字。请只填数字（单位是${of.measured_in}），没有数据请填“暂无数据：原因”`,
  comma: (raw) => `“${raw}”里的逗号看不清是小数点还是千分位。小数请用点，例如 12.5`,
  several: (raw) => `“${raw}”里有几个数。请只填一个数`,
  'over-100': (raw) => `“${raw}”超过了 100%。请核对后改成 0～100 的数`,
  'other-unit': (raw, of) => `“${raw}”后面的字看不懂。请只填数字，单位按${of.measured_in}计`,
  'no-percent': (raw, of) =>
    of.comparator === 'reduce'
      ? `“${raw}”看不出压缩了百分之几。这里不填天数、次数，请填比基数压缩了百分之几，带上 %，例如 ${of.target ?? 10}%；增加了填负数`
      : `“${raw}”看不出提升了百分之几。这里不填原始数值，请填比基数提升了百分之几，带上 %，例如 ${of.target ?? 10}%；下降了填负数`,
  'no-reason': () => '填了“暂无数据”，还差原因。请写成“暂无数据：原因”',
};

/** What is wrong with a value and what to do; plain text. */
export function faultText(fault: ValueFault, value: Pick<ReportValueRow, 'raw' | 'what'> & Target): string {
  const raw = value.raw.length > 20 ? `${value.raw.slice(0, 20)}…` : value.raw;
  return `${value.what}：${FAULTS[fault](raw, value)}。`;
}

/** A value that nobody would expect; plain text. */
export function doubtText(value: Pick<ReportValueRow, 'raw' | 'what'> & Target): string {
  return `${value.what}：填的是“${value.raw}”，超出合理范围（${rangeName(value)}）。请核对；确实如此可以照报，办公室审核时会看到提示。`;
}

/** A burden rule by its name, and what to do. `earliest`: the first day that would do. */
export function dueRefusal(rule: DueRule, of: { due: string; earliest: string; today: string }): string {
  const { due, earliest, today } = of;
  const instead = `最早可以定在${dayName(earliest, today)}`;
  switch (rule) {
    case 'too-soon':
      return `没有办理：违反减轻基层负担“至少提前${SHORTEST_NOTICE_WORKDAYS}个工作日”规则，${dayName(due, today)}离今天不到${SHORTEST_NOTICE_WORKDAYS}个工作日。${instead}。`;
    case 'day-off':
      return `没有办理：违反减轻基层负担“不占用休息日”规则，${dayName(due, today)}是休息日。请改为工作日，${instead}。`;
    default: {
      const never: never = rule;
      throw new Error(`unknown rule ${String(never)}`);
    }
  }
}
