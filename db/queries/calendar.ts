import type { Selectable } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { ArrangementDraftTable } from '../schema-calendar.ts';

/** Days off and make-up workdays that one year's arrangement names. */
export interface YearArrangement {
  year: number;
  off: string[];
  work: string[];
}

/** What the office imported, the newest version of each year, years ascending. */
export async function arrangements(db: Db): Promise<YearArrangement[]> {
  const rows = await db.query
    .selectFrom('arrangement')
    .select(['year', 'off', 'work'])
    .orderBy('year')
    .orderBy('version')
    .execute();
  const newest = new Map(rows.map((row) => [row.year, row]));
  return [...newest.values()].map((row) => ({
    year: row.year,
    off: JSON.parse(row.off) as string[],
    work: JSON.parse(row.work) as string[],
  }));
}

type ArrangementDraft = Selectable<ArrangementDraftTable>;

/** The highest version of a year that was imported; 0: none. */
export async function arrangementVersion(db: Db, year: number): Promise<number> {
  const row = await db.query
    .selectFrom('arrangement')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/** Keeps what was read and shown, until somebody decides. */
export function keepArrangementDraft(db: Db, draft: Omit<ArrangementDraft, 'status'>): Write {
  return db.query.insertInto('arrangement_draft').values({ ...draft, status: 'shown' });
}

export async function arrangementDraft(db: Db, id: string): Promise<ArrangementDraft | undefined> {
  return db.query.selectFrom('arrangement_draft').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Decides a draft, once. `GuardError`: somebody was first. */
export function decideArrangementDraft(db: Db, id: string, status: 'applied' | 'dropped'): Write[] {
  return [
    db.query
      .updateTable('arrangement_draft')
      .set({ status })
      .where('id', '=', id)
      .where('status', '=', 'shown'),
    guard('arrangement still waits'),
  ];
}

/** A draft becomes the newest version of its year. `DuplicateKeyError`: another one did meanwhile. */
export function applyArrangement(db: Db, draft: ArrangementDraft, how: { by: string; now: number }): Write {
  const { year, off, work, source, base_version: base } = draft;
  return db.query.insertInto('arrangement').values({
    year,
    off,
    work,
    source,
    version: base + 1,
    imported_by: how.by,
    imported_at: how.now,
  });
}
