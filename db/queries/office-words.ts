import type { Db } from '../database.ts';
import type { AmendmentRow } from '../schema-amendments.ts';
import { amendmentRows } from './amendments.ts';
import { aliases } from './learning.ts';

/** What the office says beside the notice. */
export interface OfficeWords {
  /** Changes with each change of the rest. */
  version: number;
  aliases: readonly { text: string; target: string }[];
  /** In the order of being entered. */
  amendments: readonly AmendmentRow[];
}

const known = new WeakMap<Db, OfficeWords>();

/**
 * The office's words as they stand, whoever changed them. They are read only when their number has changed.
 *
 * @param seen their number where something else has brought it along a moment ago; else that row is read.
 */
export async function officeWords(db: Db, seen?: number): Promise<OfficeWords> {
  const before = known.get(db);
  if (before !== undefined && before.version === seen) return before;
  const { no: version } = await db.query
    .selectFrom('version')
    .select('no')
    .where('name', '=', 'office-words')
    .executeTakeFirstOrThrow();
  if (before?.version === version) return before;
  // Read after the number: what changes in between is read again next time.
  const words = { version, aliases: await aliases(db), amendments: await amendmentRows(db) };
  known.set(db, words);
  return words;
}
