import type { ChatId, MessageId, OpenId } from '../ids.ts';

/** Somebody mentioned in a message; `key` (`@_user_1`) is what stands for him in the text. */
export interface Mention {
  key: string;
  openId: OpenId | undefined;
  name: string;
}

interface EventBase {
  /** The platform's id of the push; a redelivery bears the same. */
  eventId: string;
  /** The app that it was pushed for. */
  appId: string;
}

/** A message of a person to the bot, or in a chat that the bot is in. */
export interface MessageEvent extends EventBase {
  kind: 'message';
  messageId: MessageId;
  chatId: ChatId;
  chatType: 'direct' | 'group';
  sender: OpenId;
  /** Who wrote it: a person, or a bot or the system, which get no answer. */
  senderType: 'person' | 'other';
  /** Plain text as typed, mentions still as their keys; empty for files. */
  text: string;
  mentions: Mention[];
  attachment: { type: 'file' | 'image'; key: string; name: string } | undefined;
}

/** A click on a card, with what its form held. */
export interface ClickEvent extends EventBase {
  kind: 'click';
  operator: OpenId;
  messageId: MessageId;
  chatId: ChatId;
  /** What the pressed component carries. */
  value: Record<string, unknown>;
  /** Fields by name, as the platform sends them. */
  form: Record<string, unknown>;
  /** The chosen option of a select outside a form. */
  option: string | undefined;
}

export interface ChatMembershipEvent extends EventBase {
  kind: 'bot-added' | 'bot-removed';
  chatId: ChatId;
  operator: OpenId | undefined;
}

/** A person opened the direct chat with the bot. */
export interface EnteredEvent extends EventBase {
  kind: 'entered';
  chatId: ChatId;
  operator: OpenId;
}

/** A press on the bot's menu. */
export interface MenuEvent extends EventBase {
  kind: 'menu';
  operator: OpenId;
  menuKey: string;
}

export type InboundEvent = MessageEvent | ClickEvent | ChatMembershipEvent | EnteredEvent | MenuEvent;
