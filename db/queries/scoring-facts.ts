import { sql } from 'kysely';
import type { Db, Write } from '../database.ts';
import type { ItemKind } from '../schema-reports.ts';

/** An item as far as its score goes. */
export interface ScoredItem {
  unit: string;
  item: string;
  title: string;
  kind: ItemKind;
  group_no: number | null;
  hasText: 0 | 1;
}

/** Every item of a period without its texts, by unit in the order of its form. */
export async function scoredItems(db: Db, period: string): Promise<ScoredItem[]> {
  const { rows } = await sql<ScoredItem>`
    select unit, item, title, kind, group_no,
      trim(progress) <> '' or trim(problems) <> '' or trim(next_steps) <> '' as hasText
    from report_item where period = ${period} order by unit, position`.execute(db.query);
  return rows;
}

/** The numeric targets of a period with what was reported, by unit in the order of the form. */
export async function scoredValues(db: Db, period: string) {
  return db.query
    .selectFrom('report_value as v')
    .innerJoin('report_item as i', (join) =>
      join.onRef('i.period', '=', 'v.period').onRef('i.unit', '=', 'v.unit').onRef('i.item', '=', 'v.item'),
    )
    .select([
      'v.unit',
      'v.item',
      'i.title',
      'v.what',
      'v.comparator',
      'v.target',
      'v.up_to',
      'v.measured_in',
      'v.raw',
      'v.value',
      'v.no_data',
      'v.no_data_accepted',
    ])
    .where('v.period', '=', period)
    .orderBy('v.unit')
    .orderBy('i.position')
    .orderBy('v.position')
    .execute();
}

/** 退回 of a period, oldest first. */
export async function returnsOfPeriod(db: Db, period: string) {
  return db.query
    .selectFrom('report_decision')
    .select(['unit', 'round', 'chips', 'reason', 'by', 'at'])
    .where('period', '=', period)
    .where('what', '=', 'returned')
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Who leads, and which task groups a unit has a part in, over several periods. */
export async function groupParts(
  db: Db,
  periods: readonly string[],
): Promise<{ unit: string; group_no: number; kind: ItemKind }[]> {
  if (periods.length === 0) return [];
  const { rows } = await sql<{ unit: string; group_no: number; kind: ItemKind }>`
    select distinct unit, group_no, kind from report_item
    where period in (select value from json_each(${JSON.stringify(periods)})) and group_no is not null
    order by group_no, unit`.execute(db.query);
  return rows;
}

/** Every item of each unit over several periods, once. */
export async function boardParts(
  db: Db,
  periods: readonly string[],
): Promise<{ unit: string; item: string; kind: ItemKind; group_no: number | null }[]> {
  if (periods.length === 0) return [];
  const { rows } = await sql<{ unit: string; item: string; kind: ItemKind; group_no: number | null }>`
    select distinct unit, item, kind, group_no from report_item
    where period in (select value from json_each(${JSON.stringify(periods)}))
    order by group_no, unit, item`.execute(db.query);
  return rows;
}

export interface AnnualMarkRow {
  id: string;
  year: string;
  unit: string;
  mark: number;
  entered_by: string;
  /** Instant in ms. */
  at: number;
}

/** 年度考评分 of a year: the newest of each unit. */
export async function annualMarks(db: Db, year: string): Promise<AnnualMarkRow[]> {
  const rows = await db.query
    .selectFrom('annual_mark')
    .selectAll()
    .where('year', '=', year)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return [...new Map(rows.map((row) => [row.unit, row])).values()];
}

/** Enters a mark; an earlier one of the unit and year stays readable and counts no more. */
export function insertAnnualMark(db: Db, row: AnnualMarkRow): Write {
  return db.query.insertInto('annual_mark').values(row);
}
