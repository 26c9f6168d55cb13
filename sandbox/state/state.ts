import type { Chat, Command, Message, PendingPush, Person, ReadMark, Sent, StoredFile } from '../model.ts';
import type { Records } from './records.ts';
import { Table } from './table.ts';

/** What those who watch the world are told. */
export type Change =
  | { kind: 'message'; message: Message }
  | { kind: 'chats' }
  | { kind: 'read'; openId: string }
  | { kind: 'commands' };

/** The emulated tenant: its people, chats, messages and files, and what the app registered. */
export class State {
  readonly people: Table<Person>;
  readonly chats: Table<Chat>;
  readonly files: Table<StoredFile>;
  readonly commands: Table<Command>;
  readonly sent: Table<Sent>;
  readonly reads: Table<ReadMark>;
  readonly pushes: Table<PendingPush>;
  readonly settings: Table<{ name: string; value: unknown }>;
  readonly #messages: Table<Message>;
  readonly #byChat = new Map<string, Message[]>();
  readonly #watchers = new Set<(change: Change) => void>();
  #seq = 0;

  constructor(records: Records) {
    this.people = new Table(records, 'people', (person: Person) => person.openId);
    this.chats = new Table(records, 'chats', (chat: Chat) => chat.chatId);
    this.files = new Table(records, 'files', (file: StoredFile) => file.key);
    this.commands = new Table(records, 'commands', (command: Command) => command.commandId);
    this.sent = new Table(records, 'sent', (sent: Sent) => sent.uuid);
    this.reads = new Table(records, 'reads', (mark: ReadMark) => readKey(mark));
    this.pushes = new Table(records, 'pushes', (push: PendingPush) => push.eventId);
    this.settings = new Table(
      records,
      'settings',
      (setting: { name: string; value: unknown }) => setting.name,
    );
    this.#messages = new Table(records, 'messages', (message: Message) => message.messageId);
    for (const message of this.#messages.all().sort((a, b) => a.seq - b.seq)) this.#file(message);
  }

  message(messageId: string): Message | undefined {
    return this.#messages.get(messageId);
  }

  /** Oldest first; not to be changed by the caller. */
  messagesIn(chatId: string): readonly Message[] {
    return this.#byChat.get(chatId) ?? [];
  }

  /** Adds a message at the end of its chat. */
  addMessage(message: Omit<Message, 'seq' | 'version'>): Message {
    const added = { ...message, seq: this.#seq + 1, version: 1 };
    this.#file(added);
    this.#messages.put(added);
    this.#tell({ kind: 'message', message: added });
    return added;
  }

  /** Keeps a message that was changed in place, and tells the watchers. */
  changed(message: Message): void {
    message.version += 1;
    this.#messages.put(message);
    this.#tell({ kind: 'message', message });
  }

  putChat(chat: Chat): void {
    this.chats.put(chat);
    this.#tell({ kind: 'chats' });
  }

  markRead(mark: ReadMark): void {
    this.reads.put(mark);
    this.#tell({ kind: 'read', openId: mark.openId });
  }

  readUpTo(openId: string, chatId: string): number {
    return this.reads.get(readKey({ openId, chatId }))?.seq ?? 0;
  }

  commandsChanged(): void {
    this.#tell({ kind: 'commands' });
  }

  /** Calls back after each change. Gives back what ends it. */
  watch(callback: (change: Change) => void): () => void {
    this.#watchers.add(callback);
    return () => this.#watchers.delete(callback);
  }

  #file(message: Message): void {
    this.#seq = Math.max(this.#seq, message.seq);
    const messages = this.#byChat.get(message.chatId);
    if (messages) messages.push(message);
    else this.#byChat.set(message.chatId, [message]);
  }

  #tell(change: Change): void {
    for (const watcher of [...this.#watchers]) watcher(change);
  }
}

function readKey(mark: { openId: string; chatId: string }): string {
  return `${mark.chatId} ${mark.openId}`;
}
