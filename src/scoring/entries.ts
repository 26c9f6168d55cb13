import type { UnitFacts } from './facts.ts';
import type { Rubric } from './rubric.ts';
import * as says from './texts.ts';
import type { ScoreRow } from './types.ts';

/** What one matter gives or takes before the cap. */
interface Weighed extends Pick<ScoreRow, 'reason' | 'evidence' | 'enteredBy'> {
  points: number;
  /** It neither counts against the cap nor is it cut. */
  isUncapped?: boolean;
}

/**
 * 加分, in the order they were entered, as far as the cap goes; what is beyond it stays in sight. What puts a score
 * right is no reward, and has no cap.
 */
export function addRows({ unit, entries }: UnitFacts, { adds }: Rubric): ScoreRow[] {
  const weighed = enteredAs(entries, 'add');
  return capped(weighed, adds.cap).map(({ given, isUncapped: _, ...one }) => ({
    ...one,
    unit,
    criterion: 'add',
    label: says.LABELS.add,
    points: given,
    max: one.points,
  }));
}

/** 扣分: 退回, overdue ledger entries, then what was entered, as far as the cap goes. */
export function deductRows(facts: UnitFacts, { deducts }: Rubric): ScoreRow[] {
  const weighed: Weighed[] = [
    ...facts.returns.map((one) => ({
      points: deducts.perReturn,
      reason: says.returned(one),
      evidence: [],
      enteredBy: one.by,
    })),
    ...facts.overdue.map((one) => ({ points: deducts.perOverdue, reason: says.overdue(one), evidence: [] })),
    ...enteredAs(facts.entries, 'deduct'),
  ];
  return capped(weighed, deducts.cap).map(({ given, isUncapped: _, ...one }) => ({
    ...one,
    unit: facts.unit,
    criterion: 'deduct',
    label: says.LABELS.deduct,
    points: given === 0 ? 0 : -given,
    max: 0,
  }));
}

/** What the floor gives or the ceiling takes; nothing where neither is reached. */
export function boundRow(unit: string, rows: readonly ScoreRow[], { floor, ceiling }: Rubric): ScoreRow[] {
  const sum = totalOf(rows);
  const bound = Math.min(ceiling, Math.max(floor, sum));
  if (bound === sum) return [];
  const reason = bound === floor ? says.atFloor(floor) : says.atCeiling(ceiling);
  return [
    { unit, criterion: 'bound', label: says.LABELS.bound, points: bound - sum, max: 0, reason, evidence: [] },
  ];
}

/** The sum of rows, unrounded. */
export function totalOf(rows: readonly ScoreRow[]): number {
  return rows.reduce((sum, row) => sum + row.points, 0);
}

/** 更正, 异议采纳: what the office calls an entry that puts a score right. */
export function isCorrection({ reason }: Pick<UnitFacts['entries'][number], 'reason'>): boolean {
  return /^(?:更正|异议采纳)/.test(reason);
}

function enteredAs(entries: UnitFacts['entries'], as: 'add' | 'deduct'): Weighed[] {
  return entries.filter(({ kind }) => kind === as).map(entered);
}

function entered(entry: UnitFacts['entries'][number]): Weighed {
  const isUncapped = isCorrection(entry);
  return {
    isUncapped,
    points: entry.points,
    reason: isUncapped ? says.uncapped(says.entry(entry)) : says.entry(entry),
    evidence: entry.evidence === '' ? [] : [entry.evidence],
    enteredBy: entry.entered_by,
  };
}

function capped<T extends Weighed>(all: readonly T[], cap: number): (T & { given: number })[] {
  let left = cap;
  return all.map((one) => {
    const given = one.isUncapped ? one.points : Math.min(left, one.points);
    if (!one.isUncapped) left -= given;
    return given === one.points
      ? { ...one, given }
      : { ...one, given, reason: says.beyondCap(one.reason, { cap, points: one.points, given }) };
  });
}
