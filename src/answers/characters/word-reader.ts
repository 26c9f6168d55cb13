import { sizesOf } from './word-sizes.ts';

/** A text read word by word, as a row of letters. */
export interface Reading {
  /** The letter of each word in its order, without what says nothing (`-`). */
  letters: string;
  /** Characters that are no words of the vocabulary. */
  unread: string;
}

interface Step extends Reading {
  words: number;
}

/** Longer texts ask several things at once; they are not read. */
const LONGEST_TEXT = 60;

/** Builds a reader over words by letter; it leaves as little unread as it can, in as few words. `-` says nothing. */
export function buildReader(vocabulary: Readonly<Record<string, string>>): (text: string) => Reading {
  const endsOf = buildEndReader(vocabulary);
  return (text) => endsOf(text)[0] ?? { letters: '', unread: text };
}

/** The same of every end of a text, by where it begins; none of a text that is too long. */
export function buildEndReader(
  vocabulary: Readonly<Record<string, string>>,
): (text: string) => readonly Reading[] {
  const letterOf = new Map(
    Object.entries(vocabulary).flatMap(([letter, words]) =>
      words.split(' ').map((word) => [word, letter === '-' ? '' : letter] as const),
    ),
  );
  const sizesAt = sizesOf(letterOf.keys());
  return (text) => {
    if (text.length > LONGEST_TEXT) return [];
    const rest: Step[] = [];
    rest[text.length] = { letters: '', unread: '', words: 0 };
    for (let at = text.length - 1; at >= 0; at--) {
      const next = rest[at + 1];
      let best = next && { ...next, unread: `${text.charAt(at)}${next.unread}` };
      for (const size of sizesAt(text, at)) {
        const letter = letterOf.get(text.slice(at, at + size));
        const behind = rest[at + size];
        if (letter === undefined || !behind || !best || !isBetter(behind, best)) continue;
        best = { letters: letter + behind.letters, unread: behind.unread, words: behind.words + 1 };
      }
      if (best) rest[at] = best;
    }
    return rest;
  };
}

const isBetter = (behind: Step, best: Step) =>
  behind.unread.length < best.unread.length ||
  (behind.unread.length === best.unread.length && behind.words + 1 < best.words);
