import { z } from 'zod';

/** A piece of the bulletin that the office edits by itself: one field of a card holds it. */
const BulletinPart = z.object({
  /** `head:title`, `overall`, `group:4`, … */
  id: z.string(),
  /** Its heading; a task group's stands below the second section's. */
  title: z.string(),
  /** Paragraphs, one a line. */
  text: z.string(),
  /** Raised with each change of this part. */
  version: z.number().int(),
});
export type BulletinPart = z.infer<typeof BulletinPart>;

/** A field of a card holds no more. */
export const LONGEST_PART = 1000;

/** Parts of the paper's frame rather than of its text. */
export const HEAD_PARTS = ['head:issuer', 'head:title', 'head:to', 'head:copies'] as const;
export type HeadPart = (typeof HEAD_PARTS)[number];

/** Parts as they are stored. */
export function readParts(content: string): BulletinPart[] {
  return z.array(BulletinPart).parse(JSON.parse(content));
}

export function isHead({ id }: BulletinPart): boolean {
  return HEAD_PARTS.some((one) => one === id);
}

export function isGroup({ id }: BulletinPart): boolean {
  return id.startsWith('group:');
}

/** The text of a part; empty where there is none. */
export function textOf(parts: readonly BulletinPart[], id: HeadPart | string): string {
  return parts.find((part) => part.id === id)?.text ?? '';
}

/** The parts with one text changed and its version raised. */
export function withText(
  parts: readonly BulletinPart[],
  change: { id: string; text: string },
): BulletinPart[] {
  return parts.map((part) =>
    part.id === change.id ? { ...part, text: change.text, version: part.version + 1 } : part,
  );
}
