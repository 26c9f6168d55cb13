import type { SandboxPageOfMessages, SandboxState } from '../contract.ts';
import type { Chat, Person } from '../model.ts';
import type { Platform } from '../platform/endpoint.ts';
import { botOf, seenBy } from '../state/chats.ts';
import type { State } from '../state/state.ts';
import { shownChat, shownCommand, shownMessage, shownPerson } from './view.ts';

const LONGEST_PAGE = 200;

/** Everything the page needs to draw itself for a person, but the messages. */
export function stateFor(platform: Platform, me: Person): SandboxState {
  const { state, clock, faults } = platform;
  const chats = state.chats
    .all()
    .filter((chat) => chat.people.includes(me.openId) && !chat.dissolved)
    .map((chat) => shownChat(state, chat, me.openId))
    .sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
  const people = state.people.all().sort((a, b) => Number(b.featured) - Number(a.featured));
  return {
    me: shownPerson(me),
    people: people.map(shownPerson),
    chats,
    commands: state.commands.all().map(shownCommand),
    clock: { now: clock.now(), offsetMs: clock.offset() },
    faults: faults.all(),
    botOpenId: botOf(state).openId,
  };
}

/** The messages of a chat as a person sees it, before one (or the last ones), newest last. */
export function pageOfMessages(
  state: State,
  chat: Chat,
  of: { as: string; before: string | undefined; limit: number },
): SandboxPageOfMessages {
  const messages = seenBy(of.as, state.messagesIn(chat.chatId));
  const before = of.before === undefined ? undefined : state.message(of.before);
  const end = before?.chatId === chat.chatId ? indexOf(messages, before.seq) : messages.length;
  const limit = Number.isInteger(of.limit) ? Math.min(Math.max(of.limit, 1), LONGEST_PAGE) : 50;
  const start = Math.max(0, end - limit);
  return {
    messages: messages.slice(start, end).map((message) => shownMessage(state, message)),
    hasMore: start > 0,
  };
}

/** Place of the message with a seq; they are in order. */
function indexOf(messages: readonly { seq: number }[], seq: number): number {
  let [low, high] = [0, messages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.seq ?? 0) < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
