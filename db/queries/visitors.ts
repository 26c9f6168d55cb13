import type { Db, Write } from '../database.ts';

/** No row is ever removed, so that whoever was found once need not be looked up again. */
const MOST_KNOWN = 10_000;
const known = new WeakMap<Db, Set<string>>();

export async function hasVisited(db: Db, openId: string): Promise<boolean> {
  const seen = known.get(db) ?? new Set();
  if (seen.has(openId)) return true;
  const row = await db.query
    .selectFrom('visitor')
    .select('open_id')
    .where('open_id', '=', openId)
    .executeTakeFirst();
  if (row !== undefined && seen.size < MOST_KNOWN) known.set(db, seen.add(openId));
  return row !== undefined;
}

/** `DuplicateKeyError`: he was greeted before. */
export function rememberVisitor(db: Db, openId: string, now: number): Write {
  return db.query.insertInto('visitor').values({ open_id: openId, first_at: now });
}
