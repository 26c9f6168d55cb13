import { forgetEvents } from '../db/queries/inbox.ts';
import { dueRows, forgetSent, rowsByKey } from '../db/queries/outbox.ts';
import { writeSetting } from '../db/queries/settings.ts';
import { forgetTurns } from '../db/queries/turns.ts';
import { isoAt } from './clock.ts';
import type { Deps } from './deps.ts';
import { resumeOpenEvents } from './inbox/handle.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The platform pushes again for about 7 hours; ids are kept longer than the 7 days that design §3.1 asks for. */
const KEEP_EVENTS_MS = 8 * DAY_MS;
const KEEP_SENT_MS = 90 * DAY_MS;
const KEEP_TURNS_MS = 60 * 60_000;

/** One thing that was due, and what became of it. */
export interface Due {
  key: string;
  kind: string;
  to: string;
  /** Instant in UTC ISO. */
  at: string;
  status: string;
  because?: string;
}

/**
 * One wake-up: unfinished events are taken up, what is due is sent, what is too old is forgotten. Which process wakes,
 * how often and how late does not matter.
 */
export async function tick(deps: Deps): Promise<Due[]> {
  const now = deps.clock.now();
  await deps.db.apply([writeSetting(deps.db, 'last-tick', { value: String(now), now })]);
  await resumeOpenEvents(deps);
  const due = await whatIsDue(deps);
  await deps.delivery.pump();
  await deps.db.apply([
    forgetEvents(deps.db, now - KEEP_EVENTS_MS),
    forgetSent(deps.db, now - KEEP_SENT_MS),
    forgetTurns(deps.db, now - KEEP_TURNS_MS),
  ]);
  const after = new Map(
    (
      await rowsByKey(
        deps.db,
        due.map((each) => each.key),
      )
    ).map((row) => [row.key, row]),
  );
  return due.map((each) => {
    const row = after.get(each.key);
    return { ...each, status: row?.status ?? each.status, ...(row?.error ? { because: row.error } : {}) };
  });
}

/** What a tick at this instant would send; changes nothing. */
export async function whatIsDue(deps: Deps): Promise<Due[]> {
  const rows = await dueRows(deps.db, deps.clock.now());
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    to: row.lane,
    at: isoAt(row.next_at),
    status: 'due',
  }));
}
