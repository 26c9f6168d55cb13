import type { Envelope } from './push/envelope.ts';

/** What the emulator keeps. Instants are ms since the epoch on the sandbox's clock. */

export interface Person {
  openId: string;
  unionId: string;
  userId: string;
  name: string;
  /** What the person is in the story, in Chinese. */
  role: string;
  mobile: string;
  /** The unit the person speaks for, as the notice spells it; empty for leaders and strangers. */
  unit: string;
  isBot: boolean;
  /** Inside the app's availability and contact range. */
  inRange: boolean;
  /** One of those that the story is told with. */
  featured: boolean;
}

export interface Chat {
  chatId: string;
  type: 'group' | 'p2p';
  /** Empty for p2p. */
  name: string;
  /** open_ids of the people; the bot's membership is `botIn`. */
  people: string[];
  botIn: boolean;
  /** 话题群: some calls are for plain groups only. */
  isTopic?: boolean;
  /** Whether the bot may mention everybody. */
  mayMentionAll: boolean;
  dissolved: boolean;
  ownerId: string;
  createdAt: number;
}

export interface Mention {
  /** `@_user_1`, the literal found in the text. */
  key: string;
  openId: string;
  name: string;
}

export type MessageType = 'text' | 'post' | 'image' | 'file' | 'interactive' | 'system';

export interface Message {
  messageId: string;
  chatId: string;
  /** open_id; the bot's for what it sent; empty for a system message. */
  from: string;
  at: number;
  updatedAt: number;
  type: MessageType;
  /** JSON text in the platform's receiving form: mentions are keys, a post has no locale. */
  content: string;
  mentions: Mention[];
  rootId: string;
  parentId: string;
  threadId: string;
  reactions: Reaction[];
  urgentFor: string[];
  /** The only one who sees it; absent: everybody in the chat. */
  onlyFor?: string;
  recalled: boolean;
  edits: number;
  version: number;
  /** Order over all chats. */
  seq: number;
}

interface Reaction {
  reactionId: string;
  emoji: string;
  by: string;
  at: number;
}

export interface StoredFile {
  key: string;
  kind: 'image' | 'file';
  /** The platform's `file_type` for what the app uploaded (`stream`, `pdf`…), empty for people's files. */
  fileType: string;
  name: string;
  /** open_id of who uploaded it. */
  owner: string;
  bytes: Uint8Array;
}

export interface Command {
  commandId: string;
  command: string;
  description: string;
  /** As the app registered it. */
  definition: Record<string, unknown>;
}

/** What a client that was used once sent within the hour: the same uuid gives the same message. */
export interface Sent {
  uuid: string;
  messageId: string;
  at: number;
}

/** How far a person has read a chat. */
export interface ReadMark {
  openId: string;
  chatId: string;
  seq: number;
}

/** An event that has not been acknowledged yet. */
export interface PendingPush {
  eventId: string;
  envelope: Envelope;
  /** Pushes made so far. */
  attempts: number;
  dueAt: number;
}

export interface Credentials {
  /** `cli_` and 16 hex digits, or the SDK's long connection refuses to start. */
  appId: string;
  appSecret: string;
  /** Empty: pushes are neither signed nor encrypted. */
  encryptKey: string;
  verificationToken: string;
}
