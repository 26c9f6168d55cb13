import type { SandboxBody, SandboxChat, SandboxCommand, SandboxMessage, SandboxPerson } from '../contract.ts';
import type { Chat, Command, Message, Person } from '../model.ts';
import { CARD_LIFE_MS } from '../platform/edits.ts';
import { botOf, seenBy } from '../state/chats.ts';
import type { State } from '../state/state.ts';

/** A person as the page shows him. */
export function shownPerson(person: Person): SandboxPerson {
  const { openId, name, role, mobile, isBot, featured } = person;
  return { openId, name, role, mobile, isBot, featured };
}

/** A slash command as the panel lists it. */
export function shownCommand({ commandId, command, description }: Command): SandboxCommand {
  return { commandId, command, description };
}

/** A chat as one of its members sees it. */
export function shownChat(state: State, chat: Chat, openId: string): SandboxChat {
  const bot = botOf(state);
  const messages = seenBy(openId, state.messagesIn(chat.chatId));
  const last = messages.at(-1);
  return {
    chatId: chat.chatId,
    type: chat.type,
    name: chat.type === 'p2p' ? bot.name : chat.name,
    members: chat.botIn ? [...chat.people, bot.openId] : chat.people,
    unread: unread(messages, openId, state.readUpTo(openId, chat.chatId)),
    ...(last ? { last: { at: last.at, preview: preview(last), from: last.from } } : {}),
  };
}

// From the end, so that a long history costs only its unread part.
function unread(messages: readonly Message[], openId: string, readUpTo: number): number {
  let count = 0;
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index];
    if (message === undefined || message.seq <= readUpTo) break;
    if (message.from !== openId && message.type !== 'system' && !message.recalled) count += 1;
  }
  return count;
}

/** A message as the page draws it. */
export function shownMessage(state: State, message: Message): SandboxMessage {
  return {
    messageId: message.messageId,
    chatId: message.chatId,
    from: message.from,
    at: message.at,
    updatedAt: message.updatedAt,
    body: body(state, message),
    ...(message.parentId === '' ? {} : { replyTo: message.parentId }),
    reactions: reactions(message),
    urgentFor: [...message.urgentFor],
    ...(message.onlyFor === undefined ? {} : { onlyFor: message.onlyFor }),
    recalled: message.recalled,
    version: message.version,
  };
}

function body(state: State, message: Message): SandboxBody {
  if (message.recalled) return { type: 'system', text: '此消息已被撤回' };
  const content = JSON.parse(message.content) as Record<string, unknown>;
  const text = (name: string) => String(content[name] ?? '');
  const size = (key: string) => state.files.get(key)?.bytes.length ?? 0;
  switch (message.type) {
    case 'text':
      return { type: 'text', text: text('text'), mentions: message.mentions };
    case 'post':
      return { type: 'post', content };
    case 'interactive':
      return { type: 'card', card: content, expiresAt: message.at + CARD_LIFE_MS };
    case 'file':
      return {
        type: 'file',
        fileKey: text('file_key'),
        name: text('file_name'),
        size: size(text('file_key')),
      };
    case 'image':
      return { type: 'image', imageKey: text('image_key'), size: size(text('image_key')) };
    case 'system':
      return { type: 'system', text: text('text') };
    default:
      return message.type satisfies never;
  }
}

/** A message in a line of the list of chats. */
function preview(message: Message): string {
  if (message.recalled) return '[消息已撤回]';
  const content = JSON.parse(message.content) as Record<string, unknown>;
  switch (message.type) {
    case 'text':
    case 'system':
      return named(String(content['text'] ?? ''), message);
    case 'post':
      return String(content['title'] || '[富文本]');
    case 'interactive':
      return cardPreview(content);
    case 'file':
      return `[文件] ${String(content['file_name'] ?? '')}`;
    case 'image':
      return '[图片]';
    default:
      return message.type satisfies never;
  }
}

function named(text: string, message: Message): string {
  return message.mentions.reduce((sofar, { key, name }) => sofar.replaceAll(key, `@${name}`), text);
}

function cardPreview(card: Record<string, unknown>): string {
  const { config, header } = card as {
    config?: { summary?: { content?: string } };
    header?: { title?: { content?: string } };
  };
  return config?.summary?.content ?? `[卡片] ${header?.title?.content ?? ''}`.trim();
}

function reactions(message: Message): SandboxMessage['reactions'] {
  const byEmoji = new Map<string, string[]>();
  for (const { emoji, by } of message.reactions) byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), by]);
  return [...byEmoji].map(([emoji, by]) => ({ emoji, by }));
}
