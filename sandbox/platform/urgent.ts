import { z } from 'zod';
import { isOwn, known } from './edits.ts';
import { type ApiCall, type Endpoint, fields, type Platform } from './endpoint.ts';
import { refusal } from './errors.ts';

const MOST_UNREAD = 200;
// NOTE: how many users one call takes is unconfirmed; 200 is a guess.
const MOST_USERS = 200;
const Body = z.object({ user_id_list: z.array(z.string()).min(1).max(MOST_USERS) });
const Query = z.object({ user_id_type: z.enum(['open_id', 'union_id', 'user_id']) });

/** Buzz in the app: own messages, to people of the chat. */
export function urgentEndpoints(platform: Platform): Endpoint[] {
  return [
    {
      method: 'PATCH',
      path: '/im/v1/messages/:message_id/urgent_app',
      scopes: ['im:message.urgent'],
      handle: (call) => urge(platform, call),
    },
  ];
}

function urge(platform: Platform, call: ApiCall): unknown {
  const { user_id_type } = fields(Query, call.query);
  const { user_id_list } = fields(Body, call.body);
  const message = known(platform, call);
  if (message.recalled) throw refusal(230011);
  if (!isOwn(platform, message)) throw refusal(230027);
  const members = platform.state.chats.get(message.chatId)?.people ?? [];
  const invalid: string[] = [];
  for (const id of user_id_list) {
    const openId = openIdOf(platform, user_id_type, id);
    if (openId === undefined || !members.includes(openId)) invalid.push(id);
    else if (unreadUrgents(platform, openId) >= MOST_UNREAD) throw refusal(230023);
    else if (!message.urgentFor.includes(openId)) message.urgentFor.push(openId);
  }
  platform.state.changed(message);
  return { invalid_user_id_list: invalid };
}

function openIdOf(platform: Platform, type: 'open_id' | 'union_id' | 'user_id', id: string) {
  const { people } = platform.state;
  if (type === 'open_id') return people.get(id)?.openId;
  const found = people.find((person) => (type === 'union_id' ? person.unionId : person.userId) === id);
  return found?.openId;
}

function unreadUrgents(platform: Platform, openId: string): number {
  const { state } = platform;
  return state.chats
    .all()
    .filter((chat) => chat.people.includes(openId))
    .flatMap((chat) =>
      state.messagesIn(chat.chatId).filter((m) => m.seq > state.readUpTo(openId, chat.chatId)),
    )
    .filter((message) => message.urgentFor.includes(openId)).length;
}
