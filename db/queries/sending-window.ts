import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** What is reserved, as `src/outbox/windows.ts` reads it. */
interface Reserved {
  at: number;
  app: readonly number[];
  lanes: Readonly<Record<string, readonly number[]>>;
  blockedUntil: number;
}

/** What is reserved, and the version that a change of it has to name: 0 before anything was. */
export interface SendingWindow {
  version: number;
  reserved: Reserved | undefined;
}

const NONE: SendingWindow = { version: 0, reserved: undefined };
const known = new WeakMap<Db, SendingWindow>();

/** What is reserved as far as this process knows: another one may have reserved since. Read once. */
export async function knownWindow(db: Db): Promise<SendingWindow> {
  const before = known.get(db);
  if (before !== undefined) return before;
  const row = await db.query
    .selectFrom('sending_window')
    .select(['version', 'reserved'])
    .where('id', '=', 1)
    .executeTakeFirst();
  const read = row === undefined ? NONE : { version: row.version, reserved: JSON.parse(row.reserved) };
  known.set(db, read);
  return read;
}

/**
 * Puts `reserved` in the place of the version that was known.
 *
 * @returns whether it stands. If not, another process was first, and what that one wrote is known now.
 */
export async function replaceWindow(db: Db, version: number, reserved: Reserved): Promise<boolean> {
  const text = JSON.stringify(reserved);
  const change =
    version === 0
      ? db.query
          .insertInto('sending_window')
          .values({ id: 1, version: 1, reserved: text })
          .onConflict((conflict) => conflict.doNothing())
      : db.query
          .updateTable('sending_window')
          .set({ version: version + 1, reserved: text })
          .where('id', '=', 1)
          .where('version', '=', version);
  // Nothing is read unless another process was first.
  const otherwise = db.query.selectNoFrom(
    sql<string | null>`case when changes() = 1 then '' else
      (select json_object('version', version, 'reserved', json(reserved)) from sending_window where id = 1) end`.as(
      'other',
    ),
  );
  const [, [row] = []] = await db.apply([change, otherwise]);
  const other = row?.['other'];
  if (other === '') known.set(db, { version: version + 1, reserved });
  else known.set(db, typeof other === 'string' ? (JSON.parse(other) as SendingWindow) : NONE);
  return other === '';
}
