import type { Indicator, NoticeModel } from '../notice/types.ts';
import { targetName } from '../reports/texts.ts';

/** A numeric target for which nobody has a number yet. */
export interface PendingTarget {
  what: string;
  /** `≤ 21 个工作日` */
  goal: string;
  location: string;
  /** It belongs to a measure, whose owner reports it; an objective of a part belongs to no unit. */
  isReported: boolean;
}

/**
 * The numeric targets of some measures (附件1) that no reported number stands for: their own ones first, then the
 * objectives of their parts; what is said in both places is said once. Pure.
 *
 * @param seen ids of the indicators that have a number
 */
export function pendingTargets(
  model: NoticeModel,
  measures: readonly number[],
  seen: ReadonlySet<string>,
): PendingTarget[] {
  const places = new Set(model.measures.filter(({ no }) => measures.includes(no)).map((one) => one.location));
  const all = model.indicators
    .filter((one) => isNumeric(one) && one.measures.some((no) => measures.includes(no)))
    // A measure of another group may share an objective with these, its own targets are its own.
    .filter((one) => places.has(one.location) || !isOfMeasure(model, one))
    .toSorted((a, b) => Number(places.has(b.location)) - Number(places.has(a.location)));
  const first = all.filter((one, index) => all.findIndex((other) => same(one, other)) === index);
  return first
    .filter((one) => !seen.has(one.id))
    .map((one) => ({
      what: one.what,
      goal: goalOf(one),
      location: one.location,
      isReported: places.has(one.location),
    }));
}

function isNumeric({ comparator, value }: Indicator): boolean {
  return comparator !== 'qualitative' && value !== undefined;
}

function isOfMeasure(model: NoticeModel, { location }: Indicator): boolean {
  return model.measures.some((measure) => measure.location === location);
}

function same(a: Indicator, b: Indicator): boolean {
  return a.what === b.what && a.value === b.value && a.comparator === b.comparator;
}

function goalOf({ comparator, value, upTo, unit }: Indicator): string {
  return targetName({ comparator, target: value ?? null, up_to: upTo ?? null, measured_in: unit });
}
