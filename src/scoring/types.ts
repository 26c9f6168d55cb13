/** What a row of a score is about: the four of a quarter, what comes on top, what the bounds take or give. */
export const CRITERIA = [
  'timeliness',
  'completeness',
  'indicators',
  'quality',
  'add',
  'deduct',
  /** The floor or the ceiling has taken effect. */
  'bound',
  /** Of a half-year or a year: one quarter's part. */
  'quarter',
  /** Of a year: 年度考评分. */
  'annual',
] as const;
export type Criterion = (typeof CRITERIA)[number];

/** One line of a score: so many points, and why. */
export interface ScoreRow {
  unit: string;
  criterion: Criterion;
  /** Chinese, short: `及时性`. */
  label: string;
  /** Unrounded; below 0 where something is taken off. */
  points: number;
  /** The most that this line can give; 0 where it only takes off. */
  max: number;
  /** A Chinese sentence that the unit can check. */
  reason: string;
  /** What the sentence rests on, in words: receipts, values with their targets, entries. */
  evidence: readonly string[];
  /** open_id, where a person decided it. */
  enteredBy?: string;
}

/** The score of a unit. The points of its rows add up to `total`. */
export interface UnitScore {
  unit: string;
  /** A quarter `2026Q4`, a half-year `2026H1`, a year `2026`. */
  period: string;
  /** The version of the 评分办法 it was scored by. */
  rubric: number;
  rows: readonly ScoreRow[];
  /** Unrounded. */
  total: number;
  /** To 0.01, half up: what is shown and ranked. */
  shown: number;
  /** From 1; equal scores share it, and the next one is left out (1, 2, 2, 4). */
  place: number;
}
