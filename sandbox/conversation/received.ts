import type { Chat, Message } from '../model.ts';
import { TENANT_KEY } from '../platform/message-data.ts';
import { idsOf } from '../push/envelope.ts';
import { botOf } from '../state/chats.ts';
import type { ConversationDeps } from './conversation.ts';

const EVERY_GROUP_MESSAGE = 'im:message.group_msg';
const MENTIONS = ['im:message.group_at_msg', 'im:message.group_at_msg:readonly', EVERY_GROUP_MESSAGE];
const DIRECT = ['im:message.p2p_msg', 'im:message.p2p_msg:readonly'];

/** Whether the platform tells the bot of a message (feishu-platform §7.2). */
function reachesBot(of: {
  message: Message;
  chat: Chat;
  botOpenId: string;
  scopes: ReadonlySet<string>;
}): boolean {
  const granted = (scopes: readonly string[]) => scopes.some((scope) => of.scopes.has(scope));
  if (!of.chat.botIn) return false;
  if (of.chat.type === 'p2p') return granted(DIRECT);
  if (granted([EVERY_GROUP_MESSAGE])) return true;
  return granted(MENTIONS) && of.message.mentions.some((mention) => mention.openId === of.botOpenId);
}

/** Pushes `im.message.receive_v1` for a message that the bot may see. */
export function tellBot(deps: ConversationDeps, message: Message, chat: Chat): void {
  const { state, scopes } = deps;
  const sender = state.people.get(message.from);
  if (!sender || !reachesBot({ message, chat, botOpenId: botOf(state).openId, scopes })) return;
  deps.push('im.message.receive_v1', {
    sender: { sender_id: idsOf(sender, scopes), sender_type: 'user', tenant_key: TENANT_KEY },
    message: {
      message_id: message.messageId,
      ...(message.rootId === '' ? {} : { root_id: message.rootId, parent_id: message.parentId }),
      ...(message.threadId === '' ? {} : { thread_id: message.threadId }),
      create_time: String(message.at),
      update_time: String(message.updatedAt),
      chat_id: chat.chatId,
      chat_type: chat.type,
      message_type: message.type,
      content: message.content,
      ...(message.mentions.length === 0 ? {} : { mentions: mentionsOf(deps, message) }),
      user_agent: 'Mozilla/5.0 (sandbox) Lark/7.70',
    },
  });
}

function mentionsOf({ state, scopes }: ConversationDeps, message: Message): unknown[] {
  return message.mentions.map((mention) => {
    const person = state.people.get(mention.openId);
    return {
      key: mention.key,
      id: person ? idsOf(person, scopes) : { open_id: mention.openId },
      name: mention.name,
      tenant_key: TENANT_KEY,
      ...(person?.isBot ? { mentioned_type: 'bot' } : {}),
    };
  });
}
