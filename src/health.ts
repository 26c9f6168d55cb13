import { inboxState } from '../db/queries/inbox.ts';
import { outboxState } from '../db/queries/outbox.ts';
import { readSetting } from '../db/queries/settings.ts';
import type { Deps } from './deps.ts';

/** A message that has waited longer than this past its time is a lag worth an alarm. */
const LAG_MS = 5 * 60_000;
const TICK_MS = 3 * 60_000;

export interface Readiness {
  ok: boolean;
  reasons: string[];
}

/** Whether the service can do its work: database, outbox lag, last tick. */
export async function readiness(deps: Deps): Promise<Readiness> {
  const now = deps.clock.now();
  try {
    const [outbox, tick] = [await outboxState(deps.db), await readSetting(deps.db, 'last-tick')];
    const reasons: string[] = [];
    if (outbox.oldest !== null && now - outbox.oldest > LAG_MS)
      reasons.push(
        `outbox: ${outbox.waiting} messages wait, the oldest since ${seconds(now - outbox.oldest)} s`,
      );
    const last = tick === undefined ? deps.startedAt : Math.max(Number(tick), deps.startedAt);
    if (now - last > TICK_MS) reasons.push(`tick: the last one was ${seconds(now - last)} s ago`);
    return { ok: reasons.length === 0, reasons };
  } catch (error) {
    return { ok: false, reasons: [`database: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

/** What is measured now, for `/metrics`. Times in seconds. */
export async function gauges(deps: Deps): Promise<Record<string, number>> {
  const [outbox, inbox] = [await outboxState(deps.db), await inboxState(deps.db)];
  const now = deps.clock.now();
  return {
    outbox_waiting: outbox.waiting,
    outbox_dead: outbox.dead,
    outbox_lag_seconds: outbox.oldest === null ? 0 : Math.max(0, (now - outbox.oldest) / 1000),
    inbox_open: inbox.open,
    inbox_failed: inbox.failed,
    inbox_lag_seconds: inbox.oldest === null ? 0 : Math.max(0, (now - inbox.oldest) / 1000),
  };
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}
