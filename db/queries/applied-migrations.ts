import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** The newest file of `db/migrations`: what the code was written for. A Worker has no folder to look into. */
export const NEWEST_MIGRATION = '0029_reasons.sql';

/** The newest file that this database was brought to; undefined when none was applied. */
export async function newestApplied(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ name: string | null }>`select max(name) as name from d1_migrations`.execute(
    db.query,
  );
  return rows[0]?.name ?? undefined;
}
