import { newId } from '../ids.ts';
import type { Chat, Message } from '../model.ts';
import { TENANT_KEY } from '../platform/message-data.ts';
import { idsOf } from '../push/envelope.ts';
import { blankMessage, botOf } from '../state/chats.ts';
import { ActError, type Conversation, type ConversationDeps } from './conversation.ts';

/** What people do beside writing: react, open the bot's chat, press its menu, let it into a group or put it out. */
export class Acts {
  readonly #deps: ConversationDeps;
  readonly #conversation: Conversation;

  constructor(deps: ConversationDeps, conversation: Conversation) {
    this.#deps = deps;
    this.#conversation = conversation;
  }

  /** Sets a reaction, or takes it back when it is there. */
  react(openId: string, messageId: string, emoji: string): Message {
    const message = this.#deps.state.message(messageId);
    if (message === undefined || message.onlyFor !== undefined) throw new ActError(404, '没有这条消息');
    this.#conversation.chatFor(openId, message.chatId);
    const index = message.reactions.findIndex(
      (reaction) => reaction.by === openId && reaction.emoji === emoji,
    );
    if (index >= 0) message.reactions.splice(index, 1);
    else message.reactions.push({ reactionId: newId(''), emoji, by: openId, at: this.#deps.clock.now() });
    this.#deps.state.changed(message);
    return message;
  }

  /** Marks everything in a chat as read. */
  read(openId: string, chatId: string): void {
    const chat = this.#conversation.chatFor(openId, chatId);
    const seq = this.#deps.state.messagesIn(chat.chatId).at(-1)?.seq ?? 0;
    if (seq > this.#deps.state.readUpTo(openId, chat.chatId))
      this.#deps.state.markRead({ openId, chatId: chat.chatId, seq });
  }

  /** Opens the direct chat with the bot; the platform says so each time. */
  enter(openId: string): Chat {
    const { state, scopes } = this.#deps;
    const chat = this.#conversation.chatFor(openId, botOf(state).openId);
    const last = state.messagesIn(chat.chatId).at(-1);
    this.#deps.push('im.chat.access_event.bot_p2p_chat_entered_v1', {
      chat_id: chat.chatId,
      operator_id: idsOf(this.#conversation.person(openId), scopes),
      ...(last ? { last_message_id: last.messageId, last_message_create_time: String(last.at) } : {}),
    });
    return chat;
  }

  /** Presses an item of the bot's menu. */
  menu(openId: string, eventKey: string): void {
    const person = this.#conversation.person(openId);
    this.#deps.push('application.bot.menu_v6', {
      operator: { operator_name: person.name, operator_id: idsOf(person, this.#deps.scopes) },
      event_key: eventKey,
      timestamp: String(Math.floor(this.#deps.clock.now() / 1000)),
    });
  }

  /** Lets the bot into a group, or puts it out of it. */
  setBotIn(openId: string, chatId: string, isIn: boolean): void {
    const { state, clock, scopes } = this.#deps;
    const chat = this.#conversation.chatFor(openId, chatId);
    if (chat.type !== 'group') throw new ActError(400, '不是群聊');
    if (chat.botIn === isIn) return;
    const person = this.#conversation.person(openId);
    const bot = botOf(state);
    state.putChat({ ...chat, botIn: isIn });
    const text = isIn
      ? `${person.name} 邀请 ${bot.name} 加入了群聊`
      : `${person.name} 将 ${bot.name} 移出了群聊`;
    state.addMessage(
      blankMessage({
        messageId: newId('om_'),
        chatId,
        from: '',
        at: clock.now(),
        type: 'system',
        content: JSON.stringify({ text }),
      }),
    );
    this.#deps.push(`im.chat.member.bot.${isIn ? 'added' : 'deleted'}_v1`, {
      chat_id: chatId,
      operator_id: idsOf(person, scopes),
      external: false,
      operator_tenant_key: TENANT_KEY,
      name: chat.name,
      i18n_names: { zh_cn: chat.name, en_us: '', ja_jp: '' },
    });
  }

  /** Makes a group with people in it; the bot is let in by `setBotIn`. */
  makeGroup(openId: string, name: string, people: readonly string[]): Chat {
    const members = new Set([openId, ...people].map((id) => this.#conversation.person(id).openId));
    const chat: Chat = {
      chatId: newId('oc_'),
      type: 'group',
      name,
      people: [...members].filter((id) => id !== botOf(this.#deps.state).openId),
      botIn: false,
      mayMentionAll: false,
      dissolved: false,
      ownerId: openId,
      createdAt: this.#deps.clock.now(),
    };
    this.#deps.state.putChat(chat);
    return chat;
  }
}
