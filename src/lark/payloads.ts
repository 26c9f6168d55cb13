import { z } from 'zod';

/** The platform's wire types, as far as the bot reads them (feishu-platform §1.2, §2). Unknown fields are dropped. */

const Ids = z.object({ open_id: z.string().optional() });

const Header = z.object({
  event_id: z.string().min(1),
  event_type: z.string().min(1),
  token: z.string().optional(),
  app_id: z.string(),
});

// Loose: what stands beside `event` is kept, see `OuterContext`.
export const Envelope = z.looseObject({ schema: z.literal('2.0'), header: Header, event: z.unknown() });
export type Envelope = z.infer<typeof Envelope>;

export const Challenge = z.object({
  type: z.literal('url_verification'),
  challenge: z.string(),
  token: z.string(),
});

const WireMention = z.object({ key: z.string(), id: Ids, name: z.string().default('') });

export const MessageReceived = z.object({
  sender: z.object({ sender_id: Ids.nullish(), sender_type: z.string().default('user') }),
  message: z.object({
    message_id: z.string().min(1),
    chat_id: z.string().min(1),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z.array(WireMention).nullish(),
  }),
});

export const BotMembership = z.object({ chat_id: z.string().min(1), operator_id: Ids.nullish() });

export const ChatEntered = z.object({ chat_id: z.string().min(1), operator_id: Ids });

export const MenuPressed = z.object({ operator: z.object({ operator_id: Ids }), event_key: z.string() });

const ClickContext = z.object({
  open_message_id: z.string().optional(),
  open_chat_id: z.string().optional(),
});

// NOTE: some of the platform's pages print `context` beside `event` instead of inside it, so both are read.
export const CardAction = z.object({
  operator: z.object({ open_id: z.string().min(1) }),
  action: z.object({
    value: z.unknown(),
    name: z.string().optional(),
    option: z.string().optional(),
    form_value: z.record(z.string(), z.unknown()).nullish(),
  }),
  context: ClickContext.optional(),
});
export const OuterContext = z.object({ context: ClickContext.optional() });

export const TextContent = z.object({ text: z.string() });
export const FileContent = z.object({ file_key: z.string(), file_name: z.string().default('') });
export const ImageContent = z.object({ image_key: z.string() });
const PostNode = z.object({
  tag: z.string(),
  text: z.string().optional(),
  user_id: z.string().optional(),
  href: z.string().optional(),
});
export const PostContent = z.object({
  title: z.string().default(''),
  content: z.array(z.array(PostNode)),
});
