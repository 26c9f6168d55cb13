import type { Insertable, Selectable, Updateable } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { BulletinClashTable, BulletinSectionTable, BulletinTable } from '../schema-bulletin.ts';

export type BulletinRow = Selectable<BulletinTable>;
export type SectionRow = Selectable<BulletinSectionTable>;
export type BulletinClashRow = Selectable<BulletinClashTable>;

/** The bulletin of a period, or one of its corrections. */
export interface BulletinKey {
  period: string;
  revision: number;
}

/** Makes a bulletin with its sections. `DuplicateKeyError`: somebody was first. */
export function insertBulletin(
  db: Db,
  row: Insertable<BulletinTable>,
  sections: readonly Insertable<BulletinSectionTable>[],
): Write[] {
  return [
    db.query.insertInto('bulletin').values(row),
    ...sections.map((section) => db.query.insertInto('bulletin_section').values(section)),
  ];
}

/** The newest revision of a period's bulletin; undefined before the first was made. */
export async function latestBulletin(db: Db, period: string): Promise<BulletinRow | undefined> {
  return db.query
    .selectFrom('bulletin')
    .selectAll()
    .where('period', '=', period)
    .orderBy('revision', 'desc')
    .executeTakeFirst();
}

/** One revision of a period's bulletin. */
export async function bulletinOf(db: Db, key: BulletinKey): Promise<BulletinRow | undefined> {
  return db.query
    .selectFrom('bulletin')
    .selectAll()
    .where('period', '=', key.period)
    .where('revision', '=', key.revision)
    .executeTakeFirst();
}

/** What was published of a period last; undefined before. */
export async function publishedBulletin(db: Db, period: string): Promise<BulletinRow | undefined> {
  return db.query
    .selectFrom('bulletin')
    .selectAll()
    .where('period', '=', period)
    .where('state', '=', 'published')
    .orderBy('revision', 'desc')
    .executeTakeFirst();
}

/** The newest period of which a bulletin was published, or at least made; undefined where there is none. */
export async function newestBulletinPeriod(
  db: Db,
  of: { isPublished: boolean },
): Promise<string | undefined> {
  const all = db.query.selectFrom('bulletin').select('period').orderBy('period', 'desc');
  const row = await (of.isPublished ? all.where('state', '=', 'published') : all).executeTakeFirst();
  return row?.period;
}

/** In the paper's order. */
export async function sectionsOf(db: Db, key: BulletinKey): Promise<SectionRow[]> {
  return db.query
    .selectFrom('bulletin_section')
    .selectAll()
    .where('period', '=', key.period)
    .where('revision', '=', key.revision)
    .orderBy('position')
    .execute();
}

/** Changes a bulletin over the version that was read. `GuardError`: somebody was first. */
export function changeBulletin(db: Db, row: BulletinRow, to: Updateable<BulletinTable>): Write[] {
  return [
    db.query
      .updateTable('bulletin')
      .set({ ...to, version: row.version + 1 })
      .where('period', '=', row.period)
      .where('revision', '=', row.revision)
      .where('version', '=', row.version),
    guard('bulletin is as it was read'),
  ];
}

/** Changes a section over the version that was read. `GuardError`: somebody was first. */
export function changeSection(
  db: Db,
  row: SectionRow,
  to: Pick<SectionRow, 'text' | 'composed' | 'edited_by' | 'edited_at'>,
): Write[] {
  return [
    db.query
      .updateTable('bulletin_section')
      .set({ ...to, version: row.version + 1 })
      .where('period', '=', row.period)
      .where('revision', '=', row.revision)
      .where('section', '=', row.section)
      .where('version', '=', row.version),
    guard('section is as it was read'),
  ];
}

/** Keeps what a person has made of a section. @param how `at` an instant in ms */
export function keepSave(db: Db, row: SectionRow, how: { text: string; by: string; at: number }): Write {
  const { period, revision, section } = row;
  return db.query
    .insertInto('bulletin_save')
    .values({ period, revision, section, version: row.version + 1, ...how });
}

/** Keeps what somebody typed that could not go into the text. */
export function keepBulletinClash(db: Db, row: BulletinClashRow): Write {
  return db.query.insertInto('bulletin_clash').values(row);
}

/** What was kept and is not decided yet, oldest first. */
export async function openBulletinClashes(db: Db, key: BulletinKey): Promise<BulletinClashRow[]> {
  return db.query
    .selectFrom('bulletin_clash')
    .selectAll()
    .where('period', '=', key.period)
    .where('revision', '=', key.revision)
    .where('closed_at', 'is', null)
    .orderBy('at')
    .execute();
}

/** Decided. `GuardError`: somebody was first. @param now instant in ms */
export function closeBulletinClash(db: Db, id: string, now: number): Write[] {
  return [
    db.query
      .updateTable('bulletin_clash')
      .set({ closed_at: now })
      .where('id', '=', id)
      .where('closed_at', 'is', null),
    guard('clash is as it was read'),
  ];
}

/** The next docx that somebody sends is the 定稿 of this bulletin. @param now instant in ms */
export function awaitOwnDocx(db: Db, openId: string, of: BulletinKey & { now: number }): Write {
  const values = { period: of.period, revision: of.revision, at: of.now };
  return db.query
    .insertInto('bulletin_upload')
    .values({ open_id: openId, ...values })
    .onConflict((conflict) => conflict.column('open_id').doUpdateSet(values));
}

/** The bulletin that somebody's next docx is meant for, if he said so since an instant (ms). */
export async function awaitedDocx(db: Db, openId: string, since: number): Promise<BulletinKey | undefined> {
  return db.query
    .selectFrom('bulletin_upload')
    .select(['period', 'revision'])
    .where('open_id', '=', openId)
    .where('at', '>=', since)
    .executeTakeFirst();
}

export function noLongerAwaited(db: Db, openId: string): Write {
  return db.query.deleteFrom('bulletin_upload').where('open_id', '=', openId);
}
