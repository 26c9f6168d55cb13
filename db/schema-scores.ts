/** The tables of 评分. `…_at` columns are instants in ms. */
export interface ScoreTables {
  rubric: { version: number; content: string; made_by: string; at: number };
  score_entry: ScoreEntryTable;
  annual_mark: { id: string; year: string; unit: string; mark: number; entered_by: string; at: number };
}

/** 加分 · 扣分 */
export type EntryKind = 'add' | 'deduct';

const ENTRY_SOURCES = ['brief', 'practice', 'criticism', 'other'] as const;
/** 工作动态采用 · 典型经验 · 通报批评 · 其他 */
export type EntrySource = (typeof ENTRY_SOURCES)[number];

export interface ScoreEntryTable {
  id: string;
  period: string;
  unit: string;
  kind: EntryKind;
  source: EntrySource;
  points: number;
  matter: string;
  reason: string;
  evidence: string;
  entered_by: string;
  at: number;
  cancelled_at: number | null;
  cancelled_by: string | null;
  cancelled_because: string | null;
}
