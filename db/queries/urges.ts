import { type Selectable, sql } from 'kysely';
import type { Db, Write } from '../database.ts';
import type { Schema } from '../schema.ts';

export type UrgeRow = Selectable<Schema['urge']>;

/** 加急 of a day (Asia/Shanghai), in their order. */
export function urgesOn(db: Db, day: string): Promise<UrgeRow[]> {
  return db.query.selectFrom('urge').selectAll().where('day', '=', day).orderBy('no').execute();
}

/** `DuplicateKeyError`: another one has taken this number of the day. */
export function insertUrge(db: Db, row: UrgeRow): Write {
  return db.query.insertInto('urge').values(row);
}

/** The key under which a message is urged: once, ever. */
export function urgeKey(messageKey: string): string {
  return `urgent:${messageKey}`;
}

/**
 * The newest 催报 of a period that each person got since an instant (ms), or is about to get, and whether it was urged.
 * Those who got none are absent.
 */
export async function remindersSince(
  db: Db,
  of: { period: string; people: readonly string[]; since: number },
): Promise<Map<string, { key: string; isUrged: boolean }>> {
  const rows = await db.query
    .selectFrom('outbox')
    .select((e) => [
      'lane',
      'key',
      e
        .exists(
          e
            .selectFrom('outbox as urgent')
            .select('urgent.seq')
            .where('urgent.key', '=', sql<string>`'urgent:' || outbox.key`),
        )
        .as('isUrged'),
    ])
    .where('lane', 'in', sql<string>`(select value from json_each(${JSON.stringify(of.people)}))`)
    .where('kind', '=', 'send')
    .where('status', 'in', ['due', 'sending', 'sent'])
    .where('created_at', '>=', of.since)
    .where((e) => e.or([e('key', 'like', `nudge:${of.period}:%`), e('key', 'like', `remind:${of.period}:%`)]))
    .orderBy('seq')
    .execute();
  return new Map(rows.map(({ lane, key, isUrged }) => [lane, { key, isUrged: Number(isUrged) === 1 }]));
}
