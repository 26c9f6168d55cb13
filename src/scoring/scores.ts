import { type PeriodRow, pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { reportsOfPeriod } from '../../db/queries/reports.ts';
import { standingEntries } from '../../db/queries/score-entries.ts';
import { annualMarks, returnsOfPeriod, scoredItems, scoredValues } from '../../db/queries/scoring-facts.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { overdueLedgerEntries } from '../ledger/overdue.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';
import type { PeriodId } from '../reports/period.ts';
import { totalOf } from './entries.ts';
import type { UnitFacts } from './facts.ts';
import { pointsOf } from './points.ts';
import { placed, toHundredths } from './rounding.ts';
import type { RubricVersion } from './rubric.ts';
import { rubricOf } from './rubrics.ts';
import { isQuarter, pastDaysOf, quartersOf, type SpanId } from './span.ts';
import { spanScores } from './spans.ts';
import type { UnitScore } from './types.ts';

/** What scoring needs; the command line has no platform. */
export type ScoringDeps = Pick<Deps, 'db' | 'clock'>;

/**
 * Every unit's score of a quarter (`2026Q4`), a half-year (`2026H1`) or a year (`2026`), from what is stored now, the
 * best first. Empty where nothing was ever opened.
 */
export async function scoresOf(deps: ScoringDeps, span: SpanId): Promise<UnitScore[]> {
  const wanted = quartersOf(span);
  const opened = (await pastAndOpenPeriods(deps.db)).filter(({ id }) => wanted.some((one) => one === id));
  const calendar = await calendarOf(deps.db);
  const scored = await Promise.all(
    opened.map(async (period) => {
      const version = await rubricOf(deps.db, period);
      return {
        period,
        version,
        scores: quarterScores(await factsOf(deps, period), { period, version, calendar }),
      };
    }),
  );
  // Newest first: a year is judged by the rubric of its last quarter.
  const [newest] = scored;
  if (newest === undefined) return [];
  if (isQuarter(span)) return newest.scores;
  const marks = (await annualMarks(deps.db, span)).map(
    (row) => [row.unit, { mark: row.mark, enteredBy: row.entered_by }] as const,
  );
  return spanScores({
    span,
    quarters: new Map(scored.map(({ period, scores }) => [period.id, scores])),
    marks: new Map(marks),
    rubric: newest.version.rubric,
    version: newest.version.version,
  });
}

/** A quarter's scores from its facts, placed. Pure. */
export function quarterScores(
  facts: readonly UnitFacts[],
  by: { period: Pick<PeriodRow, 'id' | 'due_on'>; version: RubricVersion; calendar: Calendar },
): UnitScore[] {
  const judged = { rubric: by.version.rubric, due: { day: by.period.due_on, calendar: by.calendar } };
  const scores = facts.map((one) => {
    const rows = pointsOf(one, judged);
    const total = totalOf(rows);
    return {
      unit: one.unit,
      period: by.period.id,
      rubric: by.version.version,
      rows,
      total,
      shown: toHundredths(total),
    };
  });
  return placed(scores);
}

/** What the scores of a quarter are made of, by unit in the order of the notice. */
export async function factsOf(
  { db, clock }: ScoringDeps,
  { id }: Pick<PeriodRow, 'id'>,
): Promise<UnitFacts[]> {
  const [reports, items, values, returns, entries, overdue] = await Promise.all([
    reportsOfPeriod(db, id),
    scoredItems(db, id),
    scoredValues(db, id),
    returnsOfPeriod(db, id),
    standingEntries(db, id),
    overdueLedgerEntries(db, pastDaysOf(id as PeriodId, dayAt(clock.now()))),
  ]);
  const by = <T extends { unit: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ unit }) => unit);
  const [itemsBy, valuesBy, returnsBy] = [by(items), by(values), by(returns)];
  const [entriesBy, overdueBy] = [by(entries), by(overdue)];
  return reports.map((report) => {
    const { unit } = report;
    const own = valuesBy.get(unit) ?? [];
    const reported = new Set(own.filter(({ raw }) => raw.trim() !== '').map(({ item }) => item));
    return {
      unit,
      report,
      items: (itemsBy.get(unit) ?? []).map(({ item, title, hasText }) => ({
        item,
        title,
        hasContent: hasText === 1 || reported.has(item),
      })),
      values: own,
      returns: (returnsBy.get(unit) ?? []).map(({ chips, reason, ...one }) => ({
        ...one,
        reasons: [...(JSON.parse(chips) as string[]), reason].filter((part) => part !== ''),
      })),
      overdue: (overdueBy.get(unit) ?? []).map(({ no, problem, dueOn }) => ({ no, problem, dueOn })),
      entries: entriesBy.get(unit) ?? [],
    };
  });
}
