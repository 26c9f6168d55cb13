import type { Db, Write } from '../../db/database.ts';
import {
  enqueue,
  enqueueOnce,
  type NewOutboxRow,
  type OutboxRow,
  replaceWaitingPatches,
} from '../../db/queries/outbox.ts';
import type { Card } from '../cards/elements.ts';
import { assertFits } from '../cards/limits.ts';
import type { ChatId, MessageId, OpenId } from '../ids.ts';
import { uuidOf } from '../ids.ts';
import { laneMinute } from '../reminders/morning.ts';
import type { BriefCard } from './brief-card.ts';

/** Where a message goes, or which card it changes. */
export type Target =
  | { chat: ChatId }
  | { person: OpenId }
  | { replyTo: MessageId; chat: ChatId }
  /** Seen by one person of a group. */
  | { onlyFor: OpenId; chat: ChatId }
  /** Changes the card in this message. */
  | { message: MessageId }
  /** Changes the card that was sent with this `cardKey`. */
  | { card: string }
  /** 加急 for the message of ours with this key, to the person it went to. */
  | { urge: string; person: OpenId };

export type MessageBody =
  | { type: 'card'; card: Card }
  | { type: 'text'; text: string }
  /** For one person of a group; the others are sent when he was not shown it, or nobody can tell. */
  | { type: 'brief'; card: BriefCard; otherwise: OutboundMessage[] }
  /** A file of the table `file`, stored in the same list. */
  | { type: 'file'; fileId: string }
  /** What 加急 has to say stands in its message. */
  | { type: 'urgent' };

/** Something to be sent once. */
export interface OutboundMessage {
  /** Says what it is (`answer:<event>`, `remind:2026Q4:T-3:<person>`): sent once, ever. */
  key: string;
  to: Target;
  body: MessageBody;
  /** Names the card, so that later versions change it instead of sending another. */
  cardKey?: string;
  /** The next hour at which people may be told, instant in ms; at once when absent. */
  notBefore?: number;
  /** The broadcast that it is a part of. */
  broadcast?: string;
  /** Units, entries of the ledger: what it is about, for what goes by itself. */
  about?: readonly string[];
  /** Set for what goes by itself: whether it still makes sense is looked at once more at the moment of sending. */
  reason?: { occurrence: string; asOf: number };
}

/** Why a row goes by itself. */
export interface Reason {
  /** The key of the occurrence that made it. */
  occurrence: string;
  about: readonly string[];
}

/** The kind of the occurrence that made it. */
export function kindOf({ occurrence }: Reason): string {
  return occurrence.split(':')[0] ?? '';
}

/** The reason of a row; undefined for what somebody has asked for. */
export function reasonOfRow(row: Pick<OutboxRow, 'reason'>): Reason | undefined {
  return row.reason === null ? undefined : (JSON.parse(row.reason) as Reason);
}

/** The writes that put a message into the outbox. @param now instant in ms. */
export function outboxWrites(db: Db, message: OutboundMessage, now: number): Write[] {
  const row = rowOf(message, now);
  // A patch says how the card looks now: what was decided earlier and has not gone out is not worth sending.
  return row.kind === 'patch' ? [replaceWaitingPatches(db, row.lane), enqueue(db, row)] : [enqueue(db, row)];
}

/** As `outboxWrites`, for what several causes may ask for: the first one sends it. */
export function outboxWriteOnce(db: Db, message: OutboundMessage, now: number): Write {
  return enqueueOnce(db, rowOf(message, now));
}

/** What stands in a row of the kind `ephemeral`. */
interface BriefContent {
  card: BriefCard;
  otherwise: NewOutboxRow[];
}

/** The card of a row of the kind `ephemeral`. */
export function briefIn(row: Pick<OutboxRow, 'content'>): BriefCard {
  return (JSON.parse(row.content) as BriefContent).card;
}

/** The writes that send what was kept for the case that a person was not shown his card in the group. */
export function otherwiseWrites(db: Db, row: Pick<OutboxRow, 'content'>, now: number): Write[] {
  const { otherwise } = JSON.parse(row.content) as BriefContent;
  return otherwise.map((each) => enqueueOnce(db, { ...each, next_at: now, created_at: now }));
}

function rowOf(message: OutboundMessage, now: number): NewOutboxRow {
  return {
    key: message.key,
    uuid: uuidOf(message.key),
    ...place(message.to),
    ...contentOf(message, now),
    card_key: message.cardKey ?? null,
    broadcast: message.broadcast ?? null,
    ...reasonIn(message),
    next_at: firstAt(message, now),
    created_at: now,
  };
}

function reasonIn({ reason, about = [] }: OutboundMessage): Pick<OutboxRow, 'reason' | 'as_of'> {
  if (reason === undefined) return { reason: null, as_of: null };
  const kept: Reason = { occurrence: reason.occurrence, about };
  return { reason: JSON.stringify(kept), as_of: reason.asOf };
}

/** What waits for a morning goes in its lane's minute of it, with all that waits there. */
function firstAt({ to, notBefore = 0 }: OutboundMessage, now: number): number {
  return notBefore > now ? laneMinute(place(to).lane, notBefore) : now;
}

function place(to: Target): Pick<NewOutboxRow, 'kind' | 'lane' | 'receive_id_type' | 'receive_id'> {
  if ('urge' in to)
    return { kind: 'urgent', lane: to.person, receive_id_type: 'message_key', receive_id: to.urge };
  if ('onlyFor' in to)
    return { kind: 'ephemeral', lane: to.chat, receive_id_type: 'open_id', receive_id: to.onlyFor };
  if ('replyTo' in to) return { kind: 'reply', lane: to.chat, receive_id_type: null, receive_id: to.replyTo };
  if ('chat' in to) return { kind: 'send', lane: to.chat, receive_id_type: 'chat_id', receive_id: to.chat };
  if ('person' in to)
    return { kind: 'send', lane: to.person, receive_id_type: 'open_id', receive_id: to.person };
  if ('message' in to)
    return { kind: 'patch', lane: to.message, receive_id_type: null, receive_id: to.message };
  return { kind: 'patch', lane: `card:${to.card}`, receive_id_type: 'card_key', receive_id: to.card };
}

function contentOf({ to, body }: OutboundMessage, now: number): Pick<NewOutboxRow, 'msg_type' | 'content'> {
  if (body.type === 'urgent')
    return {
      msg_type: 'urgent',
      content: JSON.stringify({ people: 'person' in to ? [to.person] : [] }),
    };
  if (body.type === 'brief') {
    const kept: BriefContent = { card: body.card, otherwise: body.otherwise.map((each) => rowOf(each, now)) };
    return { msg_type: 'brief', content: JSON.stringify(kept) };
  }
  if (body.type === 'text') return { msg_type: 'text', content: JSON.stringify({ text: body.text }) };
  if (body.type === 'file') return { msg_type: 'file', content: JSON.stringify({ file_id: body.fileId }) };
  return { msg_type: 'interactive', content: assertFits(body.card) };
}
