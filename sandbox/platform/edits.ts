import { z } from 'zod';
import type { Message } from '../model.ts';
import { botOf } from '../state/chats.ts';
import { readContent } from './content.ts';
import { type ApiCall, type Endpoint, fields, type Platform } from './endpoint.ts';
import { PlatformError, refusal, unknownId } from './errors.ts';
import { messageData } from './message-data.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a card of schema 2.0 can be clicked and updated. */
export const CARD_LIFE_MS = 14 * DAY_MS;
const MOST_EDITS = 20;
const CHANGE = ['im:message', 'im:message:send_as_bot', 'im:message:update'];

/** What is done to messages that exist: update a card, edit a text, recall, read (feishu-platform §3.7, §4.2). */
export function editEndpoints(platform: Platform): Endpoint[] {
  const path = '/im/v1/messages/:message_id';
  return [
    { method: 'PATCH', path, scopes: CHANGE, handle: (call) => patchCard(platform, call) },
    { method: 'PUT', path, scopes: CHANGE, handle: (call) => editText(platform, call) },
    {
      method: 'DELETE',
      path,
      scopes: [...CHANGE, 'im:message:recall'],
      handle: (call) => recall(platform, call),
    },
    {
      method: 'GET',
      path,
      scopes: ['im:message', 'im:message:readonly'],
      handle: (call) => read(platform, call),
    },
  ];
}

function patchCard(platform: Platform, call: ApiCall): unknown {
  const { content } = fields(z.object({ content: z.string().min(1) }), call.body);
  const message = known(platform, call);
  if (message.recalled) throw refusal(230011);
  if (message.type !== 'interactive') throw refusal(230001, 'the message is not a card');
  if (!isOwn(platform, message)) throw refusal(230027, 'the card was sent by another app');
  if (message.onlyFor !== undefined) throw refusal(230054, 'only one person sees the card');
  checkAge(platform, message);
  platform.limits.countReceiver(message.messageId);
  replaceCard(platform, message, content);
  return {};
}

/** @throws PlatformError 230031 */
export function checkAge(platform: Platform, message: Message): void {
  if (platform.clock.now() - message.at > CARD_LIFE_MS) throw refusal(230031);
}

/** Puts another card in a message's place, for everybody. The last writer wins. */
export function replaceCard(platform: Platform, message: Message, content: string): void {
  const chat = platform.state.chats.get(message.chatId);
  if (chat === undefined) throw refusal(230002);
  const isClicked = [...platform.clicking.values()].includes(message.messageId);
  if (platform.faults.has('card-locked') && isClicked) throw cardLocked();
  message.content = readContent({ platform, chat, msgType: 'interactive', content }).content;
  message.updatedAt = platform.clock.now();
  platform.state.changed(message);
}

function cardLocked(): PlatformError {
  const says =
    'Failed to create card content, ext=ErrCode: 11310; ErrMsg: card action is lock; ErrorValue: ; ';
  return new PlatformError({ code: 230099, says });
}

function editText(platform: Platform, call: ApiCall): unknown {
  const schema = z.object({ msg_type: z.string(), content: z.string().min(1) });
  const body = fields(schema, call.body);
  const message = known(platform, call);
  if (message.recalled) throw refusal(230011);
  if (!isOwn(platform, message)) throw refusal(230071);
  const editable = (type: string) => type === 'text' || type === 'post';
  if (!editable(message.type) || !editable(body.msg_type)) throw refusal(230054);
  if (message.edits >= MOST_EDITS) throw refusal(230072);
  if (platform.clock.now() - message.at > DAY_MS) throw refusal(230075);
  const chat = platform.state.chats.get(message.chatId);
  if (chat === undefined) throw refusal(230002);
  const content = readContent({ platform, chat, msgType: body.msg_type, content: body.content });
  Object.assign(message, content, { updatedAt: platform.clock.now(), edits: message.edits + 1 });
  platform.state.changed(message);
  return messageData(platform, message);
}

function recall(platform: Platform, call: ApiCall): unknown {
  const message = known(platform, call);
  if (!isOwn(platform, message)) throw refusal(230026);
  if (message.recalled) throw refusal(230011);
  if (platform.clock.now() - message.at > DAY_MS) throw refusal(230009);
  message.recalled = true;
  message.updatedAt = platform.clock.now();
  platform.state.changed(message);
  return {};
}

function read(platform: Platform, call: ApiCall): unknown {
  const message = known(platform, call);
  const chat = platform.state.chats.get(message.chatId);
  if (chat === undefined || !chat.botIn) throw refusal(230002);
  return { items: [messageData(platform, message)] };
}

/** The message a path names. */
export function known(platform: Platform, call: ApiCall): Message {
  const messageId = call.params.message_id ?? '';
  const message = platform.state.message(messageId);
  if (message === undefined) throw unknownId('open_message_id', messageId);
  return message;
}

/** Whether the bot sent it. */
export function isOwn(platform: Platform, message: Message): boolean {
  return message.from === botOf(platform.state).openId;
}
