import type { SandboxClock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Chat, Message, MessageType, Person } from '../model.ts';
import { blankMessage, botOf, directChat } from '../state/chats.ts';
import type { State } from '../state/state.ts';
import { markMentions } from './mentions.ts';

/** What a person may not do, as a Chinese sentence for the page; `status` is the HTTP status. */
export class ActError extends Error {
  override name = 'ActError';
  readonly status: 400 | 403 | 404;
  constructor(status: 400 | 403 | 404, says: string) {
    super(says);
    this.status = status;
  }
}

export interface ConversationDeps {
  state: State;
  clock: SandboxClock;
  scopes: ReadonlySet<string>;
  push: (type: string, event: Record<string, unknown>) => void;
}

export interface Sending {
  type: MessageType;
  content: string;
  mentions?: Message['mentions'];
  replyTo?: string;
}

/** What people write to each other and to the bot. */
export class Conversation {
  readonly #deps: ConversationDeps;
  readonly #receive: (message: Message, chat: Chat) => void;

  constructor(deps: ConversationDeps, receive: (message: Message, chat: Chat) => void) {
    this.#deps = deps;
    this.#receive = receive;
  }

  /** A text; each mentioned person stands in it as `@name`, or is put before it. */
  say(
    openId: string,
    chatId: string,
    of: { text: string; mentions?: readonly string[]; replyTo?: string | undefined },
  ): Message {
    const { state } = this.#deps;
    const mentioned = (of.mentions ?? []).map((id) => this.person(id));
    const marked = markMentions(of.text, mentioned);
    if (marked.text.trim() === '') throw new ActError(400, '不能发送空消息');
    return this.send(openId, chatId, {
      type: 'text',
      content: JSON.stringify({ text: marked.text }),
      mentions: marked.mentions,
      ...(of.replyTo === undefined || state.message(of.replyTo) === undefined ? {} : { replyTo: of.replyTo }),
    });
  }

  /** A file or picture that was uploaded before. */
  attach(openId: string, chatId: string, key: string): Message {
    const file = this.#deps.state.files.get(key);
    if (file === undefined) throw new ActError(404, '文件不存在');
    const content = file.kind === 'image' ? { image_key: key } : { file_key: key, file_name: file.name };
    return this.send(openId, chatId, { type: file.kind, content: JSON.stringify(content) });
  }

  /** Puts a message into a chat that the person is in, and lets the bot know where it may. */
  send(openId: string, chatId: string, sending: Sending): Message {
    const chat = this.chatFor(openId, chatId);
    const parent = sending.replyTo === undefined ? undefined : this.#deps.state.message(sending.replyTo);
    const message = this.#deps.state.addMessage({
      ...blankMessage({
        messageId: newId('om_'),
        chatId: chat.chatId,
        from: openId,
        at: this.#deps.clock.now(),
        type: sending.type,
        content: sending.content,
      }),
      mentions: sending.mentions ?? [],
      ...(parent
        ? { parentId: parent.messageId, rootId: parent.rootId || parent.messageId, threadId: parent.threadId }
        : {}),
    });
    this.#deps.state.markRead({ openId, chatId: chat.chatId, seq: message.seq });
    this.#receive(message, chat);
    return message;
  }

  /** @throws ActError 404 for somebody who does not exist. */
  person(openId: string): Person {
    const person = this.#deps.state.people.get(openId);
    if (person === undefined) throw new ActError(404, '没有这个人');
    return person;
  }

  /** The chat, or the direct chat with the bot when `chatId` is the bot's open_id. */
  chatFor(openId: string, chatId: string): Chat {
    const { state, clock } = this.#deps;
    if (chatId === botOf(state).openId) return directChat(state, this.person(openId).openId, clock.now());
    const chat = state.chats.get(chatId);
    if (chat === undefined) throw new ActError(404, '会话不存在');
    if (!chat.people.includes(openId)) throw new ActError(403, '不是这个会话的成员');
    return chat;
  }
}
