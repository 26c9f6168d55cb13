import type { ReportStatus } from '../../db/schema-reports.ts';
import type { PeriodPhase } from './period.ts';

/** What a unit's people can do with their report. */
export const UNIT_ACTS = ['edit', 'submit', 'withdraw'] as const;
export type UnitAct = (typeof UNIT_ACTS)[number];

const ALLOWED: Readonly<Record<ReportStatus, readonly UnitAct[]>> = {
  none: ['edit', 'submit'],
  draft: ['edit', 'submit'],
  submitted: ['withdraw'],
  returned: ['edit', 'submit'],
  accepted: [],
};

/** Whether a report can be edited, submitted or withdrawn (撤回修改: until it is adopted); nothing once locked. */
export function allows(act: UnitAct, report: { status: ReportStatus }, phase: PeriodPhase): boolean {
  return phase !== 'locked' && ALLOWED[report.status].includes(act);
}

/** 回执号: period, the unit's number and the round: one for each submission, the same however often it is made. */
export function receiptOf(report: { period: string; no: number; round: number }): string {
  return `${report.period}-${String(report.no).padStart(3, '0')}-${report.round}`;
}
