import { type Selectable, sql } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { LateNamesTable } from '../schema-reminders.ts';

export type LateNamesRow = Selectable<LateNamesTable>;

/** The units that the work group may see by name as late in a period; undefined while the office lets it see none. */
export async function lateNamesOf(db: Db, period: string): Promise<LateNamesRow | undefined> {
  return db.query.selectFrom('late_names').selectAll().where('period', '=', period).executeTakeFirst();
}

/** Lets the work group see names; takes an earlier list's place. `GuardError`: just these are shown already. */
export function showLateNames(db: Db, row: LateNamesRow): Write[] {
  const { period, ...values } = row;
  return [
    db.query
      .insertInto('late_names')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .column('period')
          .doUpdateSet(values)
          .where(sql<boolean>`late_names.units <> excluded.units or late_names.due_on <> excluded.due_on`),
      ),
    guard(`these names of ${period} are not shown yet`),
  ];
}

/** Takes the names back. `GuardError`: there are none any more. */
export function hideLateNames(db: Db, period: string): Write[] {
  return [
    db.query.deleteFrom('late_names').where('period', '=', period),
    guard(`names of ${period} are shown`),
  ];
}
