import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** What was put off overnight goes bit by bit from `from` to `until`. Instants in ms. */
export interface Morning {
  now: number;
  from: number;
  until: number;
}

/** What has come into a row's lane after it this morning, and may go now. */
function laterOf(of: Morning) {
  return sql<number>`exists (select 1 from outbox as later where later.lane = outbox.lane
    and later.seq > outbox.seq and later.status in ('due', 'sending')
    and later.created_at >= ${of.from} and later.next_at <= ${of.now})`;
}

/** Whether something newer waits behind a row that has stood in its lane overnight. */
export async function isFollowed(db: Db, row: { seq: number }, of: Morning): Promise<boolean> {
  const found = await db.query
    .selectFrom('outbox')
    .select(laterOf(of).as('isFollowed'))
    .where('seq', '=', row.seq)
    .executeTakeFirst();
  return found?.isFollowed === 1;
}

/** What waits for its minute of this morning does not come after what is newer. */
export function isHurried(of: Morning) {
  return sql<number>`status = 'due' and attempts = 0 and created_at < ${of.from}
    and next_at > ${of.now} and next_at < ${of.until} and ${laterOf(of)}`;
}
