/** The tables of 问题台账. `…_at` columns and `at` are instants in ms, `due_on` days in Asia/Shanghai. */
export interface LedgerTables {
  ledger_entry: LedgerEntryTable;
  ledger_step: LedgerStepTable;
}

/** 整改中 · 申请销号 · 已销号 */
export type LedgerStatus = 'open' | 'closing' | 'closed';

/** 登记 · 进展 · 申请销号 · 退回 · 销号 · 延期 */
export type LedgerAct = 'entered' | 'progress' | 'applied' | 'returned' | 'closed' | 'due-moved';

export interface LedgerEntryTable {
  no: string;
  unit: string;
  problem: string;
  measure: string;
  due_on: string;
  percent: number | null;
  status: LedgerStatus;
  entered_by: string;
  entered_at: number;
  version: number;
}

export interface LedgerStepTable {
  no: string;
  version: number;
  what: LedgerAct;
  words: string;
  percent: number | null;
  due_on: string;
  by: string;
  at: number;
}
