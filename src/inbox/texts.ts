import type { OutboundMessage } from '../outbox/message.ts';
import type { InboundEvent } from './event.ts';

/** Tells the person who wrote that it did not work, and what to do. @param says a `UserError`'s own sentence. */
export function apology(event: InboundEvent, says?: string): OutboundMessage[] {
  if (event.kind === 'menu') {
    const text = says ?? '菜单没能打开，请稍后再点一次。';
    return [
      { key: `apology:${event.eventId}`, to: { person: event.operator }, body: { type: 'text', text } },
    ];
  }
  if (event.kind !== 'message') return [];
  return [
    {
      key: `apology:${event.messageId}`,
      to: { replyTo: event.messageId, chat: event.chatId },
      body: {
        type: 'text',
        text: says ?? '这条消息没能处理成功，系统管理员已可在日志里看到原因。请稍后再发一次。',
      },
    },
  ];
}
