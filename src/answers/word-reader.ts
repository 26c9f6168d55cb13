/** A text read word by word, as a row of letters. */
export interface Reading {
  /** The letter of each word in its order, without what says nothing (`-`). */
  letters: string;
  /** The words behind the letters. */
  words: readonly string[];
  /** Characters that are no words of the vocabulary. */
  unread: string;
}

/** Builds a reader over words by letter, the longest known word first; `-` are words that say nothing. */
export function buildReader(vocabulary: Readonly<Record<string, string>>): (text: string) => Reading {
  const letterOf = new Map(
    Object.entries(vocabulary).flatMap(([letter, words]) =>
      words.split(' ').map((word) => [word, letter] as const),
    ),
  );
  const longest = Math.max(...[...letterOf.keys()].map((word) => word.length));
  const wordAt = (text: string, at: number): string | undefined => {
    for (let size = Math.min(longest, text.length - at); size > 0; size--)
      if (letterOf.has(text.slice(at, at + size))) return text.slice(at, at + size);
    return undefined;
  };
  return (text) => {
    let letters = '';
    let unread = '';
    const words: string[] = [];
    for (let at = 0; at < text.length; ) {
      const word = wordAt(text, at);
      const letter = word === undefined ? undefined : letterOf.get(word);
      if (word === undefined || letter === undefined) unread += text.charAt(at);
      else if (letter !== '-') {
        letters += letter;
        words.push(word);
      }
      at += word?.length ?? 1;
    }
    return { letters, words, unread };
  };
}
