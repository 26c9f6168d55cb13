import type { ReportValueRow } from '../../db/queries/reports.ts';

/** What tells how a value is to be read: a target with its unit. */
export type Target = Pick<ReportValueRow, 'comparator' | 'target' | 'up_to' | 'measured_in'>;

/** Why a text is no value. */
const VALUE_FAULTS = [
  'not-a-number',
  'comma',
  'several',
  'over-100',
  'other-unit',
  'no-percent',
  'no-reason',
] as const;
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
  return isChange(target) ? readPercent(said, target) : readNumber(said, target);
}

/**
 * By how many percent something was 压缩 or 提升. The sign `%` has to stand there: 12 may be twelve days, which nobody
 * would notice, since no base is stored that it could be held against.
 */
function readPercent(said: string, target: Target): Reading {
  const verbs = target.comparator === 'reduce' ? '压缩|缩短|下降|降低|减少|精简' : '提升|提高|增长|上升|增加';
  const found = new RegExp(`^[已约再共]{0,2}(?:${verbs})?了?\\s*(.*?)\\s*%$`).exec(said)?.[1];
  const reading = found === undefined ? undefined : readNumber(found, target);
  if (reading === undefined || (reading.kind === 'fault' && !STILL_SAID.has(reading.fault)))
    return { kind: 'fault', fault: 'no-percent' };
  return reading;
}

/** What is worth saying of a percentage as of any number. */
const STILL_SAID: ReadonlySet<ValueFault> = new Set(['comma', 'over-100']);

function readNumber(said: string, target: Target): Reading {
  const whole = /^(?:约|大约|共|达到|达)?\s*([-+−]?[\d.,，]+)\s*(\D*)$/.exec(said);
  if (!whole) return { kind: 'fault', fault: /\d[^\d.,，]+\d/.test(said) ? 'several' : 'not-a-number' };
  const digits = (whole[1] ?? '').replace('−', '-').replaceAll('，', ',');
  if (!isOwnUnit(whole[2] ?? '', target.measured_in)) return { kind: 'fault', fault: 'other-unit' };
  if (digits.includes(',') && !/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits))
    return { kind: 'fault', fault: 'comma' };
  const value = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(value)) return { kind: 'fault', fault: 'not-a-number' };
  if (target.measured_in === '%' && value > 100 && !mayBeOver100(target))
    return { kind: 'fault', fault: 'over-100' };
  const { min, max } = plausibleRange(target);
  return { kind: 'number', value, isDoubtful: value < min || value > max };
}

/** The values that surprise nobody: percentages 0…100, changes from −100, what has no end up to ten times the target. */
export function plausibleRange(target: Target): { min: number; max: number } {
  const far = Math.max(target.target ?? 0, target.up_to ?? 0) * FAR_OFF;
  if (target.measured_in === '%')
    return {
      min: isChange(target) || mayBeOver100(target) ? -100 : 0,
      max: mayBeOver100(target) ? Math.max(100, far) : 100,
    };
  return { min: 0, max: far > 0 ? far : Number.MAX_SAFE_INTEGER };
}

/** By so many percent less or more than a base that is stored nowhere: 压缩, 提升. */
export function isChange({
  comparator,
  measured_in: unit,
}: Pick<Target, 'comparator' | 'measured_in'>): boolean {
  return unit === '%' && (comparator === 'reduce' || comparator === 'raise');
}

/** What grows may do so by more than all of itself. */
function mayBeOver100({ comparator, measured_in: unit }: Target): boolean {
  return unit === '%' && (comparator === 'raise' || comparator === 'about');
}

/** Nothing behind the number, or its unit, or the unit's last word (`天` of `个工作日` is another). */
function isOwnUnit(behind: string, unit: string): boolean {
  const said = behind.replace(/[\s。.]/g, '');
  const own = unit.normalize('NFKC').replace(/\s/g, '');
  return said === '' || said === own || `个${said}` === own || said === `个${own}`;
}
