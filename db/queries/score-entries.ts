import type { Selectable } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { ScoreEntryTable } from '../schema-scores.ts';

export type ScoreEntryRow = Selectable<ScoreEntryTable>;

/** What is entered: `matter` is what it is about in one spelling, `evidence` where it can be read up (may be empty). */
export type NewScoreEntry = Omit<ScoreEntryRow, 'cancelled_at' | 'cancelled_by' | 'cancelled_because'>;

/** 加分, 扣分 of a unit for a period. `DuplicateKeyError`: the same matter is counted there already. */
export function addScoreEntry(db: Db, entry: NewScoreEntry): Write {
  return db.query.insertInto('score_entry').values({ ...entry, ...STANDING });
}

/** Takes an entry back; it stays readable. `GuardError`: it is not there, or somebody was first. */
export function cancelScoreEntry(
  db: Db,
  id: string,
  how: { by: string; at: number; because: string },
): Write[] {
  return [
    db.query
      .updateTable('score_entry')
      .set({ cancelled_at: how.at, cancelled_by: how.by, cancelled_because: how.because })
      .where('id', '=', id)
      .where('cancelled_at', 'is', null),
    guard('score entry stands'),
  ];
}

export async function scoreEntry(db: Db, id: string): Promise<ScoreEntryRow | undefined> {
  return db.query.selectFrom('score_entry').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Entries of a period that count, oldest first. */
export async function standingEntries(db: Db, period: string): Promise<ScoreEntryRow[]> {
  return db.query
    .selectFrom('score_entry')
    .selectAll()
    .where('period', '=', period)
    .where('cancelled_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Entries of a unit that count, of all periods, oldest first. */
export async function standingEntriesOf(db: Db, unit: string): Promise<ScoreEntryRow[]> {
  return db.query
    .selectFrom('score_entry')
    .selectAll()
    .where('unit', '=', unit)
    .where('cancelled_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

const STANDING = { cancelled_at: null, cancelled_by: null, cancelled_because: null };
