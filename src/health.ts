import { NEWEST_MIGRATION, newestApplied } from '../db/queries/applied-migrations.ts';
import { inboxState } from '../db/queries/inbox.ts';
import { outboxState } from '../db/queries/outbox-state.ts';
import { readSetting } from '../db/queries/settings.ts';
import type { Deps } from './deps.ts';
import { type Measured, Metrics } from './metrics.ts';
import { connectionAway } from './operations/connection.ts';
import type { ServedTenant } from './tenants/served.ts';

/** A message that has waited longer than this past its time is a lag worth an alarm. */
const LAG_MS = 5 * 60_000;

export interface Readiness {
  ok: boolean;
  /** With several tenants each begins with the id of the one it is about. */
  reasons: string[];
  /** Ids of the tenants in trouble; only where there are several. */
  tenants?: string[];
}

/** Whether everybody is served. One tenant's trouble is told and changes nothing for the others. */
export async function readinessOf(all: readonly ServedTenant[]): Promise<Readiness> {
  const states = await Promise.all(
    all.map(async ({ id, deps, opener }) => ({
      id,
      reasons: typeof deps === 'string' ? [deps] : await reasonsOf(deps, opener === undefined),
    })),
  );
  const reasons = states.flatMap(({ id, reasons: own }) =>
    own.map((reason) => (id === undefined ? reason : `${id}: ${reason}`)),
  );
  const troubled = states.flatMap(({ id, reasons: own }) => (own.length > 0 && id !== undefined ? [id] : []));
  const several = states.some(({ id }) => id !== undefined);
  return { ok: reasons.length === 0, reasons, ...(several && { tenants: troubled }) };
}

/** One tenant's share of `/metrics`; of several, each says whether it works at all. */
export async function measured({ id, deps }: ServedTenant): Promise<Measured> {
  if (typeof deps === 'string') return { tenant: id, metrics: new Metrics(), gauges: { tenant_up: 0 } };
  const { metrics } = deps;
  if (id === undefined) return { tenant: id, metrics, gauges: await gauges(deps) };
  const values = await gauges(deps).then(
    (now) => ({ tenant_up: 1, ...now }),
    () => ({ tenant_up: 0 }),
  );
  return { tenant: id, metrics, gauges: values };
}

/** Why the service cannot do its work: database, outbox lag, last tick, and the long connection of who uses it. */
async function reasonsOf(deps: Deps, isConnected: boolean): Promise<string[]> {
  const now = deps.clock.now();
  try {
    const [outbox, tick] = [await outboxState(deps.db), await readSetting(deps.db, 'last-tick')];
    const reasons: string[] = [];
    // Where migrations are applied apart from the deployment, they may have been left out or broken off.
    const applied = await newestApplied(deps.db);
    if ((applied ?? '') < NEWEST_MIGRATION)
      reasons.push(`database: at ${applied ?? 'no migration'}, this version needs ${NEWEST_MIGRATION}`);
    if (outbox.oldest !== null && now - outbox.oldest > Math.max(LAG_MS, deps.wakesWithinMs))
      reasons.push(
        `outbox: ${outbox.waiting} messages wait, the oldest since ${seconds(now - outbox.oldest)} s`,
      );
    const last = tick === undefined ? deps.startedAt : Math.max(Number(tick), deps.startedAt);
    if (now - last > deps.wakesWithinMs) reasons.push(`tick: the last one was ${seconds(now - last)} s ago`);
    const away = isConnected ? await connectionAway(deps) : undefined;
    if (away !== undefined) reasons.push(`long connection: away for ${seconds(away)} s`);
    return reasons;
  } catch (error) {
    return [`database: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** What is measured now. Times in seconds. */
async function gauges(deps: Deps): Promise<Record<string, number>> {
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
