import { totalOf } from './entries.ts';
import { placed, toHundredths } from './rounding.ts';
import type { Rubric } from './rubric.ts';
import { quartersOf, type SpanId, spanName } from './span.ts';
import * as says from './texts.ts';
import type { ScoreRow, UnitScore } from './types.ts';

/** What a half-year or a year is made of. */
export interface SpanParts {
  span: SpanId;
  /** Scores of the quarters that were ever opened, by quarter. */
  quarters: ReadonlyMap<string, readonly UnitScore[]>;
  /** 年度考评分 by unit; none for a half-year. */
  marks: ReadonlyMap<string, { mark: number; enteredBy: string }>;
  rubric: Rubric;
  version: number;
}

/**
 * Half-years and years: the mean of a unit's quarters, and for a year the office's mark beside it. A quarter counts
 * where the unit had something to report in it: one that it did not report in is near 0, one before it joined, after
 * it was merged, or that was never opened, is left out. Without a mark the quarters stand alone.
 */
export function spanScores(parts: SpanParts): UnitScore[] {
  const units = new Set([...parts.quarters.values()].flatMap((scores) => scores.map(({ unit }) => unit)));
  const scores = [...units].map((unit) => {
    const rows = spanRows(unit, parts);
    const total = totalOf(rows);
    return { unit, period: parts.span, rubric: parts.version, rows, total, shown: toHundredths(total) };
  });
  return placed(scores);
}

function spanRows(unit: string, parts: SpanParts): ScoreRow[] {
  const isYear = /^\d{4}$/.test(parts.span);
  const mark = isYear ? parts.marks.get(unit) : undefined;
  const share = mark === undefined ? 100 : parts.rubric.year.quarters;
  const quarters = quartersOf(parts.span).map((id) => ({
    id,
    isOpened: parts.quarters.has(id),
    score: parts.quarters.get(id)?.find((one) => one.unit === unit),
  }));
  const counted = quarters.filter(({ score }) => score !== undefined).length;
  const rows = quarters.map(({ id, isOpened, score }): ScoreRow => {
    const base = { unit, criterion: 'quarter' as const, label: spanName(id), evidence: [] };
    if (score === undefined)
      return { ...base, points: 0, max: 0, reason: isOpened ? says.NO_ROW : says.NEVER_OPENED };
    const each = share / 100 / counted;
    return {
      ...base,
      points: score.total * each,
      max: 100 * each,
      reason: says.quarterPart({ total: score.total, counted, share }),
    };
  });
  return isYear ? [...rows, annualRow(unit, mark, parts.rubric.year.mark)] : rows;
}

function annualRow(
  unit: string,
  mark: { mark: number; enteredBy: string } | undefined,
  share: number,
): ScoreRow {
  const base = { unit, criterion: 'annual' as const, label: says.LABELS.annual, evidence: [] };
  if (mark === undefined) return { ...base, points: 0, max: 0, reason: says.NO_ANNUAL_MARK };
  return {
    ...base,
    points: (mark.mark * share) / 100,
    max: share,
    reason: says.annualMark(mark.mark, share),
    enteredBy: mark.enteredBy,
  };
}
