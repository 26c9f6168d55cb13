import type { Selectable } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { ReportDecisionTable, ReportRevisionTable } from '../schema-reports.ts';
import type { ReportItemRow, ReportKey, ReportRow } from './reports.ts';

export type RevisionRow = Selectable<ReportRevisionTable>;
export type DecisionRow = Selectable<ReportDecisionTable>;

/** Freezes a submission. `DuplicateKeyError`: this round was submitted already. */
export function keepRevision(db: Db, row: RevisionRow): Write {
  return db.query.insertInto('report_revision').values(row);
}

export async function revisionOf(
  db: Db,
  key: ReportKey & { round: number },
): Promise<RevisionRow | undefined> {
  return db.query
    .selectFrom('report_revision')
    .selectAll()
    .where('period', '=', key.period)
    .where('unit', '=', key.unit)
    .where('round', '=', key.round)
    .executeTakeFirst();
}

/** The newest submission of a unit for a period. */
export async function lastRevision(db: Db, key: ReportKey): Promise<RevisionRow | undefined> {
  return db.query
    .selectFrom('report_revision')
    .selectAll()
    .where('period', '=', key.period)
    .where('unit', '=', key.unit)
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Rounds of a report without their content, oldest first. */
export async function revisionsOf(db: Db, key: ReportKey): Promise<Omit<RevisionRow, 'content'>[]> {
  return db.query
    .selectFrom('report_revision')
    .select(['period', 'unit', 'round', 'receipt', 'submitted_by', 'submitted_at'])
    .where('period', '=', key.period)
    .where('unit', '=', key.unit)
    .orderBy('round')
    .execute();
}

/** Keeps what became of a submission. */
export function recordDecision(db: Db, row: DecisionRow): Write {
  return db.query.insertInto('report_decision').values(row);
}

/** What became of a report's rounds, oldest first. */
export async function decisionsOf(db: Db, key: ReportKey): Promise<DecisionRow[]> {
  return db.query
    .selectFrom('report_decision')
    .selectAll()
    .where('period', '=', key.period)
    .where('unit', '=', key.unit)
    .orderBy('at')
    .execute();
}

/** What waits for the office: submitted reports, the oldest first. */
export async function reviewQueue(db: Db, period?: string): Promise<ReportRow[]> {
  const query = db.query.selectFrom('report').selectAll().where('status', '=', 'submitted');
  return (period === undefined ? query : query.where('period', '=', period))
    .orderBy('submitted_at')
    .orderBy('no')
    .execute();
}

/** 暂无数据: the office accepts the reason. `GuardError`: there is none any more. */
export function acceptNoData(db: Db, key: ReportKey & { item: string; indicator: string }): Write[] {
  return [
    db.query
      .updateTable('report_value')
      .set({ no_data_accepted: 1 })
      .where('period', '=', key.period)
      .where('unit', '=', key.unit)
      .where('item', '=', key.item)
      .where('indicator', '=', key.indicator)
      .where('no_data', 'is not', null),
    guard('value is given as not available'),
  ];
}

/** Texts that other units have submitted for a period: what a report is compared with. */
export async function textsOfOthers(
  db: Db,
  key: ReportKey,
): Promise<Pick<ReportItemRow, 'unit' | 'progress' | 'problems' | 'next_steps'>[]> {
  return db.query
    .selectFrom('report_item')
    .innerJoin('report', (join) =>
      join
        .onRef('report.period', '=', 'report_item.period')
        .onRef('report.unit', '=', 'report_item.unit')
        .on('report.round', '>', 0),
    )
    .select(['report_item.unit as unit', 'progress', 'problems', 'next_steps'])
    .where('report_item.period', '=', key.period)
    .where('report_item.unit', '!=', key.unit)
    .execute();
}

/** 重要事项即报 */
export function recordUrgent(
  db: Db,
  row: { id: string; units: readonly string[]; text: string; by: string; at: number },
): Write {
  return db.query.insertInto('urgent_report').values({ ...row, units: JSON.stringify(row.units) });
}
