import type { Db, Write } from '../../db/database.ts';
import { startBroadcast } from '../../db/queries/broadcasts.ts';
import type { OutboundMessage } from './message.ts';

/** What goes to many at once, as the office knows it. */
export interface Broadcast {
  id: string;
  name: string;
  /** Who pressed; absent for what a schedule sends. */
  by?: string;
  /** Instant in ms. */
  now: number;
}

/** Messages as the parts of one broadcast, which the office can follow, and the write that names it. */
export function asBroadcast(
  db: Db,
  { id, name, by = '', now }: Broadcast,
  messages: readonly OutboundMessage[],
): { messages: OutboundMessage[]; writes: Write[] } {
  return {
    messages: messages.map((message) => ({ ...message, broadcast: id })),
    writes: messages.length === 0 ? [] : [startBroadcast(db, { id, name, by, now })],
  };
}
