import type { Selectable } from 'kysely';
import type { Db, Write } from '../database.ts';
import type { RankingTable } from '../schema-ranking.ts';

export type RankingRow = Selectable<RankingTable>;

/** Publishes a revision of a span's ranking, once. `DuplicateKeyError`: it is published already. */
export function insertRanking(db: Db, row: RankingRow): Write {
  return db.query.insertInto('ranking').values(row);
}

/** What was published of a span (`2026Q4`, `2026H1`, `2026`), its newest revision; undefined before. */
export async function publishedRanking(db: Db, span: string): Promise<RankingRow | undefined> {
  return db.query
    .selectFrom('ranking')
    .selectAll()
    .where('span', '=', span)
    .orderBy('revision', 'desc')
    .executeTakeFirst();
}

/** One revision of what was published of a span. */
export async function rankingRevision(
  db: Db,
  of: { span: string; revision: number },
): Promise<RankingRow | undefined> {
  return db.query
    .selectFrom('ranking')
    .selectAll()
    .where('span', '=', of.span)
    .where('revision', '=', of.revision)
    .executeTakeFirst();
}

/** The newest quarter's ranking that is published. */
export async function latestRanking(db: Db): Promise<RankingRow | undefined> {
  return db.query
    .selectFrom('ranking')
    .selectAll()
    .where('span', 'like', '____Q_')
    .orderBy('span', 'desc')
    .orderBy('revision', 'desc')
    .executeTakeFirst();
}

/**
 * The ranking that a span is compared with: the newest one before it, of its own kind (quarters with quarters, years
 * with years), that was published by an instant in ms. A quarter that is published late changes no arrows shown before.
 */
export async function rankingBefore(
  db: Db,
  of: { span: string; at: number },
): Promise<RankingRow | undefined> {
  return db.query
    .selectFrom('ranking')
    .selectAll()
    .where('span', '<', of.span)
    .where('span', 'like', of.span.replace(/\d/g, '_'))
    .where('published_at', '<=', of.at)
    .orderBy('span', 'desc')
    .orderBy('revision', 'desc')
    .executeTakeFirst();
}
