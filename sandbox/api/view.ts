import type { SandboxBody, SandboxMessage } from '../contract.ts';
import type { Message } from '../model.ts';
import { CARD_LIFE_MS } from '../platform/edits.ts';

/** A message as the page draws it. */
export function shownMessage(message: Message): SandboxMessage {
  return {
    messageId: message.messageId,
    chatId: message.chatId,
    from: message.from,
    at: message.at,
    updatedAt: message.updatedAt,
    body: body(message),
    ...(message.parentId === '' ? {} : { replyTo: message.parentId }),
    reactions: reactions(message),
    urgentFor: message.urgentFor,
    recalled: message.recalled,
    version: message.version,
  };
}

function body(message: Message): SandboxBody {
  if (message.recalled) return { type: 'system', text: '此消息已被撤回' };
  const content = JSON.parse(message.content) as Record<string, unknown>;
  switch (message.type) {
    case 'text':
      return { type: 'text', text: String(content.text), mentions: message.mentions };
    case 'post':
      return { type: 'post', content };
    case 'interactive':
      return { type: 'card', card: content, expiresAt: message.at + CARD_LIFE_MS };
    case 'file':
      return {
        type: 'file',
        fileKey: String(content.file_key),
        name: String(content.file_name),
        size: 0,
      };
    case 'image':
      return { type: 'image', imageKey: String(content.image_key), size: 0 };
    case 'system':
      return { type: 'system', text: String(content.text) };
    default:
      return message.type satisfies never;
  }
}

function reactions(message: Message): SandboxMessage['reactions'] {
  const byEmoji = new Map<string, string[]>();
  for (const { emoji, by } of message.reactions) byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), by]);
  return [...byEmoji].map(([emoji, by]) => ({ emoji, by }));
}
