import type { Generated } from 'kysely';

/** The tables of 季度报送. Days are Asia/Shanghai, `…_at` columns instants in ms. */
export interface ReportTables {
  period: PeriodTable;
  period_change: PeriodChangeTable;
  report: ReportTable;
  report_item: ReportItemTable;
  report_value: ReportValueTable;
  report_save: ReportSaveTable;
  report_clash: ReportClashTable;
  report_revision: ReportRevisionTable;
  report_decision: ReportDecisionTable;
  urgent_report: { id: string; units: string; text: string; by: string; at: number };
  evidence: EvidenceTable;
  filling: { open_id: string; period: string; unit: string; item: string; at: number };
  report_form: ReportFormTable;
  target_owner: TargetOwnerTable;
}

const PERIOD_STATUSES = ['planned', 'cancelled', 'open', 'locked'] as const;
type PeriodStatus = (typeof PERIOD_STATUSES)[number];

export interface PeriodTable {
  id: string;
  status: PeriodStatus;
  opens_on: string;
  due_on: string;
  opened_at: number | null;
  opened_by: string | null;
  locked_at: number | null;
  locked_by: string | null;
  settings_version: Generated<number>;
  version: Generated<number>;
}

const PERIOD_CHANGES = ['postpone', 'cancel', 'open', 'extend', 'lock'] as const;
export type PeriodChange = (typeof PERIOD_CHANGES)[number];

interface PeriodChangeTable {
  id: Generated<number>;
  period: string;
  what: PeriodChange;
  from_day: string | null;
  to_day: string | null;
  reason: string;
  by: string;
  at: number;
}

/** 未开始 · 草稿 · 已报 · 退回 · 采纳 */
export const REPORT_STATUSES = ['none', 'draft', 'submitted', 'returned', 'accepted'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const MARKS = ['优', '良', '中', '差'] as const;
type Mark = (typeof MARKS)[number];

export interface ReportTable {
  period: string;
  unit: string;
  no: number;
  status: ReportStatus;
  version: Generated<number>;
  round: Generated<number>;
  carried: Generated<0 | 1>;
  first_submitted_at: number | null;
  submitted_at: number | null;
  submitted_by: string | null;
  receipt: string | null;
  decided_at: number | null;
  decided_by: string | null;
  mark: Mark | null;
}

/** 整组牵头 · 分项牵头 · 参与部分 · 措施 */
const ITEM_KINDS = ['group', 'sub-lead', 'group-part', 'measure'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export interface ReportItemTable {
  period: string;
  unit: string;
  item: string;
  position: number;
  kind: ItemKind;
  title: string;
  asks: string;
  location: string;
  group_no: number | null;
  measure_no: number | null;
  progress: Generated<string>;
  problems: Generated<string>;
  next_steps: Generated<string>;
  coordinate: Generated<0 | 1>;
  version: Generated<number>;
  updated_at: number | null;
  updated_by: string | null;
}

export interface ReportValueTable {
  period: string;
  unit: string;
  item: string;
  indicator: string;
  position: number;
  what: string;
  comparator: string;
  target: number | null;
  up_to: number | null;
  measured_in: string;
  deadline: string | null;
  raw: Generated<string>;
  value: number | null;
  no_data: string | null;
  no_data_accepted: Generated<0 | 1>;
}

interface ReportSaveTable {
  period: string;
  unit: string;
  item: string;
  version: number;
  content: string;
  by: string;
  at: number;
}

export interface ReportClashTable {
  id: string;
  period: string;
  unit: string;
  item: string;
  base_version: number;
  content: string;
  open_fields: string;
  by: string;
  at: number;
  closed_at: number | null;
}

export interface ReportRevisionTable {
  period: string;
  unit: string;
  round: number;
  receipt: string;
  content: string;
  submitted_by: string;
  submitted_at: number;
}

const DECISIONS = ['accepted', 'returned', 'withdrawn'] as const;
/** 采纳 · 退回 · 撤回 */
export type Decision = (typeof DECISIONS)[number];

export interface ReportDecisionTable {
  id: string;
  period: string;
  unit: string;
  round: number;
  what: Decision;
  mark: Mark | null;
  chips: Generated<string>;
  reason: Generated<string>;
  by: string;
  at: number;
}

export interface EvidenceTable {
  id: string;
  period: string;
  unit: string;
  item: string;
  message_id: string;
  file_key: string;
  type: 'file' | 'image';
  name: string;
  size: number;
  sha256: string;
  by: string;
  at: number;
  removed_at: number | null;
}

export interface ReportFormTable {
  id: string;
  period: string;
  unit: string;
  open_id: string;
  status: 'previewed' | 'applied' | 'dropped';
  plan: string;
  made_at: number;
  decided_at: number | null;
}

/** 办公室落实: an objective of a part and the unit that answers for it in a task group. */
export interface TargetOwnerTable {
  indicator: string;
  group_no: number;
  unit: string;
  assigned_by: string;
  assigned_at: number;
}
