import { z } from 'zod';
import { checkOldCard } from '../card/old.ts';
import { newId } from '../ids.ts';
import { blankMessage, botOf } from '../state/chats.ts';
import { LARGEST_CARD } from './content.ts';
import { type ApiCall, type Endpoint, fields, type Platform } from './endpoint.ts';
import { refusal, unknownId } from './errors.ts';
import { mayWriteIn } from './receivers.ts';

const MOST_A_SECOND = 40;
// NOTE: an older table names no scope of its own; the right to send as the bot is what a bot in a group has anyway.
const SEND = ['im:message', 'im:message:send_as_bot'];
const Body = z.object({
  chat_id: z.string().min(1),
  open_id: z.string().min(1),
  msg_type: z.literal('interactive'),
  card: z.record(z.string(), z.unknown()),
});

/** A card that one person of a group sees. There is no `uuid`: each call shows another one. */
export function ephemeralEndpoints(platform: Platform): Endpoint[] {
  return [
    {
      method: 'POST',
      path: '/ephemeral/v1/send',
      scopes: SEND,
      handle: (call) => show(platform, call),
    },
  ];
}

function show(platform: Platform, call: ApiCall): unknown {
  const { state, clock, limits } = platform;
  const { chat_id, open_id, card } = fields(Body, call.body);
  const chat = state.chats.get(chat_id);
  if (chat === undefined) throw unknownId('open_chat_id', chat_id);
  // Seen on the real platform for whatever is no plain group.
  if (chat.type !== 'group' || chat.isTopic === true) throw refusal(18053);
  mayWriteIn(platform, chat);
  if (state.people.get(open_id) === undefined) throw unknownId('open_id', open_id);
  // NOTE: the code for somebody outside the group is unconfirmed.
  if (!chat.people.includes(open_id)) throw refusal(232011);
  const content = JSON.stringify(card);
  if (Buffer.byteLength(content, 'utf8') > LARGEST_CARD) throw refusal(230025);
  checkOldCard(card);
  limits.countReceiver(`ephemeral ${chat_id}`, MOST_A_SECOND);
  const message = state.addMessage({
    ...blankMessage({
      messageId: newId('om_'),
      chatId: chat_id,
      from: botOf(state).openId,
      at: clock.now(),
      type: 'interactive',
      content,
    }),
    onlyFor: open_id,
  });
  return { message_id: message.messageId };
}
