import type { ReportRow } from '../../db/queries/reports.ts';
import type { ScoreEntryRow } from '../../db/queries/score-entries.ts';
import type { Calendar } from '../reminders/calendar.ts';

/** What is known of a unit's quarter: all that its score is made of. */
export interface UnitFacts {
  unit: string;
  report: Pick<
    ReportRow,
    'status' | 'round' | 'first_submitted_at' | 'receipt' | 'mark' | 'decided_at' | 'decided_by'
  >;
  items: readonly { item: string; title: string; hasContent: boolean }[];
  values: readonly ValueFacts[];
  returns: readonly ReturnFacts[];
  overdue: readonly OverdueFacts[];
  /** Those that stand, oldest first. */
  entries: readonly ScoreEntryRow[];
}

/** A numeric target of the unit, and what it reported. */
export interface ValueFacts {
  what: string;
  comparator: string;
  target: number | null;
  up_to: number | null;
  measured_in: string;
  raw: string;
  value: number | null;
  no_data: string | null;
  no_data_accepted: 0 | 1;
}

/** 退回: `at` an instant in ms, `by` an open_id. */
export interface ReturnFacts {
  round: number;
  reasons: readonly string[];
  by: string;
  at: number;
}

/** A ledger entry that was overdue in the quarter. */
export interface OverdueFacts {
  /** As people call it: `2026-017`. */
  no: string;
  problem: string;
  /** Its deadline, in Asia/Shanghai. */
  dueOn: string;
}

/** When a quarter's reports are due. */
export interface Due {
  day: string;
  calendar: Calendar;
}

const STANDINGS = ['none', 'withdrawn', 'returned', 'standing'] as const;
/** 没有提交 · 撤回未重报 · 退回未重报 · 在册 */
export type Standing = (typeof STANDINGS)[number];

/**
 * What became of a report, as far as its score goes. What the unit took back itself is not with the office, and counts
 * as not submitted until it is submitted again: else an empty report handed in and taken back would be on time. What
 * the office gave back keeps its day, since the first submission decides timeliness; its content does not count.
 */
export function standingOf({ status, round }: Pick<ReportRow, 'status' | 'round'>): Standing {
  switch (status) {
    case 'submitted':
    case 'accepted':
      return 'standing';
    case 'returned':
      return 'returned';
    case 'none':
    case 'draft':
      return round > 0 ? 'withdrawn' : 'none';
    default:
      return status satisfies never;
  }
}
