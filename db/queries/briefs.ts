import type { Selectable } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { BriefTable } from '../schema-briefs.ts';

export type BriefRow = Selectable<BriefTable>;

/** Who publishes or withdraws when; filled in later. */
const OPEN = {
  year: null,
  no: null,
  chat_id: null,
  published_by: null,
  published_at: null,
  withdrawn_by: null,
  withdrawn_at: null,
  withdrawn_because: null,
};

/** A draft as it begins. */
export function newBrief(of: Omit<BriefRow, keyof typeof OPEN | 'status' | 'version'>): BriefRow {
  return { ...of, ...OPEN, status: 'draft', version: 1 };
}

/** Keeps a new draft. `DuplicateKeyError`: the item is picked already. */
export function insertBrief(db: Db, row: BriefRow): Write {
  return db.query.insertInto('brief').values(row);
}

/** Brings a brief one version further. `GuardError`: somebody was first. */
export function changeBrief(
  db: Db,
  { id, version }: BriefRow,
  to: Partial<Omit<BriefRow, 'id' | 'version'>>,
): Write[] {
  return [
    db.query
      .updateTable('brief')
      .set({ ...to, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version),
    guard('brief is as it was read'),
  ];
}

/** Keeps what somebody typed over a version, whatever becomes of it. @param at instant in ms */
export function keepTyped(
  db: Db,
  of: { id: string; brief: string; version: number; title: string; body: string; by: string; at: number },
): Write {
  return db.query.insertInto('brief_typed').values(of);
}

export async function briefById(db: Db, id: string): Promise<BriefRow | undefined> {
  return db.query.selectFrom('brief').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What stands of an item: its draft or its published brief. */
export async function briefOfItem(
  db: Db,
  of: Pick<BriefRow, 'period' | 'unit' | 'item'>,
): Promise<BriefRow | undefined> {
  return db.query
    .selectFrom('brief')
    .selectAll()
    .where('period', '=', of.period)
    .where('unit', '=', of.unit)
    .where('item', '=', of.item)
    .where('status', 'in', ['draft', 'published'])
    .executeTakeFirst();
}

/** A unit's briefs that stand, oldest first. */
export async function briefsOfUnit(db: Db, unit: string): Promise<BriefRow[]> {
  return db.query
    .selectFrom('brief')
    .selectAll()
    .where('unit', '=', unit)
    .where('status', 'in', ['draft', 'published'])
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

/** Drafts, newest first. */
export async function draftBriefs(db: Db): Promise<BriefRow[]> {
  return db.query
    .selectFrom('brief')
    .selectAll()
    .where('status', '=', 'draft')
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Published ones, newest first; of one period where it is given. */
export async function publishedBriefs(db: Db, period?: string): Promise<BriefRow[]> {
  const all = db.query.selectFrom('brief').selectAll().where('status', '=', 'published');
  return (period === undefined ? all : all.where('period', '=', period))
    .orderBy('year', 'desc')
    .orderBy('no', 'desc')
    .execute();
}

/** A brief by its number, also a withdrawn one. */
export async function briefNumbered(db: Db, of: { year: string; no: number }): Promise<BriefRow | undefined> {
  return db.query
    .selectFrom('brief')
    .selectAll()
    .where('year', '=', of.year)
    .where('no', '=', of.no)
    .executeTakeFirst();
}

/** The last number given in a year, 0 before the first: one that was withdrawn keeps its own. */
export async function lastBriefNo(db: Db, year: string): Promise<number> {
  const row = await db.query
    .selectFrom('brief')
    .select((e) => e.fn.max('no').as('last'))
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.last ?? 0;
}
