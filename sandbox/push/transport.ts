import type { Envelope } from './envelope.ts';

/** What became of one push. */
export type Delivery =
  | { kind: 'answered'; status: number; body: string }
  /** Over the long connection: acknowledged without data. */
  | { kind: 'empty' }
  | { kind: 'timeout' }
  | { kind: 'unreachable'; because: string };

/** How pushes reach the bot: the webhook or the long connection. */
export interface Transport {
  /** Sends an envelope and waits for the answer, for 3 seconds at most. */
  deliver(envelope: Envelope, kind: 'event' | 'callback'): Promise<Delivery>;
}

/** The platform's patience with one push. */
export const DEADLINE_MS = 3000;
