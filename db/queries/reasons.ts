import type { Selectable } from 'kysely';
import type { Db, Write } from '../database.ts';
import type { OccurrenceTable } from '../schema.ts';
import { recordOccurrence } from './occurrences.ts';
import { close, type OutboxRow } from './outbox.ts';

/** Changes with whatever may take a reminder's reason away: reports, people, periods, entries, rankings, rules. */
export async function reasonsNumber(db: Db): Promise<number> {
  const { no } = await db.query
    .selectFrom('version')
    .select('no')
    .where('name', '=', 'reasons')
    .executeTakeFirstOrThrow();
  return no;
}

/** A message whose reason is gone: it is not sent, and why is kept. @param of.now instant in ms */
export function dropUnsent(
  db: Db,
  row: OutboxRow,
  of: { kind: string; because: string; now: number },
): Write[] {
  return [
    close(db, row, { status: 'replaced', error: of.because, code: null }),
    recordOccurrence(db, {
      key: unsentKey(row.key),
      kind: of.kind,
      dueAt: row.created_at,
      now: of.now,
      skippedBecause: of.because,
    }),
  ];
}

/** Why a message of ours, named by its key, was not sent because its reason was gone; undefined where it was not dropped. */
export async function whyUnsent(db: Db, key: string): Promise<{ kind: string; because: string } | undefined> {
  const row = await db.query
    .selectFrom('occurrence')
    .select(['kind', 'because'])
    .where('key', '=', unsentKey(key))
    .executeTakeFirst();
  return row && { kind: row.kind, because: row.because ?? '' };
}

function unsentKey(key: string): string {
  return `unsent:${key}`;
}

/** What was not sent since an instant (ms), with the reasons, newest first. */
export async function skippedSince(
  db: Db,
  since: number,
): Promise<Pick<Selectable<OccurrenceTable>, 'key' | 'kind' | 'because' | 'done_at'>[]> {
  return db.query
    .selectFrom('occurrence')
    .select(['key', 'kind', 'because', 'done_at'])
    .where('status', '=', 'skipped')
    .where('done_at', '>=', since)
    .orderBy('done_at', 'desc')
    .execute();
}
