import { fixedId } from '../ids.ts';
import type { Chat, Message, Person } from '../model.ts';
import type { State } from './state.ts';

/** The bot as a person. The seeded world always has it. */
export function botOf(state: State): Person {
  const bot = state.people.find((person) => person.isBot);
  if (bot === undefined) throw new Error('the world has no bot');
  return bot;
}

/** The direct chat of a person and the bot; opened when it is not there yet. */
export function directChat(state: State, openId: string, now: number): Chat {
  const chatId = fixedId('oc_', `p2p:${openId}`);
  const known = state.chats.get(chatId);
  if (known) return known;
  const chat: Chat = {
    chatId,
    type: 'p2p',
    name: '',
    people: [openId],
    botIn: true,
    mayMentionAll: false,
    dissolved: false,
    ownerId: openId,
    createdAt: now,
  };
  state.putChat(chat);
  return chat;
}

/** Whether a message is shown to a person of its chat. */
export function isSeenBy(openId: string, message: Message): boolean {
  return message.onlyFor === undefined || message.onlyFor === openId;
}

/** The messages of a chat that one person of it is shown. */
export function seenBy(openId: string, messages: readonly Message[]): readonly Message[] {
  return messages.some((message) => message.onlyFor !== undefined)
    ? messages.filter((message) => isSeenBy(openId, message))
    : messages;
}

/** What a new message has before anything happened to it. */
export function blankMessage(
  of: Pick<Message, 'messageId' | 'chatId' | 'from' | 'at' | 'type' | 'content'>,
): Omit<Message, 'seq' | 'version'> {
  return {
    ...of,
    updatedAt: of.at,
    mentions: [],
    rootId: '',
    parentId: '',
    threadId: '',
    reactions: [],
    urgentFor: [],
    recalled: false,
    edits: 0,
  };
}
