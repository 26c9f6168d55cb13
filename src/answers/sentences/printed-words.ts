import { fold } from '../characters/fold.ts';
import type { Desk } from '../handler.ts';
import type { Question } from '../question/parse.ts';

/** A spoken name of a group that stands nowhere in the notice (`甲许`) is looked up as the notice writes it. */
export function inPrintedWords(
  parts: readonly string[],
  { mentions }: Question,
  { facts, retriever }: Desk,
): readonly string[] {
  const spoken = mentions.flatMap((m) => {
    const [entity] = m.entities;
    const isUnprinted =
      (m.how === 'spoken' || m.how === 'typo') && retriever.unknownShare([m.text]) > UNPRINTED;
    const group = entity?.kind === 'group' && isUnprinted ? facts.group(entity.no) : undefined;
    return group ? [[m.text, fold(group.field)] as const] : [];
  });
  if (spoken.length === 0) return parts;
  return parts.map((part) => spoken.reduce((text, [said, field]) => text.replace(said, field), part));
}

const UNPRINTED = 0.3;
