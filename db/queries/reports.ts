import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { UnitRole } from '../schema.ts';
import type { ReportItemTable, ReportTable, ReportValueTable } from '../schema-reports.ts';

export type ReportRow = Selectable<ReportTable>;
export type ReportItemRow = Selectable<ReportItemTable>;
export type ReportValueRow = Selectable<ReportValueTable>;

/** One report: a unit in a period. */
export interface ReportKey {
  period: string;
  unit: string;
}

/** An item with the values of its indicators, in the order of the form. */
export interface ItemSheet extends ReportItemRow {
  values: ReportValueRow[];
}

/** A report with everything in it, as it is now. */
export interface ReportSheet {
  report: ReportRow;
  items: ItemSheet[];
}

export async function reportOf(db: Db, key: ReportKey): Promise<ReportRow | undefined> {
  return db.query
    .selectFrom('report')
    .selectAll()
    .where('period', '=', key.period)
    .where('unit', '=', key.unit)
    .executeTakeFirst();
}

/** Every unit's report of a period, in the order of the notice. */
export async function reportsOfPeriod(db: Db, period: string): Promise<ReportRow[]> {
  return db.query.selectFrom('report').selectAll().where('period', '=', period).orderBy('no').execute();
}

/** A report with its items and values; undefined where the unit has nothing to report in the period. */
export async function reportSheet(db: Db, key: ReportKey): Promise<ReportSheet | undefined> {
  const [report, items, values] = await Promise.all([
    reportOf(db, key),
    db.query
      .selectFrom('report_item')
      .selectAll()
      .where('period', '=', key.period)
      .where('unit', '=', key.unit)
      .orderBy('position')
      .execute(),
    db.query
      .selectFrom('report_value')
      .selectAll()
      .where('period', '=', key.period)
      .where('unit', '=', key.unit)
      .orderBy('position')
      .execute(),
  ]);
  return report && { report, items: withValues(items, values) };
}

/** All reports of a period with everything in them, in the order of the notice. */
export async function periodSheets(db: Db, period: string): Promise<ReportSheet[]> {
  const [reports, items, values] = await Promise.all([
    reportsOfPeriod(db, period),
    db.query.selectFrom('report_item').selectAll().where('period', '=', period).orderBy('position').execute(),
    db.query
      .selectFrom('report_value')
      .selectAll()
      .where('period', '=', period)
      .orderBy('position')
      .execute(),
  ]);
  const byUnit = Map.groupBy(withValues(items, values), (item) => item.unit);
  return reports.map((report) => ({ report, items: byUnit.get(report.unit) ?? [] }));
}

/** A unit's newest earlier period that it submitted something for. */
export async function lastReportedPeriod(db: Db, { period, unit }: ReportKey): Promise<string | undefined> {
  const row = await db.query
    .selectFrom('report_revision')
    .select('period')
    .where('unit', '=', unit)
    .where('period', '<', period)
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.period;
}

/** Who was bound in a role after a period had opened, to a unit that has something to file yet. Instants in ms. */
export async function newcomersOf(
  db: Db,
  period: { id: string; openedAt: number; roles: readonly UnitRole[] },
): Promise<{ unit: string; openId: string; at: number }[]> {
  return db.query
    .selectFrom('binding')
    .innerJoin('report', (join) =>
      join.onRef('report.unit', '=', 'binding.subject').on('report.period', '=', period.id),
    )
    .select([
      'binding.subject as unit',
      'binding.open_id as openId',
      sql<number>`binding.decided_at`.as('at'),
    ])
    .where('binding.kind', '=', 'unit')
    .where('binding.role', 'in', [...period.roles])
    .where('binding.status', '=', 'confirmed')
    .where('binding.decided_at', '>', period.openedAt)
    .where('report.status', 'in', ['none', 'draft', 'returned'])
    .execute();
}

/** Reports of open periods that were sent back and not handed in again, with when (instant in ms) and the due day. */
export async function returnedReports(
  db: Db,
): Promise<{ period: string; unit: string; dueOn: string; at: number }[]> {
  return db.query
    .selectFrom('report as r')
    .innerJoin('period as p', 'p.id', 'r.period')
    .select(['r.period', 'r.unit', 'p.due_on as dueOn', sql<number>`r.decided_at`.as('at')])
    .where('r.status', '=', 'returned')
    .where('p.status', '=', 'open')
    .where('r.decided_at', 'is not', null)
    .orderBy('r.no')
    .execute();
}

/** What a report starts with when its period opens. */
export type NewReport = Pick<ReportRow, 'unit' | 'no'>;
export type NewItem = Pick<
  ReportItemRow,
  'unit' | 'item' | 'position' | 'kind' | 'title' | 'asks' | 'location' | 'group_no' | 'measure_no'
>;
export type NewValue = Pick<
  ReportValueRow,
  | 'unit'
  | 'item'
  | 'indicator'
  | 'position'
  | 'what'
  | 'comparator'
  | 'target'
  | 'up_to'
  | 'measured_in'
  | 'deadline'
>;

/** Rows that go as one parameter: with the longest texts of a notice they stay far below D1's 2 MB. */
const ROWS_A_LIST = 400;

/** Makes the empty reports of a period. The lists go as JSON: D1 takes at most 100 parameters. */
export function insertReports(
  db: Db,
  period: string,
  of: { reports: readonly NewReport[]; items: readonly NewItem[]; values: readonly NewValue[] },
): Write[] {
  const each = (rows: readonly object[], insert: (list: string) => RawBuilder<unknown>) =>
    Array.from({ length: Math.ceil(rows.length / ROWS_A_LIST) }, (_, index) => {
      const own = rows.slice(index * ROWS_A_LIST, (index + 1) * ROWS_A_LIST);
      return insert(JSON.stringify(own.map((row) => ({ period, ...row })))).compile(db.query);
    });
  return [...each(of.reports, reportsFrom), ...each(of.items, itemsFrom), ...each(of.values, valuesFrom)];
}

const reportsFrom = (list: string) =>
  sql`insert into report (period, unit, no, status)
      select value ->> 'period', value ->> 'unit', value ->> 'no', 'none' from json_each(${list})`;

const itemsFrom = (list: string) =>
  sql`insert into report_item (period, unit, item, position, kind, title, asks, location, group_no, measure_no)
      select value ->> 'period', value ->> 'unit', value ->> 'item', value ->> 'position', value ->> 'kind',
        value ->> 'title', value ->> 'asks', value ->> 'location', value ->> 'group_no', value ->> 'measure_no'
      from json_each(${list})`;

const valuesFrom = (list: string) =>
  sql`insert into report_value
        (period, unit, item, indicator, position, what, comparator, target, up_to, measured_in, deadline)
      select value ->> 'period', value ->> 'unit', value ->> 'item', value ->> 'indicator', value ->> 'position',
        value ->> 'what', value ->> 'comparator', value ->> 'target', value ->> 'up_to', value ->> 'measured_in',
        value ->> 'deadline'
      from json_each(${list})`;

/** Changes a report, unless somebody was first (`GuardError`). Raises its version. */
export function changeReport(
  db: Db,
  report: ReportRow,
  to: Partial<Omit<ReportRow, 'period' | 'unit' | 'no' | 'version'>>,
): Write[] {
  return [
    db.query
      .updateTable('report')
      .set({ ...to, version: report.version + 1 })
      .where('period', '=', report.period)
      .where('unit', '=', report.unit)
      .where('version', '=', report.version),
    guard('report is as it was read'),
  ];
}

function withValues(items: readonly ReportItemRow[], values: readonly ReportValueRow[]): ItemSheet[] {
  const key = (row: { unit: string; item: string }) => `${row.unit} ${row.item}`;
  const byItem = Map.groupBy(values, key);
  return items.map((item) => ({ ...item, values: byItem.get(key(item)) ?? [] }));
}
