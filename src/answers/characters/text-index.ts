/** Things found by what stands in their texts. */
export interface TextIndex<T> {
  /** Those whose text has the words, in their order. */
  having(words: string): T[];
  /** Those whose text has each of the characters, in their order. */
  havingEach(chars: string): T[];
}

/** Builds the index: only texts with the rarest character of what is looked for are read. */
export function indexTexts<T>(items: readonly T[], textOf: (item: T) => string): TextIndex<T> {
  const entries = items.map((item) => ({ item, text: textOf(item) }));
  const byChar = new Map<string, typeof entries>();
  for (const entry of entries) {
    for (const char of new Set(entry.text)) {
      const list = byChar.get(char);
      if (list) list.push(entry);
      else byChar.set(char, [entry]);
    }
  }
  const withRarest = (chars: string) => {
    let rarest = entries;
    for (const char of chars) {
      const list = byChar.get(char) ?? [];
      if (list.length < rarest.length) rarest = list;
    }
    return rarest;
  };
  const found = (chars: string, fits: (text: string) => boolean) =>
    withRarest(chars)
      .filter(({ text }) => fits(text))
      .map(({ item }) => item);
  return {
    having: (words) => found(words, (text) => text.includes(words)),
    havingEach: (chars) => {
      const all = [...chars];
      return found(chars, (text) => all.every((char) => text.includes(char)));
    },
  };
}
