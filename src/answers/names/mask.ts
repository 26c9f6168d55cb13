import type { EntityKind, Mention } from './entities.ts';

const LETTER: Record<EntityKind, string> = {
  unit: 'U',
  person: 'P',
  group: 'G',
  subLead: 'S',
  measure: 'M',
  clause: 'C',
  body: 'B',
  office: 'O',
  elsewhere: 'E',
};

/** A text with each firm mention as one capital letter. */
export function maskMentions(text: string, mentions: readonly Mention[]): string {
  let out = '';
  let at = 0;
  for (const mention of mentions) {
    if (mention.how === 'hint') continue;
    out += text.slice(at, mention.start) + LETTER[mention.kind];
    at = mention.end;
  }
  return out + text.slice(at);
}

/** The same with each hint as a small letter. */
export function maskWithHints(text: string, mentions: readonly Mention[]): string {
  let out = '';
  let at = 0;
  for (const { kind, how, start, end } of mentions) {
    if (start < at) continue;
    out += text.slice(at, start) + (how === 'hint' ? LETTER[kind].toLowerCase() : LETTER[kind]);
    at = end;
  }
  return out + text.slice(at);
}

/** A masked text with the names back in it, in their order; undefined where not each has its letter. */
export function unmasked(masked: string, mentions: readonly Mention[]): string | undefined {
  const names = mentions.flatMap(({ how, text }) => (how === 'hint' ? [] : [text]));
  if ((masked.match(/[A-Z]/g)?.length ?? 0) !== names.length) return undefined;
  let at = 0;
  return masked.replace(/[A-Z]/g, () => names[at++] ?? '');
}
