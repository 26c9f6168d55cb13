import { sql } from 'kysely';
import type { Db } from '../database.ts';
import type { Decision } from '../schema-reports.ts';

/** Something that happened to a unit's report. */
export interface Move {
  unit: string;
  round: number;
  what: 'submitted' | Decision;
  /** Instant in ms. */
  at: number;
}

/** What was handed in and decided in a period after an instant (ms), oldest first. */
export async function movesSince(db: Db, period: string, since: number): Promise<Move[]> {
  return db.query
    .selectFrom('report_revision')
    .select(['unit', 'round', sql<Move['what']>`'submitted'`.as('what'), 'submitted_at as at'])
    .where('period', '=', period)
    .where('submitted_at', '>', since)
    .unionAll(
      db.query
        .selectFrom('report_decision')
        .select(['unit', 'round', sql<Move['what']>`what`.as('what'), 'at'])
        .where('period', '=', period)
        .where('at', '>', since),
    )
    .orderBy('at')
    .execute();
}

/** The first members of the office, and who was bound as one of the kinds at an instant (ms); each person once. */
export async function digestReaders(
  db: Db,
  of: { office: readonly string[]; kinds: readonly ('office' | 'leader')[]; boundBy: number },
): Promise<string[]> {
  const rows = await db.query
    .selectFrom('binding')
    .select('open_id')
    .where('kind', 'in', [...of.kinds])
    .where('status', '=', 'confirmed')
    .where('decided_at', '<=', of.boundBy)
    .orderBy(sql`rowid`)
    .execute();
  return [...new Set([...of.office, ...rows.map((row) => row.open_id)])];
}

/** When a person's last digest was decided (instant in ms), skipped ones aside; undefined before the first. */
export async function lastDigestAt(db: Db, openId: string): Promise<number | undefined> {
  const row = await db.query
    .selectFrom('occurrence')
    .select(({ fn }) => fn.max('done_at').as('at'))
    .where('kind', '=', 'digest')
    .where('status', '=', 'done')
    .where(sql<boolean>`key glob ${`digest:*:${openId}`}`)
    .executeTakeFirst();
  return row?.at ?? undefined;
}
