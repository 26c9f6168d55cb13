import type { Chat, Mention } from '../model.ts';
import { botOf } from '../state/chats.ts';
import type { Platform } from './endpoint.ts';
import { refusal } from './errors.ts';

const AT_TAG = /<at\s+user_id\s*=\s*["']?([^"'\s>]+)["']?\s*>([^<]*)<\/at>/g;

/**
 * Turns `<at user_id="ou_x">Name</at>` into the keys `@_user_1`, `@_user_2`… that a reader of the message gets.
 * Somebody who is not in the chat becomes plain text.
 *
 * @throws PlatformError 230027 for a mention of all where the chat does not allow it.
 */
export function withMentionKeys(
  platform: Platform,
  chat: Chat,
  text: string,
): { text: string; mentions: Mention[] } {
  const mentions: Mention[] = [];
  const marked = text.replaceAll(AT_TAG, (_tag, openId: string, name: string) => {
    if (openId === 'all') {
      if (!chat.mayMentionAll) throw refusal(230027, 'mention all is not allowed in this chat');
      return '@_all';
    }
    const person = platform.state.people.get(openId);
    const present = chat.people.includes(openId) || openId === botOf(platform.state).openId;
    if (person === undefined || !present) return `@${person?.name ?? name}`;
    const key = `@_user_${mentions.length + 1}`;
    mentions.push({ key, openId, name: person.name });
    return key;
  });
  return { text: marked, mentions };
}
