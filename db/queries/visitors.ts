import type { Db, Write } from '../database.ts';

export async function hasVisited(db: Db, openId: string): Promise<boolean> {
  const row = await db.query
    .selectFrom('visitor')
    .select('open_id')
    .where('open_id', '=', openId)
    .executeTakeFirst();
  return row !== undefined;
}

/** `DuplicateKeyError`: he was greeted before. */
export function rememberVisitor(db: Db, openId: string, now: number): Write {
  return db.query.insertInto('visitor').values({ open_id: openId, first_at: now });
}
