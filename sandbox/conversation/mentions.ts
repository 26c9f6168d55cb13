import type { Mention, Person } from '../model.ts';

/**
 * Puts the keys `@_user_1`, `@_user_2`… where the text says `@name`, in the order of the mentions, as the client does.
 * Somebody who is mentioned but not written goes to the front.
 */
export function markMentions(
  text: string,
  mentioned: readonly Person[],
): { text: string; mentions: Mention[] } {
  let marked = text;
  let front = '';
  const mentions = mentioned.map((person, index): Mention => {
    const key = `@_user_${index + 1}`;
    const written = `@${person.name}`;
    if (marked.includes(written)) marked = marked.replace(written, () => key);
    else if (!marked.includes(key)) front += `${key} `;
    return { key, openId: person.openId, name: person.name };
  });
  return { text: front + marked, mentions };
}
