import type { Message } from '../model.ts';
import { botOf } from '../state/chats.ts';
import type { Platform } from './endpoint.ts';

export const TENANT_KEY = 'sandbox_tenant';

/** A message as the API answers with it. */
export function messageData(platform: Platform, message: Message): Record<string, unknown> {
  const isOwn = message.from === botOf(platform.state).openId;
  return {
    message_id: message.messageId,
    ...(message.rootId === '' ? {} : { root_id: message.rootId }),
    ...(message.parentId === '' ? {} : { parent_id: message.parentId }),
    ...(message.threadId === '' ? {} : { thread_id: message.threadId }),
    msg_type: message.type,
    create_time: String(message.at),
    update_time: String(message.updatedAt),
    deleted: message.recalled,
    updated: message.updatedAt !== message.at,
    chat_id: message.chatId,
    sender: {
      id: isOwn ? platform.credentials.appId : message.from,
      id_type: isOwn ? 'app_id' : 'open_id',
      sender_type: isOwn ? 'app' : 'user',
      tenant_key: TENANT_KEY,
    },
    body: { content: shownContent(message) },
    ...(message.mentions.length === 0 ? {} : { mentions: message.mentions.map(mentionData) }),
  };
}

function mentionData(mention: Message['mentions'][number]): Record<string, unknown> {
  return {
    key: mention.key,
    id: mention.openId,
    id_type: 'open_id',
    name: mention.name,
    tenant_key: TENANT_KEY,
  };
}

// NOTE: the platform never gives back the JSON of a card, only a rendering as text.
function shownContent(message: Message): string {
  if (message.recalled) return 'This message was recalled';
  if (message.type !== 'interactive') return message.content;
  const card = JSON.parse(message.content) as { header?: { title?: { content?: string } } };
  const text = '请升级至最新版本客户端，以查看内容';
  return JSON.stringify({
    title: card.header?.title?.content ?? null,
    elements: [[{ tag: 'text', text }]],
  });
}
