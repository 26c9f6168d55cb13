import type { z } from 'zod';
import type { ChatId, MessageId, OpenId } from '../ids.ts';
import type { InboundEvent, MessageEvent } from '../inbox/event.ts';
import {
  BotMembership,
  CardAction,
  ChatEntered,
  type Envelope,
  FileContent,
  ImageContent,
  MenuPressed,
  MessageReceived,
  OuterContext,
  PostContent,
  TextContent,
} from './payloads.ts';

type Normalizer = (envelope: Envelope) => InboundEvent | undefined;

const NORMALIZERS: Record<string, Normalizer> = {
  'im.message.receive_v1': message,
  'card.action.trigger': click,
  'im.chat.member.bot.added_v1': (envelope) => membership(envelope, 'bot-added'),
  'im.chat.member.bot.deleted_v1': (envelope) => membership(envelope, 'bot-removed'),
  'im.chat.access_event.bot_p2p_chat_entered_v1': entered,
  'application.bot.menu_v6': menu,
};

/**
 * The platform's envelope as our event.
 *
 * @returns undefined for a kind that the bot does not serve, or whose content is not of its documented shape.
 */
export function normalize(envelope: Envelope): InboundEvent | undefined {
  return NORMALIZERS[envelope.header.event_type]?.(envelope);
}

function base(envelope: Envelope): { eventId: string; appId: string } {
  return { eventId: envelope.header.event_id, appId: envelope.header.app_id };
}

function message(envelope: Envelope): MessageEvent | undefined {
  const parsed = MessageReceived.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const { sender, message: wire } = parsed.data;
  const content = readContent(wire.message_type, wire.content);
  if (content === undefined) return undefined;
  return {
    ...base(envelope),
    kind: 'message',
    messageId: wire.message_id as MessageId,
    chatId: wire.chat_id as ChatId,
    chatType: wire.chat_type === 'p2p' ? 'direct' : 'group',
    sender: (sender.sender_id?.open_id ?? '') as OpenId,
    senderType: sender.sender_type === 'user' && sender.sender_id?.open_id ? 'person' : 'other',
    mentions: (wire.mentions ?? []).map((mention) => ({
      key: mention.key,
      openId: (mention.id.open_id || undefined) as OpenId | undefined,
      name: mention.name,
    })),
    ...content,
  };
}

type Content = Pick<MessageEvent, 'text' | 'attachment'>;

const CONTENT_READERS: Record<string, (json: unknown) => Content | undefined> = {
  text: (json) =>
    onSuccess(TextContent.safeParse(json), (text) => ({ text: text.text, attachment: undefined })),
  post: (json) =>
    onSuccess(PostContent.safeParse(json), (post) => ({ text: flat(post), attachment: undefined })),
  file: (json) =>
    onSuccess(FileContent.safeParse(json), (file) => ({
      text: '',
      attachment: { type: 'file', key: file.file_key, name: file.file_name },
    })),
  image: (json) =>
    onSuccess(ImageContent.safeParse(json), (image) => ({
      text: '',
      attachment: { type: 'image', key: image.image_key, name: '' },
    })),
};

function readContent(type: string, content: string): Content | undefined {
  const reader = CONTENT_READERS[type];
  // Stickers, locations, votes…: known to be a message, with nothing in it to read.
  if (reader === undefined) return { text: '', attachment: undefined };
  try {
    return reader(JSON.parse(content));
  } catch {
    return undefined;
  }
}

function onSuccess<T>(
  result: { success: true; data: T } | { success: false },
  read: (data: T) => Content,
): Content | undefined {
  return result.success ? read(result.data) : undefined;
}

function flat(post: z.infer<typeof PostContent>): string {
  const paragraphs = post.content.map((nodes) =>
    nodes.map((node) => (node.tag === 'at' ? (node.user_id ?? '') : (node.text ?? ''))).join(''),
  );
  return [post.title, ...paragraphs].filter((line) => line !== '').join('\n');
}

function click(envelope: Envelope): InboundEvent | undefined {
  const parsed = CardAction.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  const { operator, action } = parsed.data;
  const context = parsed.data.context ?? OuterContext.safeParse(envelope).data?.context;
  const value = action.value;
  return {
    ...base(envelope),
    kind: 'click',
    operator: operator.open_id as OpenId,
    messageId: (context?.open_message_id ?? '') as MessageId,
    chatId: (context?.open_chat_id ?? '') as ChatId,
    value: typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {},
    form: action.form_value ?? {},
    option: action.option,
  };
}

function membership(envelope: Envelope, kind: 'bot-added' | 'bot-removed'): InboundEvent | undefined {
  const parsed = BotMembership.safeParse(envelope.event);
  if (!parsed.success) return undefined;
  return {
    ...base(envelope),
    kind,
    chatId: parsed.data.chat_id as ChatId,
    operator: parsed.data.operator_id?.open_id as OpenId | undefined,
  };
}

function entered(envelope: Envelope): InboundEvent | undefined {
  const parsed = ChatEntered.safeParse(envelope.event);
  const openId = parsed.data?.operator_id.open_id;
  if (!parsed.success || openId === undefined) return undefined;
  return {
    ...base(envelope),
    kind: 'entered',
    chatId: parsed.data.chat_id as ChatId,
    operator: openId as OpenId,
  };
}

function menu(envelope: Envelope): InboundEvent | undefined {
  const parsed = MenuPressed.safeParse(envelope.event);
  const openId = parsed.data?.operator.operator_id.open_id;
  if (!parsed.success || openId === undefined) return undefined;
  return { ...base(envelope), kind: 'menu', operator: openId as OpenId, menuKey: parsed.data.event_key };
}
