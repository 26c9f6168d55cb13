/** How long the words are that begin as a text does at a place, the longest first. */
export type WordSizes = (text: string, at: number) => readonly number[];

/** Tells which stretches of a text are worth looking up among words: few words begin with the same character. */
export function sizesOf(words: Iterable<string>): WordSizes {
  const byFirst = new Map<number, Set<number>>();
  for (const word of words) {
    const first = word.charCodeAt(0);
    byFirst.set(first, (byFirst.get(first) ?? new Set()).add(word.length));
  }
  const sizes = new Map([...byFirst].map(([first, all]) => [first, [...all].sort((a, b) => b - a)]));
  const none: readonly number[] = [];
  return (text, at) => sizes.get(text.charCodeAt(at)) ?? none;
}
