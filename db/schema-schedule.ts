/** The tables of 日程. `…_at` columns and `at` are instants in ms. */
export interface ScheduleTables {
  sending_rule: SendingRuleTable;
}

export interface SendingRuleTable {
  rule: string;
  /** From 1; the newest counts. */
  version: number;
  /** JSON; null: the program's defaults again. */
  content: string | null;
  /** When its day or minute was last set. */
  timed_at: number;
  made_by: string;
  at: number;
}
