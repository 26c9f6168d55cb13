/** Adverbs that people put into the middle of a set phrase (`电老接不上`). */
const ADVERBS = /老是|总是|一直|一点|[老总又还也都就]/g;

/** A text without the adverbs in it, and where each of its characters stood. */
export interface Squeezed {
  text: string;
  /** The place in the whole text of the character at an index, with the end of the text as the last one. */
  at(index: number): number;
}

/** Undefined where there is nothing to leave out. */
export function squeeze(text: string): Squeezed | undefined {
  const places: number[] = [];
  let from = 0;
  for (const found of text.matchAll(ADVERBS)) {
    for (let at = from; at < found.index; at++) places.push(at);
    from = found.index + found[0].length;
  }
  if (from === 0) return undefined;
  for (let at = from; at < text.length; at++) places.push(at);
  return {
    text: places.map((place) => text[place] ?? '').join(''),
    at: (index) => places[index] ?? text.length,
  };
}
