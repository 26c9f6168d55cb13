import type { Standing, ValueFacts } from './facts.ts';

/** A numeric target and what was reported for it, as far as attainment goes. */
export interface Reported {
  comparator: string;
  target: number | undefined;
  /** The upper end, where the notice gives a range. */
  upTo: number | undefined;
  value: number | undefined;
  /** 暂无数据, with a reason that the office has accepted. */
  isExcused: boolean;
}

/**
 * How far a target is reached, 0…1: our rule, not the notice's. `≤`: the target over the value; `≥`, `=`: the value
 * over the target; 压缩/提升 X %: what was achieved over X; never above 1. 左右 counts as `≥`: nobody is worse off for
 * having done more than about so much. Nothing reported is 0, and so is a miss of a target of 0 or below, where a
 * ratio says nothing. Undefined: left out, because it cannot be measured or the office has accepted that there is no
 * value.
 */
export function attainment({ comparator, target, upTo, value, isExcused }: Reported): number | undefined {
  if (target === undefined || isExcused) return undefined;
  if (value === undefined) return 0;
  switch (comparator) {
    case '<=':
    case '<':
      return value <= (upTo ?? target) ? 1 : share(upTo ?? target, value);
    case '>=':
    case '>':
    case '=':
    case 'about':
    case 'reduce':
    case 'raise':
      return value >= target ? 1 : share(value, target);
    default:
      return undefined;
  }
}

/** Of two numbers of one sign: a miss across or at zero has no ratio, and is 0. */
function share(part: number, whole: number): number {
  return part <= 0 || whole <= 0 ? 0 : Math.min(1, part / whole);
}

/** The attainment of a stored target: what does not stand with the office counts as not reported. */
export function attainmentOf(of: ValueFacts, standing: Standing): number | undefined {
  const isIn = standing === 'standing';
  return attainment({
    comparator: of.comparator,
    target: of.target ?? undefined,
    upTo: of.up_to ?? undefined,
    value: isIn ? (of.value ?? undefined) : undefined,
    isExcused: isIn && of.no_data !== null && of.no_data_accepted === 1,
  });
}
