import { type Selectable, sql } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { RankingObjectionTable, RankingPreviewTable } from '../schema-ranking.ts';

export type PreviewRow = Selectable<RankingPreviewTable>;
export type ObjectionRow = Selectable<RankingObjectionTable>;

/** Opens a span's round of objections, once. `DuplicateKeyError`: it is open already. */
export function insertPreview(db: Db, row: PreviewRow): Write {
  return db.query.insertInto('ranking_preview').values(row);
}

export async function previewOf(db: Db, span: string): Promise<PreviewRow | undefined> {
  return db.query.selectFrom('ranking_preview').selectAll().where('span', '=', span).executeTakeFirst();
}

/** Rounds that are over at an instant (ms) and whose ranking is not published. */
export async function roundsOver(db: Db, now: number): Promise<PreviewRow[]> {
  return db.query
    .selectFrom('ranking_preview')
    .selectAll()
    .where('closes_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('ranking').select('span').whereRef('ranking.span', '=', 'ranking_preview.span'))),
    )
    .orderBy('closes_at')
    .execute();
}

/** Keeps what a unit says: 无异议 (no words) or an objection. */
export function insertObjection(
  db: Db,
  row: Pick<ObjectionRow, 'id' | 'span' | 'unit' | 'kind' | 'words' | 'by' | 'at'>,
): Write {
  return db.query.insertInto('ranking_objection').values({
    ...row,
    verdict: null,
    verdict_words: '',
    decided_by: null,
    decided_at: null,
  });
}

/** Everything that was said in a span's round, oldest first. */
export async function objectionsOf(db: Db, span: string): Promise<ObjectionRow[]> {
  return db.query
    .selectFrom('ranking_objection')
    .selectAll()
    .where('span', '=', span)
    .orderBy(sql`rowid`)
    .execute();
}

export async function objectionById(db: Db, id: string): Promise<ObjectionRow | undefined> {
  return db.query.selectFrom('ranking_objection').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The office's answer to an objection. `GuardError`: it is answered already. @param at instant in ms */
export function decideObjection(
  db: Db,
  id: string,
  of: { verdict: 'accepted' | 'rejected'; words: string; by: string; at: number },
): Write[] {
  return [
    db.query
      .updateTable('ranking_objection')
      .set({ verdict: of.verdict, verdict_words: of.words, decided_by: of.by, decided_at: of.at })
      .where('id', '=', id)
      .where('verdict', 'is', null),
    guard('objection is not answered yet'),
  ];
}
