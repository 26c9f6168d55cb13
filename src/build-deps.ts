import type { Db } from '../db/database.ts';
import { readSetting, type SettingKey, writeSetting } from '../db/queries/settings.ts';
import { AsMeant } from './as-meant.ts';
import type { Clock } from './clock.ts';
import type { LarkSettings } from './config.ts';
import type { Deps } from './deps.ts';
import type { OpenId } from './ids.ts';
import { larkGateway } from './lark/gateway.ts';
import { BotIdentity } from './lark/identity.ts';
import type { Token, TokenStore } from './lark/token.ts';
import { loggerOf } from './logger.ts';
import { Metrics } from './metrics.ts';
import { Delivery } from './outbox/deliver.ts';
import { SendingLimits } from './outbox/limits.ts';
import { BroadcastReporter } from './schedule/broadcast-report.ts';
import { quietGuard } from './schedule/quiet-guard.ts';
import { defaultKnowledge, type Knowledge } from './tenants/knowledge.ts';

const WAKES_WITHIN_MS = 3 * 60_000;
const SENDS_AT_ONCE = 200;

export interface Environment {
  lark: LarkSettings;
  officeOpenIds: readonly string[];
  db: Db;
  clock: Clock;
  fetch: typeof fetch;
  /**
   * ms since the epoch by a clock that does not jump while the process lives, for the platform's limits, which the
   * processes of one database share.
   */
  monotonic: () => number;
  wait: (ms: number) => Promise<void>;
  random: () => number;
  background: (work: () => Promise<unknown>) => void;
  /** Absent: the notice that the repository stores. */
  knowledge?: Knowledge;
  /** Absent: 200 messages may be under way. */
  sendsAtOnce?: number;
  /** Absent: whatever is due may be begun. */
  mayBegin?: () => boolean;
  /** Absent: a tick comes each minute, and three minutes without one are a fault. */
  wakesWithinMs?: number;
}

/** What outlives one assembly of the parts: on Workers they are put together anew for each invocation. */
export interface Kept {
  metrics: Metrics;
  /** The platform's token and the bot's id as last read or written. */
  facts: Map<SettingKey, string>;
}

export function newKept(): Kept {
  return { metrics: new Metrics(), facts: new Map() };
}

/** Puts the parts together. Nothing runs and nothing is asked of the network yet. */
export function buildDeps(environment: Environment, kept = newKept()): Deps {
  const { lark, db, clock } = environment;
  const facts = rememberedFacts(db, clock, kept.facts);
  const office = environment.officeOpenIds as readonly OpenId[];
  const gateway = larkGateway({
    settings: lark,
    tokens: tokenStore(facts, lark.credentials.appId),
    clock,
    logger: loggerOf('lark'),
    fetch: environment.fetch,
  });
  const { metrics } = kept;
  const delivery = new Delivery({
    db,
    gateway,
    clock,
    office,
    showsToOne: lark.isEphemeralOff !== true,
    limits: new SendingLimits(db, environment.monotonic),
    atOnce: environment.sendsAtOnce ?? SENDS_AT_ONCE,
    logger: loggerOf('outbox'),
    count: (result) => metrics.count('deliveries_total', result),
    wait: environment.wait,
    random: environment.random,
    allowedAt: quietGuard(db),
    asMeant: (row, now) => asMeant.of(row, now),
    report: (now, isOver) => reporter.report(now, isOver),
  });
  const deps: Deps = {
    db,
    clock,
    gateway,
    delivery,
    office,
    ...(environment.knowledge ?? defaultKnowledge()),
    bot: new BotIdentity({
      gateway,
      store: identityStore(facts, lark.credentials.appId),
      logger: loggerOf('lark'),
    }),
    metrics,
    startedAt: clock.now(),
    wakesWithinMs: environment.wakesWithinMs ?? WAKES_WITHIN_MS,
    mayBegin: environment.mayBegin ?? (() => true),
    background: environment.background,
  };
  const asMeant = new AsMeant(deps);
  const reporter = new BroadcastReporter(deps, environment.monotonic);
  return deps;
}

interface Facts {
  read(key: SettingKey): Promise<string | undefined>;
  write(key: SettingKey, value: string): Promise<void>;
}

function rememberedFacts(db: Db, clock: Clock, known: Map<SettingKey, string>): Facts {
  return {
    async read(key) {
      const value = known.get(key) ?? (await readSetting(db, key));
      if (value !== undefined) known.set(key, value);
      return value;
    },
    async write(key, value) {
      await db.apply([writeSetting(db, key, { value, now: clock.now() })]);
      known.set(key, value);
    },
  };
}

// Both facts belong to one app: after a change of app (each sandbox start has its own) they are asked anew.
function tokenStore(facts: Facts, appId: string): TokenStore {
  return {
    async read() {
      const kept = JSON.parse((await facts.read('token')) ?? '{}') as Partial<Token> & { appId?: string };
      if (kept.appId !== appId || kept.value === undefined || kept.expiresAt === undefined) return undefined;
      return { value: kept.value, expiresAt: kept.expiresAt };
    },
    write: (token) => facts.write('token', JSON.stringify({ appId, ...token })),
  };
}

function identityStore(facts: Facts, appId: string) {
  return {
    async read() {
      const kept = JSON.parse((await facts.read('bot')) ?? '{}') as { appId?: string; openId?: string };
      return kept.appId === appId ? kept.openId : undefined;
    },
    write: (openId: string) => facts.write('bot', JSON.stringify({ appId, openId })),
  };
}
