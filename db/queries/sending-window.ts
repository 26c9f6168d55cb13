import { type Db, guard, type Write } from '../database.ts';

/** What is reserved, as `src/outbox/windows.ts` reads it. */
interface Reserved {
  at: number;
  app: readonly number[];
  lanes: Readonly<Record<string, readonly number[]>>;
  blockedUntil: number;
}

/** What is reserved at this moment, and the version that a change of it has to name. */
export async function readWindow(db: Db): Promise<{ version: number; reserved: Reserved } | undefined> {
  const row = await db.query
    .selectFrom('sending_window')
    .select(['version', 'reserved'])
    .where('id', '=', 1)
    .executeTakeFirst();
  return row && { version: row.version, reserved: JSON.parse(row.reserved) as Reserved };
}

/** Puts it in the place of the version that was read; `GuardError`: another process was first. */
export function keepWindow(db: Db, of: { version: number | undefined; reserved: Reserved }): Write[] {
  const text = JSON.stringify(of.reserved);
  const change =
    of.version === undefined
      ? db.query
          .insertInto('sending_window')
          .values({ id: 1, version: 1, reserved: text })
          .onConflict((conflict) => conflict.doNothing())
      : db.query
          .updateTable('sending_window')
          .set({ version: of.version + 1, reserved: text })
          .where('id', '=', 1)
          .where('version', '=', of.version);
  return [change, guard('sending-window')];
}
