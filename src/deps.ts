import type { Db } from '../db/database.ts';
import type { NoticeEngine } from './answers/engine.ts';
import type { Clock } from './clock.ts';
import type { OpenId } from './ids.ts';
import type { LarkGateway } from './lark/gateway.ts';
import type { BotIdentity } from './lark/identity.ts';
import type { Metrics } from './metrics.ts';
import type { Notice } from './notice/index-of.ts';
import type { Lexicon } from './notice/lexicon.ts';
import type { Delivery } from './outbox/deliver.ts';

/**
 * Everything a handler may use, built once (`build-deps.ts`) and handed down; tests override single parts.
 *
 * @example
 * const deps = buildDeps({ config, db, clock: { now: () => instantOf('2026-12-28', '09:00') } });
 */
export interface Deps {
  db: Db;
  clock: Clock;
  gateway: LarkGateway;
  delivery: Delivery;
  engine: NoticeEngine;
  /** The stored notice. */
  notice: Notice;
  /** How people speak about it, without the office's own words. */
  lexicon: Lexicon;
  bot: BotIdentity;
  metrics: Metrics;
  /** Instant in ms. */
  startedAt: number;
  /** A tick that is longer ago than this many ms is missing. */
  wakesWithinMs: number;
  /** The first members of the office. */
  office: readonly OpenId[];
  /**
   * Whether there is room to begin what may ask the database hundreds of times: an event that was left open, something
   * scheduled. What is not begun is due again at the next tick. Always so on Node.
   */
  mayBegin: () => boolean;
  /** Work that outlives the answer: a few at a time on Node, `waitUntil` on Workers. */
  background: (work: () => Promise<unknown>) => void;
}
