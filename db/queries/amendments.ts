import type { Db, Write } from '../database.ts';
import type { AmendmentRow, AmendmentTables } from '../schema-amendments.ts';

type AmendmentDraftRow = AmendmentTables['amendment_draft'];

/** All amendments that were confirmed, in the order of being entered. */
export async function amendmentRows(db: Db): Promise<AmendmentRow[]> {
  return db.query.selectFrom('amendment').selectAll().orderBy('entered_at').orderBy('id').execute();
}

export async function amendmentDraft(db: Db, id: string): Promise<AmendmentDraftRow | undefined> {
  return db.query.selectFrom('amendment_draft').selectAll().where('id', '=', id).executeTakeFirst();
}

export function insertAmendmentDraft(db: Db, row: AmendmentDraftRow): Write {
  return db.query.insertInto('amendment_draft').values(row);
}

/** Enters a draft's content. `DuplicateKeyError`: it was confirmed before. */
export function insertAmendment(db: Db, row: AmendmentRow): Write {
  return db.query.insertInto('amendment').values(row);
}
