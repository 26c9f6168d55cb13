import { sql } from 'kysely';
import type { Db, Write } from '../database.ts';

/** Claims an occurrence. `DuplicateKeyError`: it was decided before. Instants in ms. */
export function recordOccurrence(
  db: Db,
  row: { key: string; kind: string; dueAt: number; now: number; skippedBecause?: string },
): Write {
  return db.query.insertInto('occurrence').values({
    key: row.key,
    kind: row.kind,
    due_at: row.dueAt,
    done_at: row.now,
    status: row.skippedBecause === undefined ? 'done' : 'skipped',
    because: row.skippedBecause ?? null,
  });
}

/** Which of these were decided before. */
export async function decidedOccurrences(db: Db, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db.query
    .selectFrom('occurrence')
    .select('key')
    .where('key', 'in', sql<string>`(select value from json_each(${JSON.stringify(keys)}))`)
    .execute();
  return new Set(rows.map((row) => row.key));
}

/** Keys of what was done, not skipped, since an instant (ms), by their beginning. */
export async function doneSince(db: Db, of: { prefix: string; since: number }): Promise<Set<string>> {
  const rows = await db.query
    .selectFrom('occurrence')
    .select('key')
    // A range of the primary key, not `like`: jobs ask this each minute, and the table only grows.
    .where('key', '>=', of.prefix)
    .where('key', '<', `${of.prefix}\uffff`)
    .where('done_at', '>=', of.since)
    .where('status', '=', 'done')
    .execute();
  return new Set(rows.map((row) => row.key));
}
