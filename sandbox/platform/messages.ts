import { z } from 'zod';
import { newId } from '../ids.ts';
import type { Chat, Message } from '../model.ts';
import { blankMessage, botOf } from '../state/chats.ts';
import { readContent } from './content.ts';
import { type ApiCall, type Endpoint, fields, type Platform } from './endpoint.ts';
import { refusal, unknownId } from './errors.ts';
import { messageData } from './message-data.ts';
import { chatOfReceiver, mayWriteIn, RECEIVE_ID_TYPES } from './receivers.ts';

const HOUR_MS = 60 * 60 * 1000;
const SEND = ['im:message', 'im:message:send_as_bot', 'im:message:send'];
const Uuid = z.string().max(50).optional();
const Body = z.object({ msg_type: z.string().min(1), content: z.string().min(1), uuid: Uuid });
const SendBody = Body.extend({ receive_id: z.string().min(1) });
const SendQuery = z.object({ receive_id_type: z.enum(RECEIVE_ID_TYPES) });
const ReplyBody = Body.extend({ reply_in_thread: z.boolean().optional() });

/** Send and reply (feishu-platform §4.2). */
export function messageEndpoints(platform: Platform): Endpoint[] {
  return [
    {
      method: 'POST',
      path: '/im/v1/messages',
      scopes: SEND,
      handle: (call) => send(platform, call),
    },
    {
      method: 'POST',
      path: '/im/v1/messages/:message_id/reply',
      scopes: SEND,
      handle: (call) => reply(platform, call),
    },
  ];
}

function send(platform: Platform, call: ApiCall): unknown {
  const { receive_id_type } = fields(SendQuery, call.query);
  const body = fields(SendBody, call.body);
  const chat = chatOfReceiver(platform, receive_id_type, body.receive_id);
  return delivered(platform, { chat, body, where: {} });
}

function reply(platform: Platform, call: ApiCall): unknown {
  const body = fields(ReplyBody, call.body);
  const parent = repliable(platform, call.params.message_id ?? '');
  const chat = platform.state.chats.get(parent.chatId);
  if (chat === undefined) throw refusal(230002);
  mayWriteIn(platform, chat);
  const opensThread = body.reply_in_thread === true && parent.threadId === '';
  const where = {
    rootId: parent.rootId === '' ? parent.messageId : parent.rootId,
    parentId: parent.messageId,
    threadId: opensThread ? newId('omt_') : parent.threadId,
  };
  return delivered(platform, { chat, body, where });
}

function repliable(platform: Platform, messageId: string): Message {
  const message = platform.state.message(messageId);
  if (message === undefined) throw unknownId('open_message_id', messageId);
  if (message.recalled) throw refusal(230011);
  return message;
}

interface Delivery {
  chat: Chat;
  body: z.infer<typeof Body>;
  where: Partial<Pick<Message, 'rootId' | 'parentId' | 'threadId'>>;
}

function delivered(platform: Platform, { chat, body, where }: Delivery): unknown {
  const { state, clock } = platform;
  const before = sentBefore(platform, body.uuid);
  if (before) return messageData(platform, before);
  const content = readContent({ platform, chat, msgType: body.msg_type, content: body.content });
  platform.limits.countReceiver(chat.chatId);
  const message = state.addMessage({
    ...blankMessage({
      messageId: newId('om_'),
      chatId: chat.chatId,
      from: botOf(state).openId,
      at: clock.now(),
      type: content.type,
      content: content.content,
    }),
    ...where,
    mentions: content.mentions,
  });
  if (body.uuid) state.sent.put({ uuid: body.uuid, messageId: message.messageId, at: message.at });
  return messageData(platform, message);
}

/** The message that the same uuid sent within the hour. */
function sentBefore(platform: Platform, uuid: string | undefined): Message | undefined {
  const { state, clock } = platform;
  const sent = uuid ? state.sent.get(uuid) : undefined;
  if (sent === undefined) return undefined;
  if (Math.abs(clock.now() - sent.at) < HOUR_MS) return state.message(sent.messageId);
  state.sent.delete(sent.uuid);
  return undefined;
}
