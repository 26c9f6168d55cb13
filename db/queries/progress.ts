import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { ItemKind, ReportStatus } from '../schema-reports.ts';
import type { DecisionRow, RevisionRow } from './reviews.ts';

/** Reports whose text others may read: handed in, and not sent back. */
const READABLE: readonly ReportStatus[] = ['submitted', 'accepted'];

/** An item as far as progress goes: whether something stands in it, not what. */
export interface ItemState {
  unit: string;
  item: string;
  kind: ItemKind;
  group_no: number | null;
  hasContent: 0 | 1;
}

/** Every item of a period without its texts, by unit in the order of its form. */
export async function itemStates(db: Db, period: string): Promise<ItemState[]> {
  const { rows } = await sql<ItemState>`
    select unit, item, kind, group_no,
      progress <> '' or problems <> '' or next_steps <> '' or exists (
        select 1 from report_value v
        where v.period = i.period and v.unit = i.unit and v.item = i.item and v.raw <> ''
      ) as hasContent
    from report_item i where period = ${period} order by unit, position`.execute(db.query);
  return rows;
}

/** What a unit has handed in about an item. */
export interface ItemText {
  unit: string;
  item: string;
  kind: ItemKind;
  title: string;
  location: string;
  group_no: number | null;
  progress: string;
  problems: string;
  next_steps: string;
  coordinate: 0 | 1;
}

/** What has been handed in about a task group (`group`), or with the wish for coordination, in the order of the notice. */
export async function itemTexts(
  db: Db,
  period: string,
  of: { group: number } | { coordinate: true },
): Promise<ItemText[]> {
  const query = db.query
    .selectFrom('report_item as i')
    .innerJoin('report as r', (join) =>
      join.onRef('r.period', '=', 'i.period').onRef('r.unit', '=', 'i.unit'),
    )
    .select([
      'i.unit',
      'i.item',
      'i.kind',
      'i.title',
      'i.location',
      'i.group_no',
      'i.progress',
      'i.problems',
      'i.next_steps',
      'i.coordinate',
    ])
    .where('i.period', '=', period)
    .where('r.status', 'in', [...READABLE])
    .orderBy('r.no')
    .orderBy('i.position');
  return (
    'group' in of ? query.where('i.group_no', '=', of.group) : query.where('i.coordinate', '=', 1)
  ).execute();
}

/** Every submission of a period, by unit and round. */
export async function revisionsOfPeriod(db: Db, period: string): Promise<RevisionRow[]> {
  return db.query
    .selectFrom('report_revision')
    .selectAll()
    .where('period', '=', period)
    .orderBy('unit')
    .orderBy('round')
    .execute();
}

/** What became of the submissions of a period, oldest first. */
export async function decisionsOfPeriod(db: Db, period: string): Promise<DecisionRow[]> {
  return db.query
    .selectFrom('report_decision')
    .selectAll()
    .where('period', '=', period)
    .orderBy('at')
    .execute();
}
