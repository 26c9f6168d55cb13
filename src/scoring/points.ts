import { lateDays } from '../reports/period.ts';
import { attainmentOf } from './attainment.ts';
import { addRows, boundRow, deductRows } from './entries.ts';
import { type Due, standingOf, type UnitFacts } from './facts.ts';
import { MEASURABLE, type Measurable, type Rubric } from './rubric.ts';
import * as says from './texts.ts';
import type { ScoreRow } from './types.ts';

/** What a quarter is judged by. */
export interface Judged {
  rubric: Rubric;
  due: Due;
}

/**
 * The rows of a unit's quarter (`四（二）`; the formula is ours), whose points add up to its score. Pure. Where
 * something cannot be measured, its weight is spread over the rest in proportion.
 */
export function pointsOf(facts: UnitFacts, by: Judged): ScoreRow[] {
  const parts = MEASURABLE.map((criterion) => ({ criterion, part: PARTS[criterion](facts, by) }));
  const { weights } = by.rubric;
  const measured = parts.filter(({ part }) => part.share !== undefined);
  const whole = measured.reduce((sum, { criterion }) => sum + weights[criterion], 0);
  const base = parts.map(({ criterion, part: { share, ...said } }): ScoreRow => {
    const max = share === undefined || whole === 0 ? 0 : (weights[criterion] * 100) / whole;
    return {
      unit: facts.unit,
      criterion,
      label: says.LABELS[criterion],
      points: (share ?? 0) * max,
      max,
      ...said,
      reason: said.reason + says.spread(weights[criterion], share === undefined ? weights[criterion] : max),
    };
  });
  const rows = [...base, ...addRows(facts, by.rubric), ...deductRows(facts, by.rubric)];
  return [...rows, ...boundRow(facts.unit, rows, by.rubric)];
}

/** How far a criterion is met, 0…1, and why; without `share` it cannot be measured. */
interface Part extends Pick<ScoreRow, 'reason' | 'evidence' | 'enteredBy'> {
  share: number | undefined;
}

const PARTS: Readonly<Record<Measurable, (facts: UnitFacts, by: Judged) => Part>> = {
  timeliness,
  completeness,
  indicators,
  quality,
};

function timeliness({ report }: UnitFacts, { rubric, due }: Judged): Part {
  const standing = standingOf(report);
  const at = report.first_submitted_at;
  if (standing === 'none' || standing === 'withdrawn' || at === null)
    return { share: 0, reason: says.notSubmitted(standing), evidence: [] };
  const late = lateDays(at, due);
  const weight = rubric.weights.timeliness;
  const share = weight === 0 ? 0 : Math.max(0, weight - late * rubric.perLateDay) / weight;
  return {
    share,
    reason: says.submitted(at, { late, dueOn: due.day, perDay: rubric.perLateDay }),
    evidence: report.receipt === null ? [] : [says.receipt(report.receipt)],
  };
}

function completeness({ report, items }: UnitFacts): Part {
  const standing = standingOf(report);
  if (items.length === 0) return { share: undefined, reason: says.NO_ITEMS, evidence: [] };
  if (standing !== 'standing') return { share: 0, reason: says.notSubmitted(standing), evidence: [] };
  const empty = items.filter((item) => !item.hasContent);
  const filled = items.length - empty.length;
  return {
    share: filled / items.length,
    reason: says.filled(filled, items.length),
    evidence: empty.map(({ title }) => says.emptyItem(title)),
  };
}

function indicators({ report, values }: UnitFacts): Part {
  const standing = standingOf(report);
  const reached = values.map((value) => ({ value, share: attainmentOf(value, standing) }));
  const counted = reached.flatMap(({ share }) => share ?? []);
  const evidence = reached.map(({ value, share }) => says.reached(value, { share, standing }));
  if (counted.length === 0) return { share: undefined, reason: says.notMeasurable(values.length), evidence };
  const mean = counted.reduce((sum, share) => sum + share, 0) / counted.length;
  return {
    share: mean,
    reason: says.meanReached(mean, { counted: counted.length, all: values.length }),
    evidence,
  };
}

function quality({ report }: UnitFacts, { rubric }: Judged): Part {
  const standing = standingOf(report);
  if (standing !== 'standing') return { share: 0, reason: says.notSubmitted(standing), evidence: [] };
  if (report.status !== 'accepted' || report.mark === null)
    return { share: 0, reason: says.NO_MARK, evidence: [] };
  return {
    share: rubric.marks[report.mark],
    reason: says.marked(report.mark, rubric.marks[report.mark]),
    evidence: [],
    ...(report.decided_by !== null && { enteredBy: report.decided_by }),
  };
}
