import type { ReportValueRow } from '../../db/queries/reports.ts';

/** What tells how a value is to be read: a target with its unit. */
export type Target = Pick<ReportValueRow, 'comparator' | 'target' | 'up_to' | 'measured_in'>;

/** Why a text is no value. */
const VALUE_FAULTS = ['not-a-number', 'comma', 'several', 'over-100', 'other-unit', 'no-reason'] as const;
export type ValueFault = (typeof VALUE_FAULTS)[number];

/** What somebody wrote as a value of an indicator. `isDoubtful`: a number that nobody would expect. */
export type Reading =
  | { kind: 'empty' }
  | { kind: 'number'; value: number; isDoubtful: boolean }
  | { kind: 'no-data'; reason: string }
  | { kind: 'fault'; fault: ValueFault };

/** How far off a target a value may be before somebody should look again. Ours, not the notice's. */
const FAR_OFF = 10;
const LONGEST_REASON = 200;

/**
 * Reads a value as people write it: full-width digits, its own unit behind it, a sign for about before it, 千分位. `12,5`
 * may be either twelve and a half or a slip, so it is asked back. 暂无数据 counts with a reason.
 */
export function readValue(raw: string, target: Target): Reading {
  const said = raw.normalize('NFKC').trim();
  if (said === '') return { kind: 'empty' };
  const none = /^(?:暂无|尚无|没有|无)(?:数据)?[\s:,.，。：；;（(-]*([\s\S]*?)[)）]?$/.exec(said);
  if (none) {
    const reason = (none[1] ?? '').slice(0, LONGEST_REASON);
    return reason === '' ? { kind: 'fault', fault: 'no-reason' } : { kind: 'no-data', reason };
  }
  return readNumber(said, target);
}

function readNumber(said: string, target: Target): Reading {
  const whole = /^(?:约|大约|共|达到|达)?\s*([-+−]?[\d.,，]+)\s*(\D*)$/.exec(said);
  if (!whole) return { kind: 'fault', fault: /\d[^\d.,，]+\d/.test(said) ? 'several' : 'not-a-number' };
  const digits = (whole[1] ?? '').replace('−', '-').replaceAll('，', ',');
  if (!isOwnUnit(whole[2] ?? '', target.measured_in)) return { kind: 'fault', fault: 'other-unit' };
  if (digits.includes(',') && !/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits))
    return { kind: 'fault', fault: 'comma' };
  const value = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(value)) return { kind: 'fault', fault: 'not-a-number' };
  if (target.measured_in === '%' && value > 100 && !isGrowth(target))
    return { kind: 'fault', fault: 'over-100' };
  const { min, max } = plausibleRange(target);
  return { kind: 'number', value, isDoubtful: value < min || value > max };
}

/** The values that surprise nobody: percentages 0…100, growth from −100, others up to ten times the target. */
export function plausibleRange(target: Target): { min: number; max: number } {
  if (isGrowth(target)) return { min: -100, max: 1000 };
  if (target.measured_in === '%') return { min: 0, max: 100 };
  const most = Math.max(target.target ?? 0, target.up_to ?? 0);
  return { min: 0, max: most > 0 ? most * FAR_OFF : Number.MAX_SAFE_INTEGER };
}

/** By so many percent more or less: over 100 is possible. */
function isGrowth({ comparator, measured_in: unit }: Target): boolean {
  return comparator === 'reduce' || comparator === 'raise' || (comparator === 'about' && unit === '%');
}

/** Nothing behind the number, or its unit, or the unit's last word (`天` of `个工作日` is another). */
function isOwnUnit(behind: string, unit: string): boolean {
  const said = behind.replace(/[\s。.]/g, '');
  const own = unit.normalize('NFKC').replace(/\s/g, '');
  return said === '' || said === own || `个${said}` === own || said === `个${own}`;
}
