import type { Db } from '../../db/database.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import type { Clock } from '../clock.ts';
import type { OpenId } from '../ids.ts';
import type { LarkGateway } from '../lark/gateway.ts';
import type { Logger } from '../logger.ts';
import type { NextStep } from './after-failure.ts';
import type { SendingLimits } from './limits.ts';

/** What a delivery works with. */
export interface DeliveryParts {
  db: Db;
  gateway: LarkGateway;
  clock: Clock;
  limits: SendingLimits;
  /** Whether one person of a group may be shown a card there; else such a one goes to his direct chat. */
  showsToOne: boolean;
  /** So many rows are under way at most, waiting for their instant or for an answer. */
  atOnce: number;
  logger: Logger;
  /** Told of each call's result, to be counted. */
  count: (result: 'sent' | NextStep['do']) => void;
  /** Resolves after so many ms of real time. */
  wait: (ms: number) => Promise<void>;
  /** 0…1, for spreading retries. */
  random: () => number;
  /** When a row may go at the earliest; instants in ms. */
  allowedAt: (row: OutboxRow, now: number) => Promise<number>;
  /** The row as it is to be sent at an instant (ms); undefined: its reason is gone, it is not sent. */
  asMeant: (row: OutboxRow, now: number) => Promise<OutboxRow | undefined>;
  /** Who hears of messages that could not be delivered, besides the office's bound members. */
  office: readonly OpenId[];
  /**
   * Tells of broadcasts under way, or nothing when that was done a moment ago. @param isOver nothing is due now.
   *
   * @returns whether there is something new to be sent.
   */
  report: (now: number, isOver: boolean) => Promise<boolean>;
}
