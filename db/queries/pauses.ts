import type { Db, Write } from '../database.ts';

/** A rule of the schedule, or all of them, that the office has stopped for a while. */
export interface PauseRow {
  /** Id of the rule, or `all`. */
  rule: string;
  /** open_id of who paused it. */
  by: string;
  /** Instant in ms. */
  at: number;
}

/** They stand among the settings, under this name. */
const PREFIX = 'paused:';

/** What is paused at this moment. */
export async function pauses(db: Db): Promise<PauseRow[]> {
  const rows = await db.query
    .selectFrom('setting')
    .selectAll()
    .where('key', 'like', `${PREFIX}%`)
    .orderBy('key')
    .execute();
  return rows.map((row) => ({ rule: row.key.slice(PREFIX.length), by: row.value, at: row.updated_at }));
}

/** Pauses a rule; one that is paused already stays as it is. */
export function pause(db: Db, { rule, by, at }: PauseRow): Write {
  return db.query
    .insertInto('setting')
    .values({ key: `${PREFIX}${rule}`, value: by, updated_at: at })
    .onConflict((conflict) => conflict.column('key').doNothing());
}

/** Lets a rule go on. */
export function resume(db: Db, rule: string): Write {
  return db.query.deleteFrom('setting').where('key', '=', `${PREFIX}${rule}`);
}
