import type { Chat } from '../model.ts';
import { type ApiCall, type Endpoint, fields, type Platform } from './endpoint.ts';
import { refusal, unknownId } from './errors.ts';
import { TENANT_KEY } from './message-data.ts';
import { PageQuery, page } from './paging.ts';

const READ = ['im:chat', 'im:chat:readonly', 'im:chat.group_info:readonly'];
const MEMBERS = [...READ, 'im:chat.members:read'];

/** The bot's groups and who is in them. */
export function chatEndpoints(platform: Platform): Endpoint[] {
  return [
    { method: 'GET', path: '/im/v1/chats', scopes: READ, handle: (call) => list(platform, call) },
    { method: 'GET', path: '/im/v1/chats/:chat_id', scopes: READ, handle: (call) => get(platform, call) },
    {
      method: 'GET',
      path: '/im/v1/chats/:chat_id/members',
      scopes: MEMBERS,
      handle: (call) => members(platform, call),
    },
  ];
}

// Direct chats are not listed.
function list(platform: Platform, call: ApiCall): unknown {
  const groups = platform.state.chats
    .all()
    .filter((chat) => chat.type === 'group' && chat.botIn && !chat.dissolved)
    .map((chat) => ({ chat_id: chat.chatId, ...chatData(chat) }));
  return page(groups, fields(PageQuery, call.query));
}

function get(platform: Platform, call: ApiCall): unknown {
  const chat = joined(platform, call);
  return {
    ...chatData(chat),
    chat_mode: chat.isTopic === true ? 'topic' : chat.type,
    chat_type: 'private',
    user_count: String(chat.people.length),
    bot_count: chat.botIn ? '1' : '0',
    chat_status: chat.dissolved ? 'dissolved' : 'normal',
  };
}

function members(platform: Platform, call: ApiCall): unknown {
  const chat = joined(platform, call);
  const people = chat.people.map((openId) => ({
    member_id_type: 'open_id',
    member_id: openId,
    name: platform.state.people.get(openId)?.name ?? '',
    tenant_key: TENANT_KEY,
  }));
  return { ...page(people, fields(PageQuery, call.query)), member_total: people.length };
}

function joined(platform: Platform, call: ApiCall): Chat {
  const chatId = call.params.chat_id ?? '';
  const chat = platform.state.chats.get(chatId);
  if (chat === undefined) throw unknownId('open_chat_id', chatId);
  if (chat.dissolved) throw refusal(232009);
  if (!chat.botIn) throw refusal(232011);
  return chat;
}

function chatData(chat: Chat): Record<string, unknown> {
  return {
    avatar: '',
    name: chat.name,
    description: '',
    owner_id: chat.ownerId,
    owner_id_type: 'open_id',
    external: false,
    tenant_key: TENANT_KEY,
  };
}
