import { helpCard } from '../../commands/help-card.ts';
import { COMMANDS } from '../../commands/index.ts';
import { commandOutcome } from '../../commands/run.ts';
import { hasVisited, rememberVisitor } from '../../db/queries/visitors.ts';
import { attachmentOutcome } from '../attachments.ts';
import { CARD_ACTIONS } from '../card-actions.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { OutboundMessage, Target } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { chatJoined, chatLeft } from '../people/chats.ts';
import type { ClickEvent, InboundEvent, MessageEvent } from './event.ts';
import { spoken } from './spoken.ts';

const NOTHING: Outcome = { messages: [], writes: [] };

/**
 * What a stored event leads to. Reads, decides, changes nothing.
 *
 * @param wordsNo the number of the office's words, where it was told a moment ago.
 */
export async function route(deps: Deps, event: InboundEvent, wordsNo?: number): Promise<Outcome> {
  switch (event.kind) {
    case 'message':
      return message(deps, event, wordsNo);
    case 'entered':
      return greeting(deps, event.operator, { chat: event.chatId });
    case 'menu':
      return commandOutcome(deps, {
        text: `/${event.menuKey}`,
        sender: event.operator,
        chatId: undefined,
        people: [],
        key: event.eventId,
        reply: { person: event.operator },
      });
    case 'bot-added':
      return chatJoined(deps, event);
    case 'bot-removed':
      return chatLeft(deps, event);
    case 'click':
      return routeClick(deps, event);
    default: {
      const never: never = event;
      throw new Error(`unknown event ${JSON.stringify(never)}`);
    }
  }
}

/** What a click leads to. @throws UserError for a card of which the bot no longer knows the action. */
export async function routeClick(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const name = String(event.value['action'] ?? '');
  const action = CARD_ACTIONS[name];
  if (action === undefined) throw new UserError('这张卡片已经过时，请发“帮助”重新打开。');
  deps.metrics.count('clicks_total', name);
  return action(deps, event);
}

async function message(deps: Deps, event: MessageEvent, wordsNo?: number): Promise<Outcome> {
  const bot = event.chatType === 'group' ? await deps.bot.openId() : undefined;
  if (event.attachment) return attachmentOutcome(deps, { ...event, attachment: event.attachment });
  const { text, people } = spoken(event, bot);
  const outcome = await commandOutcome(deps, {
    text,
    sender: event.sender,
    chatId: event.chatId,
    chatType: event.chatType,
    people,
    key: event.messageId,
    ...(wordsNo !== undefined && { wordsNo }),
    reply:
      event.chatType === 'group' ? { replyTo: event.messageId, chat: event.chatId } : { chat: event.chatId },
  });
  if (event.chatType === 'group') return outcome;
  const greeted = await greeting(deps, event.sender, { chat: event.chatId });
  return {
    ...outcome,
    messages: [...outcome.messages, ...greeted.messages],
    writes: [...outcome.writes, ...greeted.writes],
  };
}

/** A person's first visit gets the help card, once ever. */
async function greeting(deps: Deps, person: OpenId, to: Target): Promise<Outcome> {
  if (await hasVisited(deps.db, person)) return NOTHING;
  const hello: OutboundMessage = {
    key: `hello:${person}`,
    to,
    body: { type: 'card', card: helpCard(COMMANDS) },
  };
  return { messages: [hello], writes: [rememberVisitor(deps.db, person, deps.clock.now())] };
}
