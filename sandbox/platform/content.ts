import { z } from 'zod';
import { checkCard } from '../card/check.ts';
import type { Chat, Mention, MessageType } from '../model.ts';
import type { Platform } from './endpoint.ts';
import { refusal } from './errors.ts';
import { withMentionKeys } from './mentions.ts';
import { postContent } from './post.ts';

/** What a message holds, in the receiving form. */
export interface Content {
  type: MessageType;
  content: string;
  mentions: Mention[];
}

const KILOBYTE = 1024;
const LARGEST_TEXT = 150 * KILOBYTE;
export const LARGEST_CARD = 30 * KILOBYTE;

/** Every type the platform knows; those that are not below are refused here, since no client draws them. */
const READERS: Record<
  string,
  (of: { platform: Platform; chat: Chat; value: Record<string, unknown> }) => Content
> = {
  text: ({ platform, chat, value }) => {
    const { text } = shaped(z.strictObject({ text: z.string().min(1) }), value);
    const marked = withMentionKeys(platform, chat, text);
    return { type: 'text', content: JSON.stringify({ text: marked.text }), mentions: marked.mentions };
  },
  post: ({ platform, chat, value }) => postContent(platform, chat, value),
  image: ({ platform, value }) => {
    const { image_key } = shaped(z.strictObject({ image_key: z.string() }), value);
    ownFile(platform, image_key, 'image');
    return { type: 'image', content: JSON.stringify({ image_key }), mentions: [] };
  },
  file: ({ platform, value }) => {
    const { file_key } = shaped(z.strictObject({ file_key: z.string() }), value);
    const file = ownFile(platform, file_key, 'file');
    if (file.fileType === 'opus' || file.fileType === 'mp4') throw refusal(230055);
    const content = JSON.stringify({ file_key, file_name: file.name });
    return { type: 'file', content, mentions: [] };
  },
  interactive: ({ platform, chat, value }) => {
    checkCard(value, { platform, chat });
    return { type: 'interactive', content: JSON.stringify(value), mentions: [] };
  },
};

/**
 * Reads the `content` of a message to be sent.
 *
 * @throws PlatformError 230025 too long, 230001 malformed, 230099 a card that cannot be built, 230017, 230055.
 */
export function readContent(of: {
  platform: Platform;
  chat: Chat;
  msgType: string;
  content: string;
}): Content {
  const reader = READERS[of.msgType];
  if (reader === undefined) throw refusal(230001, `msg_type ${of.msgType} is not valid`);
  const limit = of.msgType === 'interactive' || of.msgType === 'post' ? LARGEST_CARD : LARGEST_TEXT;
  if (Buffer.byteLength(of.content, 'utf8') > limit) throw refusal(230025);
  return reader({ platform: of.platform, chat: of.chat, value: parsed(of.content) });
}

function parsed(content: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // The same answer as for JSON that is no object.
  }
  throw refusal(230001, 'content is not a string in json format');
}

function shaped<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw refusal(230001, `invalid content: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

function ownFile(platform: Platform, key: string, kind: 'image' | 'file') {
  const file = platform.state.files.get(key);
  if (file === undefined || file.kind !== kind) throw refusal(230001, `invalid ${kind}_key`);
  if (file.fileType === '') throw refusal(230017);
  return file;
}
