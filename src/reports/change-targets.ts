import type { NoticeModel } from '../notice/types.ts';
import { targetName, unitName } from './texts.ts';
import { isChange, type Target } from './values.ts';

type Named = Target & { what: string };

/** What a target by so many percent is held against, in the notice's words; plain text. */
export function baselineText(model: NoticeModel, indicator: string): string {
  const baseline = model.indicators.find(({ id }) => id === indicator)?.baseline;
  return `基数：${baseline ?? '通知没有写'}`;
}

/** `压缩 80%，基数：2017年`; of any other target only its name. Plain text. */
export function goalText(model: NoticeModel, value: Target & { indicator: string }): string {
  const name = targetName(value);
  return isChange(value) ? `${name}，${baselineText(model, value.indicator)}` : name;
}

/** A reported value as it is read: `压缩 30%`, of a target the other way round `增加 5%`; of others `18 个工作日`. */
export function valueName(of: Pick<Target, 'comparator' | 'measured_in'> & { value: number }): string {
  const { comparator, measured_in: unit, value } = of;
  if (!isChange(of)) return `${value}${unitName(unit)}`;
  const [wanted, contrary] = comparator === 'reduce' ? ['压缩', '增加'] : ['提升', '下降'];
  return `${value < 0 ? contrary : wanted} ${Math.abs(value)}${unitName(unit)}`;
}

/** The heading of its field. */
export function changeLabel(model: NoticeModel, value: Named & { indicator: string }): string {
  return `${value.what}：${verbOf(value)}了百分之几（目标 ${goalText(model, value)}`;
}

/** What is to be typed into its field; a phone shows some twenty characters. */
export function changeHint(of: Target): string {
  return `例如 ${of.target ?? 10}%，${of.comparator === 'reduce' ? '不填天数、次数' : '不填原始数值'}`;
}

/** Below the fields: whose percentage it is. `isBaseMissing`: the notice names no base. */
export function changeNote(isBaseMissing: boolean): string {
  const where = isBaseMissing ? '通知没有写与哪一年比的，请在工作进展里写明。' : '';
  return `百分比由单位自己算：系统没有基数，按填的百分比计分。与目标相反的填负数，例如 -5%；没有数据填“暂无数据：原因”。${where}`;
}

function verbOf({ comparator }: Target): string {
  return comparator === 'reduce' ? '压缩' : '提升';
}
