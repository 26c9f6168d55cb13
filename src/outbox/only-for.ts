import type { Card } from '../cards/elements.ts';
import type { ChatId, OpenId } from '../ids.ts';
import { briefOf } from './brief-card.ts';
import type { OutboundMessage } from './message.ts';

/** What one person of a group is told, and nobody else there. */
export interface Private {
  /** The key of the message in his direct chat. */
  key: string;
  card: Card;
  /** The same without what only the direct chat needs, for who is shown it in the group. */
  words?: Card;
  cardKey?: string;
  /** Whether more follows in the direct chat (a file, samples), so that the card belongs there too. */
  goesOn?: boolean;
  /** Tells the group where the answer is, when the person could not be shown it there. */
  hint?: OutboundMessage;
}

/**
 * An answer that others in the group do not see: in short in the group, visible to one person, and with all that the
 * short one lacks in his direct chat. What cannot be shown in the group goes to the direct chat whole, and the group is
 * told so. The message to the direct chat comes first where there is one.
 */
export function onlyFor(to: { person: OpenId; chat: ChatId }, told: Private): OutboundMessage[] {
  const { brief, isWhole } = briefOf(told.words ?? told.card);
  const direct: OutboundMessage = {
    key: told.key,
    to: { person: to.person },
    body: { type: 'card', card: told.card },
    ...(told.cardKey !== undefined && { cardKey: told.cardKey }),
  };
  // What is shown to one person in a group cannot be changed later.
  const isEnough = isWhole && told.cardKey === undefined && told.goesOn !== true;
  const otherwise = [...(isEnough ? [direct] : []), ...(told.hint ? [told.hint] : [])];
  const shown: OutboundMessage = {
    key: `seen:${told.key}`,
    to: { onlyFor: to.person, chat: to.chat },
    body: { type: 'brief', card: brief, otherwise },
  };
  return isEnough ? [shown] : [direct, shown];
}
