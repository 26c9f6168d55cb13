import { CompiledQuery } from 'kysely';
import type { Db, Write } from '../database.ts';

/** Small facts about this deployment, by name. */
export type SettingKey =
  | 'token'
  | 'bot'
  | 'last-tick'
  | 'tick-begun'
  | 'tick-done'
  | 'last-backup'
  | 'last-click'
  | 'disk'
  | 'long-connection'
  | 'push-refused'
  | `ended:${string}`
  | `status-card:${string}`;

export async function readSetting(db: Db, key: SettingKey): Promise<string | undefined> {
  const row = await db.query.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

/** @param now instant in ms. */
export function writeSetting(db: Db, key: SettingKey, row: { value: string; now: number }): Write {
  const values = { value: row.value, updated_at: row.now };
  return db.query
    .insertInto('setting')
    .values({ key, ...values })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(values));
}

const LAST_TICK = `insert into setting (key, value, updated_at) values ('last-tick', ?, ?)
  on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`;

/** As `writeSetting`, ready made: it is written half a million times a year. @param now instant in ms. */
export function writeLastTick(now: number): Write {
  return CompiledQuery.raw(LAST_TICK, [String(now), now]);
}
