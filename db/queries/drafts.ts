import type { Selectable } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { ReportClashTable } from '../schema-reports.ts';
import type { ReportItemRow, ReportKey, ReportValueRow } from './reports.ts';

/** One item of one report. */
export interface ItemKey extends ReportKey {
  item: string;
}

/** What is written about an item; `values` by indicator. */
export interface SavedItem {
  fields: Pick<ReportItemRow, 'progress' | 'problems' | 'next_steps' | 'coordinate'>;
  values: readonly Pick<ReportValueRow, 'indicator' | 'raw' | 'value' | 'no_data'>[];
}

/**
 * Saves an item over a version of it. `GuardError`: somebody was first. The earlier states stay readable.
 *
 * @param how `content` the fields as JSON, for the history; `now` an instant in ms.
 */
export function saveItem(
  db: Db,
  row: ItemKey & { version: number },
  how: SavedItem & { content: string; by: string; now: number },
): Write[] {
  return [
    db.query
      .updateTable('report_item')
      .set({ ...how.fields, version: row.version + 1, updated_at: how.now, updated_by: how.by })
      .where('period', '=', row.period)
      .where('unit', '=', row.unit)
      .where('item', '=', row.item)
      .where('version', '=', row.version),
    guard('item is as it was read'),
    ...how.values.map((value) =>
      db.query
        .updateTable('report_value')
        .set({ raw: value.raw, value: value.value, no_data: value.no_data, no_data_accepted: 0 })
        .where('period', '=', row.period)
        .where('unit', '=', row.unit)
        .where('item', '=', row.item)
        .where('indicator', '=', value.indicator),
    ),
    db.query.insertInto('report_save').values({
      period: row.period,
      unit: row.unit,
      item: row.item,
      version: row.version + 1,
      content: how.content,
      by: how.by,
      at: how.now,
    }),
  ];
}

/** An item's fields (JSON) as some version had them; undefined for the empty beginning. */
export async function savedContent(db: Db, key: ItemKey, version: number): Promise<string | undefined> {
  const row = await db.query
    .selectFrom('report_save')
    .select('content')
    .where('period', '=', key.period)
    .where('unit', '=', key.unit)
    .where('item', '=', key.item)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.content;
}

export type ClashRow = Selectable<ReportClashTable>;

/** Keeps what somebody typed that could not go into the draft. */
export function keepClash(db: Db, row: Omit<ClashRow, 'closed_at'>): Write {
  return db.query.insertInto('report_clash').values({ ...row, closed_at: null });
}

/** What was kept for a report and is not decided yet, oldest first. */
export async function openClashes(db: Db, key: ReportKey): Promise<ClashRow[]> {
  return db.query
    .selectFrom('report_clash')
    .selectAll()
    .where('period', '=', key.period)
    .where('unit', '=', key.unit)
    .where('closed_at', 'is', null)
    .orderBy('at')
    .execute();
}

/** Decides some of the fields; none left closes it. `GuardError`: somebody was first. @param now instant in ms. */
export function decideClash(db: Db, clash: ClashRow, left: readonly string[], now: number): Write[] {
  return [
    db.query
      .updateTable('report_clash')
      .set({ open_fields: JSON.stringify(left), closed_at: left.length === 0 ? now : null })
      .where('id', '=', clash.id)
      .where('open_fields', '=', clash.open_fields)
      .where('closed_at', 'is', null),
    guard('clash is as it was read'),
  ];
}

/** The item that somebody has in hand: where a file he sends belongs. @param now instant in ms. */
export function takeInHand(db: Db, openId: string, row: ItemKey & { now: number }): Write {
  const values = { period: row.period, unit: row.unit, item: row.item, at: row.now };
  return db.query
    .insertInto('filling')
    .values({ open_id: openId, ...values })
    .onConflict((conflict) => conflict.column('open_id').doUpdateSet(values));
}

/** The item that somebody had in hand last, and since when (instant in ms). */
export async function inHand(db: Db, openId: string): Promise<(ItemKey & { at: number }) | undefined> {
  return db.query
    .selectFrom('filling')
    .select(['period', 'unit', 'item', 'at'])
    .where('open_id', '=', openId)
    .executeTakeFirst();
}
