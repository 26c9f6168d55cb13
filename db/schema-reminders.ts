/** The tables of reminders. `…at` columns are instants in ms, `due_on` days in Asia/Shanghai. */
export interface ReminderTables {
  snooze: SnoozeTable;
  late_names: LateNamesTable;
}

export interface SnoozeTable {
  open_id: string;
  period: string;
  at: number;
  set_at: number;
}

export interface LateNamesTable {
  period: string;
  due_on: string;
  /** JSON list of units. */
  units: string;
  confirmed_by: string;
  confirmed_at: number;
}
