/** A piece of the bulletin: a section, a task group's paragraph, or a line of the paper's frame. */
export interface BulletinPart {
  /** `head:title`, `overall`, `group:4`, … */
  id: string;
  /** Its heading; a task group's stands below the second section's. */
  title: string;
  /** Paragraphs, one a line. */
  text: string;
}

/** A field of a card holds no more. */
export const LONGEST_PART = 1000;

/** Parts of the paper's frame rather than of its text. */
export const HEAD_PARTS = ['head:issuer', 'head:title', 'head:to', 'head:copies'] as const;
export type HeadPart = (typeof HEAD_PARTS)[number];

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
