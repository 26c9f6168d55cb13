import type { OpenId } from '../ids.ts';
import type { Ignored } from '../outbox/outcome.ts';
import type { InboundEvent } from './event.ts';

/**
 * Lets pass what concerns the bot. What it stops is never stored.
 *
 * @param bot the bot's own open_id; undefined while it is not known, when any mention counts as the bot's.
 */
export function gate(event: InboundEvent, bot: OpenId | undefined): Ignored | undefined {
  if (event.kind !== 'message') return undefined;
  if (event.senderType !== 'person' || event.sender === bot)
    return { kind: 'ignored', because: 'not written by a person' };
  if (event.chatType === 'direct' || mentionsBot(event, bot)) return undefined;
  return { kind: 'ignored', because: 'a group message that does not mention the bot' };
}

function mentionsBot(
  event: { mentions: { key: string; openId: OpenId | undefined }[] },
  bot: OpenId | undefined,
) {
  return event.mentions.some(
    (mention) => mention.openId !== undefined && (bot === undefined || mention.openId === bot),
  );
}
