import type { OpenId } from '../ids.ts';

/** Somebody meant by a command: picked by a mention or in a form. */
export interface Picked {
  openId: OpenId;
  /** As the mention spelled it; a form gives none. */
  name?: string;
}

/** What is left of a command once its mentions are taken out. */
export interface WithoutMentions {
  text: string;
  /** Each once, in the order of the mentions. */
  people: Picked[];
  /** `@…` in the text that is nobody: typed by hand, or somebody whom the app does not see. */
  unknown: string[];
}

const TYPED_MENTION = /[@＠]([^\s@＠]*)/g;

/** Takes the mentioned people out of a command's text. */
export function withoutMentions(
  args: string,
  mentioned: readonly { openId: OpenId | undefined; name: string }[],
): WithoutMentions {
  let text = args;
  // Longest first: one name may begin another.
  for (const { openId, name } of [...mentioned].sort((a, b) => b.name.length - a.name.length)) {
    if (openId !== undefined) text = text.replaceAll(`@${name.replace(/\s+/g, ' ')}`, ' ');
  }
  const people = new Map<OpenId, Picked>();
  for (const { openId, name } of mentioned) if (openId !== undefined) people.set(openId, { openId, name });
  return {
    text: text
      .replace(TYPED_MENTION, ' ')
      // What stood between two mentions.
      .replace(/(^|\s)[、，,;；]+(?=\s|$)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
    people: [...people.values()],
    unknown: [...text.matchAll(TYPED_MENTION)].map((match) => match[1] ?? ''),
  };
}
