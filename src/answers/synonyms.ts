import { buildAutomaton } from './automaton.ts';
import { fold } from './fold.ts';

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

/** Builds the finder over rows of words with one meaning; a word may stand in several rows. */
export function buildSynonyms(rows: readonly (readonly string[])[]): Synonyms {
  const concepts = new Map<string, number[]>();
  rows.forEach((row, concept) => {
    for (const word of row) {
      const key = fold(word);
      concepts.set(key, [...(concepts.get(key) ?? []), concept]);
    }
  });
  const automaton = buildAutomaton(concepts);
  return {
    find: (text) =>
      automaton
        .find(text)
        .flatMap((hit) => hit.value.map((concept) => ({ start: hit.start, end: hit.end, concept }))),
  };
}
