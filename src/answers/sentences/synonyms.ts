import { buildAutomaton } from '../characters/automaton.ts';
import { fold } from '../characters/fold.ts';
import { buildGappedFinder, isGapped } from '../characters/gapped.ts';

/** A word of a synonym row found in a text. */
export interface ConceptHit {
  start: number;
  end: number;
  concept: number;
}

/** Finds words that mean the same as others. */
export interface Synonyms {
  find(text: string): ConceptHit[];
}

/** Builds the finder over rows of words with one meaning; a word may stand in several rows, a turn with `…` for words apart. */
export function buildSynonyms(rows: readonly (readonly string[])[]): Synonyms {
  const concepts = new Map<string, number[]>();
  const apart: (readonly [string, number])[] = [];
  rows.forEach((row, concept) => {
    for (const word of row) {
      if (isGapped(word)) {
        apart.push([word, concept]);
        continue;
      }
      const key = fold(word);
      concepts.set(key, [...(concepts.get(key) ?? []), concept]);
    }
  });
  const automaton = buildAutomaton(concepts);
  const gapped = buildGappedFinder(apart);
  return {
    find: (text) => [
      ...automaton
        .find(text)
        .flatMap((hit) => hit.value.map((concept) => ({ start: hit.start, end: hit.end, concept }))),
      ...gapped.find(text).flatMap(({ start, end, gap, value }) => [
        { start, end: gap[0], concept: value },
        { start: gap[1], end, concept: value },
      ]),
    ],
  };
}
