import { z } from 'zod';
import type { Chat, Mention } from '../model.ts';
import type { Content } from './content.ts';
import type { Platform } from './endpoint.ts';
import { refusal } from './errors.ts';

const style = z.array(z.enum(['bold', 'underline', 'lineThrough', 'italic'])).optional();
const Node = z.discriminatedUnion('tag', [
  z.strictObject({ tag: z.literal('text'), text: z.string(), un_escape: z.boolean().optional(), style }),
  z.strictObject({ tag: z.literal('a'), text: z.string(), href: z.string(), style }),
  z.strictObject({ tag: z.literal('at'), user_id: z.string(), user_name: z.string().optional(), style }),
  z.strictObject({ tag: z.literal('img'), image_key: z.string() }),
  z.strictObject({ tag: z.literal('media'), file_key: z.string(), image_key: z.string().optional() }),
  z.strictObject({ tag: z.literal('emotion'), emoji_type: z.string() }),
  z.strictObject({ tag: z.literal('hr') }),
  z.strictObject({ tag: z.literal('code_block'), language: z.string().optional(), text: z.string() }),
  z.strictObject({ tag: z.literal('md'), text: z.string() }),
]);
type Node = z.infer<typeof Node>;

const Body = z.strictObject({ title: z.string().optional(), content: z.array(z.array(Node)) });
const LOCALES = ['zh_cn', 'en_us', 'ja_jp', 'zh_hk', 'zh_tw'] as const;
const Post = z.strictObject(
  Object.fromEntries(LOCALES.map((locale) => [locale, Body.optional()])) as Record<
    (typeof LOCALES)[number],
    z.ZodOptional<typeof Body>
  >,
);
const ALONE: readonly string[] = ['img', 'media', 'md'];

/**
 * Reads a `post` as it is sent (with a locale) into the form in which it is received (without).
 *
 * @throws PlatformError 230001, 230017, 230027.
 */
export function postContent(platform: Platform, chat: Chat, value: unknown): Content {
  const result = Post.safeParse(value);
  if (!result.success) throw refusal(230001, `invalid post: ${result.error.issues[0]?.message ?? ''}`);
  const body = LOCALES.map((locale) => result.data[locale]).find((found) => found !== undefined);
  if (body === undefined) throw refusal(230001, 'invalid post: no locale');
  const mentions: Mention[] = [];
  for (const paragraph of body.content) {
    if (paragraph.length > 1 && paragraph.some((node) => ALONE.includes(node.tag)))
      throw refusal(230001, 'invalid post: img, media and md stand alone in their paragraph');
    for (const node of paragraph) checkKeys(platform, node);
  }
  const content = body.content.map((paragraph) =>
    paragraph.map((node) => received(node, { platform, chat, mentions })),
  );
  return { type: 'post', content: JSON.stringify({ title: body.title ?? '', content }), mentions };
}

function checkKeys(platform: Platform, node: Node): void {
  const key = node.tag === 'img' ? node.image_key : node.tag === 'media' ? node.file_key : undefined;
  if (key === undefined) return;
  const file = platform.state.files.get(key);
  if (file === undefined) throw refusal(230001, `invalid post: unknown key ${key}`);
  if (file.fileType === '') throw refusal(230017);
}

function received(node: Node, of: { platform: Platform; chat: Chat; mentions: Mention[] }): unknown {
  if (node.tag !== 'at') return node;
  if (node.user_id === 'all') {
    if (!of.chat.mayMentionAll) throw refusal(230027, 'mention all is not allowed in this chat');
    return { tag: 'at', user_id: '@_all', user_name: '' };
  }
  const person = of.platform.state.people.get(node.user_id);
  if (person === undefined) throw refusal(230001, `invalid post: unknown user_id ${node.user_id}`);
  const key = `@_user_${of.mentions.length + 1}`;
  of.mentions.push({ key, openId: person.openId, name: person.name });
  return { tag: 'at', user_id: key, user_name: person.name };
}
