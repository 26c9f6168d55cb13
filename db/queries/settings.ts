import type { Db, Write } from '../database.ts';

/** Small facts about this deployment, by name. */
export type SettingKey =
  | 'token'
  | 'bot'
  | 'last-tick'
  | 'last-backup'
  | 'last-click'
  | 'disk'
  | 'long-connection'
  | 'push-refused'
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
