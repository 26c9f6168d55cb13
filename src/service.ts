import { migrate } from '../db/migrate.ts';
import { openSqlite } from '../db/sqlite.ts';
import { acknowledge } from './acknowledge.ts';
import { createApp } from './app.ts';
import { buildDeps } from './build-deps.ts';
import type { Clock } from './clock.ts';
import type { LarkSettings } from './config.ts';
import type { Deps } from './deps.ts';
import { WebhookOpener } from './lark/webhook.ts';
import { loggerOf } from './logger.ts';
import { noteConnection } from './operations/connection.ts';
import type { Knowledge } from './tenants/knowledge.ts';
import type { ServedTenant } from './tenants/served.ts';
import { type Due, tick } from './tick.ts';
import { WorkQueue } from './work-queue.ts';

const POLL_MS = 1_000;

/** The bot of one app on Node with a SQLite file. */
export interface Service extends Running {
  /** The HTTP routes; who serves them is the caller's business. */
  fetch: (request: Request) => Response | Promise<Response>;
}

/** What goes on behind the routes. */
export interface Running {
  deps: Deps;
  /** One wake-up: what is due is done. Calls while one runs join it. */
  tick: () => Promise<Due[]>;
  /** Finishes what was acknowledged, then closes the file. */
  stop: () => Promise<void>;
}

export interface ServiceOptions {
  lark: LarkSettings;
  officeOpenIds: readonly string[];
  databasePath: string;
  clock: Clock;
  /** Absent: the notice that the repository stores. */
  knowledge?: Knowledge;
  /**
   * Only where a history is made: how many times faster than real time the sending limits run. What it writes can be
   * made again, so that nobody waits for the disk.
   */
  history?: { pace: number };
}

/** Opens and migrates the database and puts the parts together. Deliveries go on until `stop`. */
export async function openService(options: ServiceOptions): Promise<Service> {
  const running = await start(options);
  const { credentials, transport } = options.lark;
  const served: ServedTenant = {
    id: undefined,
    appId: credentials.appId,
    opener: transport === 'webhook' ? new WebhookOpener(credentials) : undefined,
    plainAddress: true,
    deps: running.deps,
  };
  const app = createApp([served], () => options.clock.now());
  return { ...running, fetch: (request) => app.fetch(request) };
}

/** A service without its routes, for those who serve several apps by the same ones. */
export async function start(options: ServiceOptions): Promise<Running> {
  const pace = options.history?.pace ?? 1;
  await migrate(options.databasePath);
  const db = await openSqlite(options.databasePath, { isLasting: options.history === undefined });
  const work = new WorkQueue((error) =>
    loggerOf('service').error('background work failed: {says}', { says: String(error) }),
  );
  const deps = buildDeps({
    ...options,
    db,
    background: (task) => work.add(task),
    fetch: (...request) => fetch(...request),
    monotonic: () => performance.timeOrigin + performance.now() * pace,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms / pace)),
    random: Math.random,
  });
  const disconnect =
    options.lark.transport === 'websocket' ? await connected(deps, options.lark, work) : undefined;
  // A retry falls due between two ticks, or another process leaves one behind.
  const poll = setInterval(() => work.add(() => deliverDue(deps)), POLL_MS);
  let ticking: Promise<Due[]> | undefined;
  let stopping: Promise<void> | undefined;
  const finish = async () => {
    disconnect?.();
    clearInterval(poll);
    await ticking?.catch(() => undefined);
    deps.delivery.stop();
    await work.idle();
    await db.close();
  };
  return {
    deps,
    tick() {
      ticking ??= tick(deps).finally(() => {
        ticking = undefined;
      });
      return ticking;
    },
    stop() {
      stopping ??= finish();
      return stopping;
    },
  };
}

/** Loaded only where it is used: it cannot run on Workers. */
async function connected(deps: Deps, settings: LarkSettings, work: WorkQueue): Promise<() => void> {
  const { openLongConnection } = await import('./lark/long-connection.ts');
  await noteConnection(deps, false);
  return openLongConnection({
    settings,
    logger: loggerOf('lark'),
    changed: (isOpen) => work.add(() => noteConnection(deps, isOpen)),
    // What arrived just before the end is stored and handled all the same, though its answer finds no connection.
    receive: (envelope) => work.during(acknowledge(deps, envelope)),
  });
}

async function deliverDue(deps: Deps): Promise<void> {
  const next = await deps.delivery.nextAt();
  if (next !== undefined && next <= deps.clock.now()) await deps.delivery.kick();
}
