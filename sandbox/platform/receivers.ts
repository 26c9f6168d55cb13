import type { Chat, Person } from '../model.ts';
import { directChat } from '../state/chats.ts';
import type { Platform } from './endpoint.ts';
import { refusal } from './errors.ts';

export const RECEIVE_ID_TYPES = ['open_id', 'union_id', 'user_id', 'email', 'chat_id'] as const;
export type ReceiveIdType = (typeof RECEIVE_ID_TYPES)[number];

/**
 * The chat that a receiver stands for. A person's direct chat is opened by the first message to him.
 *
 * @throws PlatformError 230034 for an unknown one, 230013 outside the app's range, and what `mayWriteIn` throws.
 */
export function chatOfReceiver(platform: Platform, type: ReceiveIdType, id: string): Chat {
  if (type === 'chat_id') {
    const chat = platform.state.chats.get(id);
    if (chat === undefined) throw refusal(230034);
    return mayWriteIn(platform, chat);
  }
  const person = personBy(platform, type, id);
  if (person === undefined || person.isBot) throw refusal(230034);
  if (!person.inRange) throw refusal(230013);
  return directChat(platform.state, person.openId, platform.clock.now());
}

/** @throws PlatformError 232009 dissolved, 230002 bot not in the group, 230013 person outside the app's range. */
export function mayWriteIn(platform: Platform, chat: Chat): Chat {
  if (chat.dissolved) throw refusal(232009);
  if (chat.type === 'group' && !chat.botIn) throw refusal(230002);
  const other = chat.type === 'p2p' ? platform.state.people.get(chat.people[0] ?? '') : undefined;
  if (other && !other.inRange) throw refusal(230013);
  return chat;
}

function personBy(
  platform: Platform,
  type: Exclude<ReceiveIdType, 'chat_id'>,
  id: string,
): Person | undefined {
  const { people } = platform.state;
  switch (type) {
    case 'open_id':
      return people.get(id);
    case 'union_id':
      return people.find((person) => person.unionId === id);
    case 'user_id':
      return people.find((person) => person.userId === id);
    case 'email':
      // Nobody of the seeded world has an address.
      return undefined;
    default:
      return type satisfies never;
  }
}
