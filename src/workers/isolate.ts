import { openD1 } from '../../db/d1.ts';
import type { D1Binding } from '../../db/d1-binding.ts';
import type { Db } from '../../db/database.ts';
import { buildDeps, type Kept, newKept } from '../build-deps.ts';
import { type Clock, systemClock } from '../clock.ts';
import { readConfig, secretsOf } from '../config.ts';
import type { Deps } from '../deps.ts';
import { ConfigError } from '../errors.ts';
import { WebhookOpener } from '../lark/webhook.ts';
import { configureLogging, inTenant, loggerOf } from '../logger.ts';
import type { TenantSettings } from '../tenants/settings.ts';
import { Calls } from './calls.ts';
import { databaseOf, type Invocation, variablesOf, type WorkerEnv } from './runtime.ts';
import { workerTenants } from './tenants.ts';
import { wakesWithinMs } from './wake.ts';

/** An invocation has six connections; and each message under way, when no more may be taken, still asks D1 a few times. */
const SENDS_AT_ONCE = 50;

interface IsolateParts extends TenantSettings {
  d1: D1Binding;
  clock: Clock;
  wakesWithinMs: number;
}

/** The isolate's parts by what it was started with: opened by its first invocation, used by the later ones. */
export class Isolates {
  readonly clock: Clock;
  /** What all tenants together ask of their databases. */
  readonly calls = new Calls();
  readonly #known = new WeakMap<WorkerEnv, readonly [Isolate, ...Isolate[]]>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** The only tenant, or the first of several. @throws ConfigError as `all` does. */
  async of(env: WorkerEnv): Promise<Isolate> {
    const [first] = await this.all(env);
    return first;
  }

  /** Every tenant. @throws ConfigError naming the variable, secret or binding that is missing. */
  async all(env: WorkerEnv): Promise<readonly [Isolate, ...Isolate[]]> {
    const known = this.#known.get(env);
    if (known) return known;
    const environment = variablesOf(env);
    const config = readConfig(environment);
    const tenants = workerTenants(config, environment);
    await configureLogging(
      config.logLevel,
      tenants.flatMap(({ lark }) => secretsOf(lark)),
    );
    const [first, ...others] = tenants.map(
      (tenant) =>
        new Isolate({
          ...tenant,
          d1: this.calls.counted(databaseOf(env, tenant.database)),
          clock: this.clock,
          wakesWithinMs: wakesWithinMs(tenants.length),
        }),
    );
    if (first === undefined) throw new ConfigError('no tenant is configured');
    const isolates = [first, ...others] as const;
    this.#known.set(env, isolates);
    return isolates;
  }
}

/**
 * What stays in memory between invocations: facts, never promises. A promise belongs to the invocation that made it;
 * when that one is ended, whoever else waits for it waits for ever. So whatever joins calls that run at the same time
 * (deliveries, the token's renewal) is made anew for each invocation, which takes less than a millisecond.
 */
export class Isolate {
  readonly id: string | undefined;
  readonly appId: string;
  readonly plainAddress: boolean;
  readonly opener: WebhookOpener;
  readonly #parts: Omit<IsolateParts, 'd1'> & { db: Db };
  readonly #kept: Kept = newKept();
  #first: Deps | undefined;

  constructor(parts: IsolateParts) {
    const { metrics } = this.#kept;
    const db = openD1(parts.d1, (rows) => {
      for (const [what, count] of Object.entries(rows)) metrics.count('database_rows_total', what, count);
    });
    this.#parts = { ...parts, db };
    this.id = parts.id;
    this.appId = parts.lark.credentials.appId;
    this.plainAddress = parts.plainAddress;
    this.opener = new WebhookOpener(parts.lark.credentials);
  }

  /**
   * The parts for one invocation; background work is kept alive by its `waitUntil`.
   *
   * @param mayBegin absent: whatever is due.
   */
  deps(invocation: Invocation, mayBegin: () => boolean = () => true): Deps {
    const deps = buildDeps(
      {
        ...this.#parts,
        fetch: (...request) => fetch(...request),
        monotonic,
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        random: Math.random,
        mayBegin,
        sendsAtOnce: SENDS_AT_ONCE,
        background: (work) => invocation.waitUntil(inTenant(this.id, work).catch(logFailure)),
      },
      this.#kept,
    );
    this.#first ??= deps;
    return withEngineOf(deps, this.#first);
  }
}

/** The engine is built anew when the office's words change: all invocations then use the new one. */
function withEngineOf(deps: Deps, first: Deps): Deps {
  if (deps === first) return deps;
  deps.startedAt = first.startedAt;
  return Object.defineProperty(deps, 'engine', {
    get: () => first.engine,
    set: (engine: Deps['engine']) => {
      first.engine = engine;
    },
  });
}

// NOTE: with `performance.now()` the limits did not hold between invocations in workerd. Real time, kept from going back.
let latest = 0;
function monotonic(): number {
  latest = Math.max(latest, systemClock.now());
  return latest;
}

function logFailure(error: unknown): void {
  loggerOf('worker').error('background work failed: {says}', { says: String(error) });
}
