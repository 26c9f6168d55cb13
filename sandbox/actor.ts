import { keepFile } from './api/upload.ts';
import type { SandboxAction, SandboxActionResult } from './contract.ts';
import type { Acts } from './conversation/acts.ts';
import type { Clicks } from './conversation/clicks.ts';
import type { Conversation } from './conversation/conversation.ts';
import { actionOfPress, type FormValues } from './conversation/press.ts';
import type { Message } from './model.ts';
import { botOf } from './state/chats.ts';
import type { State } from './state/state.ts';

interface Parts {
  openId: string;
  state: State;
  conversation: Conversation;
  acts: Acts;
  clicks: Clicks;
}

/** A person's hands, for tests and for seeding: what he could do in the client. */
export class Actor {
  readonly openId: string;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.openId = parts.openId;
  }

  /** Writes into a chat; `mentionBot` puts the bot's mention before the text, other mentions stand in it as `@name`. */
  say(
    chatId: string,
    text: string,
    options: { mentionBot?: boolean; mentions?: readonly string[]; replyTo?: string } = {},
  ): Message {
    const { state, conversation } = this.#parts;
    const bot = botOf(state).openId;
    const mentions = [...(options.mentionBot ? [bot] : []), ...(options.mentions ?? [])];
    return conversation.say(this.openId, chatId, { text, mentions, replyTo: options.replyTo });
  }

  /** Writes to the bot. */
  direct(text: string, options: { replyTo?: string } = {}): Message {
    return this.say(botOf(this.#parts.state).openId, text, options);
  }

  /** Sends a rich text: `content` is a post in the receiving form, `mentions` the people its `at` tags key. */
  post(chatId: string, content: unknown, mentions: Message['mentions'] = []): Message {
    const sending = { type: 'post', content: JSON.stringify(content), mentions } as const;
    return this.#parts.conversation.send(this.openId, chatId, sending);
  }

  /** Uploads a file and sends it; a picture is known by its bytes. */
  attach(chatId: string, file: { name: string; bytes: Uint8Array }): Message {
    const kept = keepFile(this.#parts.state, { openId: this.openId, ...file });
    const key = 'imageKey' in kept ? kept.imageKey : kept.fileKey;
    return this.#parts.conversation.attach(this.openId, chatId, key);
  }

  /** Sends what a component would send; resolves to what the client then shows. */
  click(messageId: string, action: SandboxAction): Promise<SandboxActionResult> {
    return this.#parts.clicks.click(this.openId, messageId, action);
  }

  /** Presses the button with a label (or name) on the card as it is now; a submit button takes its form along. */
  press(
    messageId: string,
    label: string,
    options: { form?: FormValues; nth?: number } = {},
  ): Promise<SandboxActionResult> {
    const message = this.#parts.state.message(messageId);
    if (message?.type !== 'interactive') throw new Error(`${messageId} is no card`);
    return this.click(messageId, actionOfPress(JSON.parse(message.content), label, options));
  }

  react(messageId: string, emoji: string): Message {
    return this.#parts.acts.react(this.openId, messageId, emoji);
  }

  /** Opens the direct chat with the bot. */
  enter(): void {
    this.#parts.acts.enter(this.openId);
  }

  /** Presses an item of the bot's menu. */
  menu(eventKey: string): void {
    this.#parts.acts.menu(this.openId, eventKey);
  }

  /** Reads a chat up to its end. */
  read(chatId: string): void {
    this.#parts.acts.read(this.openId, chatId);
  }

  /** Makes a group with people in it, without the bot; gives back its chat_id. */
  makeGroup(name: string, people: readonly string[]): string {
    return this.#parts.acts.makeGroup(this.openId, name, people).chatId;
  }

  /** Lets the bot into a group. */
  inviteBot(chatId: string): void {
    this.#parts.acts.setBotIn(this.openId, chatId, true);
  }

  /** Puts the bot out of a group. */
  removeBot(chatId: string): void {
    this.#parts.acts.setBotIn(this.openId, chatId, false);
  }
}
