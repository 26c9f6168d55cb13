import type { ReportedNumber } from '../../db/queries/targets.ts';
import { attainment } from '../scoring/attainment.ts';

const LIGHTS = ['green', 'yellow', 'red'] as const;
/** 达到目标 · 未达到目标 · 过了期限未达到目标 */
export type Light = (typeof LIGHTS)[number];

/** Where a unit stands with one target of a measure. Numbers are in the target's own unit. */
export interface UnitStanding {
  unit: string;
  /** The newest number that the office has accepted. */
  latest: ReportedNumber | undefined;
  /** 0…1, of `latest`; undefined where it cannot be measured. */
  attained: number | undefined;
  light: Light | undefined;
  /** A submitted number newer than that, which nobody has reviewed. */
  unreviewed: ReportedNumber | undefined;
}

/** One target of a measure: what it asks now, who stands where, and the accepted numbers over the quarters. */
export interface TargetStanding {
  /** As the newest period has it. */
  target: ReportedNumber;
  units: UnitStanding[];
  /** Accepted ones, by unit, the oldest first. */
  history: ReportedNumber[];
}

/**
 * Where targets stand after some quarters. A miss is yellow until the deadline and red after it; where the notice gives
 * no deadline it stays yellow. Our rule, not the notice's.
 *
 * @param numbers by target and unit, the oldest first, as far as the reader may see them
 * @param today a day in Asia/Shanghai
 */
export function standingsOf(numbers: readonly ReportedNumber[], today: string): TargetStanding[] {
  const byTarget = Map.groupBy(numbers, (one) => `${one.measure_no} ${one.indicator}`);
  return [...byTarget.values()].flatMap((all) => {
    const target = all.toSorted((a, b) => a.period.localeCompare(b.period)).at(-1);
    if (target === undefined) return [];
    const units = Map.groupBy(all, (one) => one.unit);
    return {
      target,
      units: [...units].map(([unit, own]) => unitStanding(unit, own, today)),
      history: all.filter((one) => one.status === 'accepted'),
    };
  });
}

function unitStanding(unit: string, own: readonly ReportedNumber[], today: string): UnitStanding {
  const latest = own.findLast((one) => one.status === 'accepted');
  const last = own.at(-1);
  const attained = latest && attainedBy(latest);
  return {
    unit,
    latest,
    attained,
    light: latest && lightOf(attained, latest.deadline, today),
    unreviewed: last?.status === 'submitted' ? last : undefined,
  };
}

function attainedBy({ comparator, target, up_to: upTo, value }: ReportedNumber): number | undefined {
  return attainment({
    comparator,
    target: target ?? undefined,
    upTo: upTo ?? undefined,
    value,
    isExcused: false,
  });
}

function lightOf(attained: number | undefined, deadline: string | null, today: string): Light | undefined {
  if (attained === undefined) return undefined;
  if (attained >= 1) return 'green';
  return deadline !== null && deadline < today ? 'red' : 'yellow';
}
