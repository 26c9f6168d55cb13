import type { Conversation } from './conversation/conversation.ts';
import { newId } from './ids.ts';
import type { Message } from './model.ts';
import { botOf } from './state/chats.ts';
import type { State } from './state/state.ts';

interface Parts {
  openId: string;
  state: State;
  conversation: Conversation;
}

/** A person's hands, for tests and for seeding: what he could do in the client. */
export class Actor {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Writes into a chat; `mentionBot` puts the bot's mention before the text. */
  say(
    chatId: string,
    text: string,
    options: { mentionBot?: boolean; mentions?: readonly string[]; replyTo?: string } = {},
  ): Message {
    const { openId, state, conversation } = this.#parts;
    const bot = botOf(state).openId;
    const mentions = [...(options.mentionBot ? [bot] : []), ...(options.mentions ?? [])];
    return conversation.say(openId, chatId, { text, mentions, replyTo: options.replyTo });
  }

  /** Writes to the bot. */
  direct(text: string, options: { replyTo?: string } = {}): Message {
    return this.say(botOf(this.#parts.state).openId, text, options);
  }

  /** Uploads a file and sends it; a picture where `kind` says so. */
  attach(chatId: string, file: { name: string; bytes: Uint8Array; kind?: 'image' | 'file' }): Message {
    const { openId, state, conversation } = this.#parts;
    const kind = file.kind ?? 'file';
    const key = newId(kind === 'image' ? 'img_v3_' : 'file_v3_');
    state.files.put({ key, kind, fileType: '', name: file.name, owner: openId, bytes: file.bytes });
    return conversation.attach(openId, chatId, key);
  }
}
