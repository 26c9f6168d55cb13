import { fieldOf } from '../cards/form.ts';

/** A section as people edit it; a field of a card holds 1,000. */
export const LONGEST_SECTION = 3000;
const FIELD = 1000;
/** So that there is room to write in each field. */
const COMFORTABLE = 800;
const MOST_FIELDS = 6;
/** XML 1.0 has no place for these. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text by paragraphs, one a line, without what a paper cannot show. */
export function paragraphsOf(text: string): string {
  return text
    .replace(CONTROL, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** A text in pieces that fit a field, cut between paragraphs where that can be; an empty one at the end to go on in. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const line of text.split('\n').flatMap(chunks)) {
    const last = pieces.at(-1);
    const isTogether = last !== undefined && last.length + line.length < COMFORTABLE;
    if (isTogether) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces.length < MOST_FIELDS ? [...pieces, ''] : pieces;
}

/** The whole text of a form's fields. */
export function typedIn(sent: Record<string, unknown>): string {
  const all = Array.from({ length: MOST_FIELDS }, (_, index) => fieldOf(sent, fieldName(index)));
  return paragraphsOf(all.join('\n'));
}

export const fieldName = (index: number) => `text_${index + 1}`;

function chunks(line: string): string[] {
  if (line.length <= FIELD) return [line];
  return [line.slice(0, FIELD), ...chunks(line.slice(FIELD))];
}
