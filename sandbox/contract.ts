/**
 * What the chat page and the emulator say to each other. Everything below `/sandbox/api`; `as` is the open_id of
 * the person that the page is used as. Instants are ms since the epoch, as in the platform's own messages.
 */

export interface SandboxPerson {
  openId: string;
  name: string;
  /** What he is in the story, in Chinese (`区领导 · 组长`, `财政局联络员`, `领导小组办公室`, `路人`). */
  role: string;
  mobile: string;
  isBot: boolean;
  /** One of those that the story is told with; they come first. */
  featured?: boolean;
}

export interface SandboxChat {
  chatId: string;
  type: 'group' | 'p2p';
  /** For p2p: the name of the other side. */
  name: string;
  /** open_ids, the bot among them. */
  members: string[];
  unread: number;
  last?: { at: number; preview: string; from: string };
}

export type SandboxBody =
  | { type: 'text'; text: string; mentions: { key: string; openId: string; name: string }[] }
  | { type: 'post'; content: unknown }
  | { type: 'card'; card: unknown; expiresAt: number }
  | { type: 'file'; fileKey: string; name: string; size: number }
  | { type: 'image'; imageKey: string; size: number }
  | { type: 'system'; text: string };

export interface SandboxMessage {
  messageId: string;
  chatId: string;
  from: string;
  at: number;
  updatedAt: number;
  body: SandboxBody;
  replyTo?: string;
  reactions: { emoji: string; by: string[] }[];
  urgentFor: string[];
  /** The only one of the group who sees it. */
  onlyFor?: string;
  recalled: boolean;
  /** Raised with each change of the message: the page keeps the newest. */
  version: number;
}

export interface SandboxCommand {
  commandId: string;
  command: string;
  description: string;
}

/** One call the bot made, one event pushed to it, or one card callback with its answer. */
export interface SandboxCall {
  id: number;
  at: number;
  direction: 'call' | 'push' | 'callback';
  what: string;
  request: unknown;
  status: number;
  code?: number;
  answer: unknown;
  ms: number;
}

export const FAULTS = [
  'rate-limit', // the next calls get 429 with the reset header
  'server-error', // 500
  'hang', // no answer until the caller gives up
  'token-invalid', // 99991663 once per token
  'duplicate-delivery', // every event is pushed twice
  'new-event-id', // the second push carries a new event id and the same message id
  'lost-callback', // a click never reaches the bot
  'unordered', // events are pushed in another order
  'lost-answer', // a call takes effect, but its answer is lost: 500
  'card-locked', // a card cannot be updated while a click on it waits for its answer
] as const;
export type Fault = (typeof FAULTS)[number];

/** `GET state?as=` */
export interface SandboxState {
  me: SandboxPerson;
  people: SandboxPerson[];
  chats: SandboxChat[];
  commands: SandboxCommand[];
  clock: { now: number; offsetMs: number };
  faults: Fault[];
  botOpenId: string;
}

/** `GET chats/:chatId/messages?as=&before=<messageId>&limit=` newest last. */
export interface SandboxPageOfMessages {
  messages: SandboxMessage[];
  hasMore: boolean;
}

/**
 * `POST chats/:chatId/messages?as=` → SandboxMessage: a text, or a file uploaded before by `POST files?as=` (multipart
 * `file`) → `{fileKey|imageKey, name, size}`. `mentions` are open_ids in their order; each stands in the text as
 * `@name` and comes back as `@_user_1`, `@_user_2`… with its name in `SandboxBody.mentions`.
 */
export type SandboxSend =
  | { text: string; mentions: string[]; replyTo?: string }
  | { fileKey: string }
  | { imageKey: string };

/** `POST messages/:messageId/actions?as=`: what the client would send as `event.action`; the zone is added. */
export interface SandboxAction {
  tag: string;
  value?: unknown;
  name?: string;
  form_value?: Record<string, unknown>;
  input_value?: string;
  option?: string;
  options?: string[];
  checked?: boolean;
}

/**
 * Its answer: what Feishu's client would show. `code` is the client's error (200340, 200341, 200671…), `says` its
 * words; `says` without a code is a refusal by the client itself (recalled, expired).
 */
export interface SandboxActionResult {
  toast?: { type: 'info' | 'success' | 'error' | 'warning'; content: string };
  code?: number;
  says?: string;
}

/**
 * `GET stream?as=` (Server-Sent Events): one JSON object an event. `message` comes for new and changed ones of the
 * person's own chats; `chats` when the list, a membership or what he has read elsewhere changed: ask for the state.
 */
export type SandboxEvent =
  | { type: 'hello'; now: number }
  | { type: 'message'; message: SandboxMessage }
  | { type: 'chats' }
  | { type: 'clock'; now: number; offsetMs: number }
  | { type: 'call'; call: SandboxCall }
  | { type: 'commands'; commands: SandboxCommand[] };

/*
 * Also: `POST chats/:chatId/read?as=` · `POST messages/:messageId/reactions?as=` {emoji} (again: taken back) ·
 * `GET files/:key` (bytes) · `GET calls?after=` → SandboxCall[] · `GET/POST faults` {faults} ·
 * `POST clock` {now} or {jump:'T-10'|'T-3'|'T0'|'T+1'|'monday'|'quarter-end'} → {now, offsetMs} ·
 * `POST chats/:chatId/enter?as=` (a person opens the bot's direct chat) · `POST people/:openId/menu` {eventKey} ·
 * `POST chats/:chatId/bot?as=` {isIn} (lets the bot into a group or puts it out).
 * A direct chat may be named by the bot's open_id. A refusal is 400, 403 or 404 with `{error}`, a Chinese sentence.
 */
