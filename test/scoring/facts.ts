import type { ScoreEntryRow } from '../../db/queries/score-entries.ts';
import { instantOf } from '../../src/clock.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import type { UnitFacts, ValueFacts } from '../../src/scoring/facts.ts';
import type { Judged } from '../../src/scoring/points.ts';
import { readRubric } from '../../src/scoring/rubric.ts';

/** Design §5's default, as the first migration brings it. */
export const RUBRIC = readRubric({
  weights: { timeliness: 20, completeness: 20, indicators: 30, quality: 30 },
  perLateDay: 4,
  marks: { 优: 1, 良: 0.8, 中: 0.6, 差: 0.3 },
  adds: { perBrief: 2, cap: 5 },
  deducts: { perReturn: 1, perOverdue: 2, perCriticism: 5, cap: 20 },
  floor: 0,
  ceiling: 105,
  year: { quarters: 60, mark: 40 },
});

/** Due on Friday 2027-01-08. */
export const BY: Judged = { rubric: RUBRIC, due: { day: '2027-01-08', calendar: publishedCalendar() } };

export function valueFacts(of: Partial<ValueFacts> = {}): ValueFacts {
  return {
    what: '办电时间',
    comparator: '<=',
    target: 20,
    up_to: null,
    measured_in: '个工作日',
    raw: '20',
    value: 20,
    no_data: null,
    no_data_accepted: 0,
    ...of,
  };
}

export function entryRow(of: Partial<ScoreEntryRow> = {}): ScoreEntryRow {
  return {
    id: 'e',
    period: '2026Q4',
    unit: 'u',
    kind: 'add',
    source: 'practice',
    points: 2,
    matter: 'm',
    reason: '典型经验',
    evidence: '',
    entered_by: 'ou_office',
    at: 0,
    cancelled_at: null,
    cancelled_by: null,
    cancelled_because: null,
    ...of,
  };
}

/** Everything on time, filled, reached and 优. */
export function facts({
  report,
  ...of
}: Partial<Omit<UnitFacts, 'report'>> & { report?: Partial<UnitFacts['report']> } = {}): UnitFacts {
  return {
    unit: 'u',
    items: [{ item: 'measure:1', title: '措施1', hasContent: true }],
    values: [valueFacts()],
    returns: [],
    overdue: [],
    entries: [],
    ...of,
    report: {
      status: 'accepted',
      round: 1,
      first_submitted_at: instantOf('2027-01-06', '10:00'),
      receipt: '2026Q4-001-1',
      mark: '优',
      decided_at: 1,
      decided_by: 'ou_office',
      ...report,
    },
  };
}
