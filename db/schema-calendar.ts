/** The tables of 放假安排. `…_at` columns are instants in ms, days are in Asia/Shanghai. */
export interface CalendarTables {
  arrangement: ArrangementTable;
  arrangement_draft: ArrangementDraftTable;
}

export interface ArrangementTable {
  year: number;
  version: number;
  /** JSON lists of days. */
  off: string;
  work: string;
  source: ArrangementSource;
  imported_by: string;
  imported_at: number;
}

/** 粘贴的文字 · 表格 */
export type ArrangementSource = 'text' | 'table';

export interface ArrangementDraftTable {
  id: string;
  year: number;
  off: string;
  work: string;
  source: ArrangementSource;
  status: 'shown' | 'applied' | 'dropped';
  base_version: number;
  made_by: string;
  made_at: number;
}
