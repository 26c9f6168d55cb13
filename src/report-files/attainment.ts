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
 * How far a target is reached, 0…1: our rule, not the notice's. `≤`: the target over the value; `≥`, `=`, 左右: the
 * value over the target; 压缩/提升 X %: what was achieved over X; never above 1. Nothing reported is 0. Undefined:
 * left out, because it cannot be measured or the office has accepted that there is no value.
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

function share(part: number, whole: number): number {
  return Math.min(1, Math.max(0, part / whole));
}
