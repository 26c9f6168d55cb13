import { openD1 } from '../../db/d1.ts';
import type { Db } from '../../db/database.ts';
import { buildDeps, type Kept, newKept } from '../build-deps.ts';
import { type Clock, systemClock } from '../clock.ts';
import { type LarkSettings, readConfig, secretsOf } from '../config.ts';
import type { Deps } from '../deps.ts';
import { ConfigError } from '../errors.ts';
import { WebhookOpener } from '../lark/webhook.ts';
import { configureLogging, loggerOf } from '../logger.ts';
import { databaseOf, type Invocation, variablesOf, type WorkerEnv } from './runtime.ts';

interface IsolateParts {
  lark: LarkSettings;
  officeOpenIds: readonly string[];
  db: Db;
  clock: Clock;
}

/** The isolate's parts by what it was started with: opened by its first invocation, used by the later ones. */
export class Isolates {
  readonly #clock: Clock;
  readonly #known = new WeakMap<WorkerEnv, Isolate>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws ConfigError naming the variable, secret or binding that is missing. */
  async of(env: WorkerEnv): Promise<Isolate> {
    const known = this.#known.get(env);
    if (known) return known;
    const config = readConfig(variablesOf(env));
    await configureLogging(config.logLevel, secretsOf(config.lark));
    if (config.lark === undefined)
      throw new ConfigError('LARK_APP_ID is missing: set it and the three secrets (docs/deploy-workers.md)');
    if (config.lark.transport !== 'webhook')
      throw new ConfigError('LARK_TRANSPORT: Workers hold no long connection, set webhook or leave it out');
    const isolate = new Isolate({
      lark: config.lark,
      officeOpenIds: config.officeOpenIds,
      db: openD1(databaseOf(env, 'DB')),
      clock: this.#clock,
    });
    this.#known.set(env, isolate);
    return isolate;
  }
}

/**
 * What stays in memory between invocations: facts, never promises. A promise belongs to the invocation that made it;
 * when that one is ended, whoever else waits for it waits for ever. So whatever joins calls that run at the same time
 * (deliveries, the token's renewal) is made anew for each invocation, which takes less than a millisecond.
 */
class Isolate {
  readonly opener: WebhookOpener;
  readonly #parts: IsolateParts;
  readonly #kept: Kept = newKept(monotonic);
  #first: Deps | undefined;

  constructor(parts: IsolateParts) {
    this.#parts = parts;
    this.opener = new WebhookOpener(parts.lark.credentials);
  }

  /** The parts for one invocation; background work is kept alive by its `waitUntil`. */
  deps(invocation: Invocation): Deps {
    const deps = buildDeps(
      {
        ...this.#parts,
        fetch: (...request) => fetch(...request),
        monotonic,
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
        random: Math.random,
        background: (work) => invocation.waitUntil(work().catch(logFailure)),
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
