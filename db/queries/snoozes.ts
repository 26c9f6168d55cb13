import type { Selectable } from 'kysely';
import type { Db, Write } from '../database.ts';
import type { SnoozeTable } from '../schema-reminders.ts';

export type SnoozeRow = Selectable<SnoozeTable>;

/** Keeps when somebody wants to be reminded of a period again; the later choice takes the earlier one's place. */
export function setSnooze(db: Db, row: SnoozeRow): Write {
  const { at, set_at } = row;
  return db.query
    .insertInto('snooze')
    .values(row)
    .onConflict((conflict) => conflict.columns(['open_id', 'period']).doUpdateSet({ at, set_at }));
}

/** What was chosen for an instant of these (ms, both included), the earliest first. */
export async function snoozesDue(db: Db, span: { from: number; to: number }): Promise<SnoozeRow[]> {
  return db.query
    .selectFrom('snooze')
    .selectAll()
    .where('at', '>=', span.from)
    .where('at', '<=', span.to)
    .orderBy('at')
    .orderBy('open_id')
    .execute();
}
