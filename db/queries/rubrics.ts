import type { Db, Write } from '../database.ts';

export interface RubricRow {
  version: number;
  content: string;
  made_by: string;
  /** Instant in ms. */
  at: number;
}

/** The rubric that was in force at an instant (ms). There is always one: the migration brings the first. */
export async function rubricAt(db: Db, at: number): Promise<RubricRow> {
  return db.query
    .selectFrom('rubric')
    .selectAll()
    .where('at', '<=', at)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** The version that the next period will be scored by. */
export async function newestRubric(db: Db): Promise<RubricRow> {
  return db.query
    .selectFrom('rubric')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** Keeps a new version. `DuplicateKeyError`: somebody was first. */
export function insertRubric(db: Db, row: RubricRow): Write {
  return db.query.insertInto('rubric').values(row);
}
