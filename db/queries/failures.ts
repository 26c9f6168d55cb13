import { sql } from 'kysely';
import type { Db, Write } from '../database.ts';

/** A message that was given up and that nobody of the office has seen to. */
export interface FailureRow {
  /** Person or chat. */
  lane: string;
  kind: 'send' | 'reply' | 'patch' | 'urgent' | 'ephemeral';
  code: number | null;
  error: string | null;
  broadcast: string | null;
  /** Instant in ms. */
  created_at: number;
}

/** Cards that no longer change, and the delivery's own messages, are nobody's task. */
const NO_TASK = ['alert:%', 'progress:%', 'failures:%'];

/** What was given up and is not seen to, oldest first. @param broadcast only its own; else of all */
export async function openFailures(db: Db, broadcast?: string): Promise<FailureRow[]> {
  return db.query
    .selectFrom('outbox')
    .select(['lane', 'kind', 'code', 'error', 'broadcast', 'created_at'])
    .where('status', '=', 'dead')
    .where('settled_at', 'is', null)
    .where('kind', '<>', 'patch')
    .where((e) => e.and(NO_TASK.map((key) => e('key', 'not like', key))))
    .$if(broadcast !== undefined, (query) => query.where('broadcast', '=', broadcast ?? ''))
    .orderBy('seq')
    .execute();
}

/** Somebody of the office has seen to what did not reach a person or chat. */
export function settleFailures(
  db: Db,
  of: { lane: string; broadcast: string | undefined; by: string; now: number },
): Write {
  const { broadcast } = of;
  return db.query
    .updateTable('outbox')
    .set({ settled_at: of.now, settled_by: of.by })
    .where('status', '=', 'dead')
    .where('settled_at', 'is', null)
    .where('lane', '=', of.lane)
    .$if(broadcast !== undefined, (query) => query.where('broadcast', '=', broadcast ?? ''));
}

/** Who has seen to a person's or chat's last failure, and when; undefined for nobody. */
export async function lastSettled(
  db: Db,
  lane: string,
): Promise<{ by: string | null; at: number | null } | undefined> {
  return db.query
    .selectFrom('outbox')
    .select(['settled_by as by', 'settled_at as at'])
    .where('lane', '=', lane)
    .where('status', '=', 'dead')
    .where('settled_at', 'is not', null)
    .orderBy(sql`settled_at desc`)
    .limit(1)
    .executeTakeFirst();
}
