import type { Db } from '../db/database.ts';
import { readSetting, writeSetting } from '../db/queries/settings.ts';
import { defaultEngine } from './answers/default.ts';
import type { Clock } from './clock.ts';
import type { LarkSettings } from './config.ts';
import type { Deps } from './deps.ts';
import type { OpenId } from './ids.ts';
import { larkGateway } from './lark/gateway.ts';
import { BotIdentity } from './lark/identity.ts';
import type { Token, TokenStore } from './lark/token.ts';
import { loggerOf } from './logger.ts';
import { Metrics } from './metrics.ts';
import { defaultNotice } from './notice/default.ts';
import { indexNotice } from './notice/index-of.ts';
import { Delivery } from './outbox/deliver.ts';
import { SendingLimits } from './outbox/limits.ts';

export interface Environment {
  lark: LarkSettings;
  officeOpenIds: readonly string[];
  db: Db;
  clock: Clock;
  fetch: typeof fetch;
  /** ms of a clock that never jumps, for the platform's limits. */
  monotonic: () => number;
  wait: (ms: number) => Promise<void>;
  random: () => number;
  background: (work: () => Promise<unknown>) => void;
}

/** Puts the parts together. Nothing runs and nothing is asked of the network yet. */
export function buildDeps(environment: Environment): Deps {
  const { lark, db, clock } = environment;
  const office = environment.officeOpenIds as readonly OpenId[];
  const gateway = larkGateway({
    settings: lark,
    tokens: tokenStore(db, clock, lark.credentials.appId),
    clock,
    logger: loggerOf('lark'),
    fetch: environment.fetch,
  });
  const metrics = new Metrics();
  const delivery = new Delivery({
    db,
    gateway,
    clock,
    office,
    limits: new SendingLimits(environment.monotonic),
    logger: loggerOf('outbox'),
    count: (result) => metrics.count('deliveries_total', result),
    wait: environment.wait,
    random: environment.random,
  });
  return {
    db,
    clock,
    gateway,
    delivery,
    office,
    engine: defaultEngine(),
    notice: indexNotice(defaultNotice()),
    bot: new BotIdentity({
      gateway,
      store: identityStore(db, clock, lark.credentials.appId),
      logger: loggerOf('lark'),
    }),
    metrics,
    startedAt: clock.now(),
    background: environment.background,
  };
}

// Both facts belong to one app: after a change of app (each sandbox start has its own) they are asked anew.
function tokenStore(db: Db, clock: Clock, appId: string): TokenStore {
  return {
    async read() {
      const kept = JSON.parse((await readSetting(db, 'token')) ?? '{}') as Partial<Token> & {
        appId?: string;
      };
      if (kept.appId !== appId || kept.value === undefined || kept.expiresAt === undefined) return undefined;
      return { value: kept.value, expiresAt: kept.expiresAt };
    },
    async write(token) {
      const value = JSON.stringify({ appId, ...token });
      await db.apply([writeSetting(db, 'token', { value, now: clock.now() })]);
    },
  };
}

function identityStore(db: Db, clock: Clock, appId: string) {
  return {
    async read() {
      const kept = JSON.parse((await readSetting(db, 'bot')) ?? '{}') as { appId?: string; openId?: string };
      return kept.appId === appId ? kept.openId : undefined;
    },
    async write(openId: string) {
      const value = JSON.stringify({ appId, openId });
      await db.apply([writeSetting(db, 'bot', { value, now: clock.now() })]);
    },
  };
}
