import { buildAutomaton } from './automaton.ts';
import { fold } from './fold.ts';

/** A turn of speech found with anything between its words: characters [start, end). */
export interface GappedHit<V> {
  start: number;
  end: number;
  /** Where its first word ends and its second begins. */
  gap: readonly [number, number];
  value: V;
}

/** Finds turns of speech whose words stand apart (`开|盘…店|铺面` in `开了三家小饭店`). */
export interface GappedFinder<V> {
  find(text: string): GappedHit<V>[];
}

/** Stands between the words of a turn in the lexicon. */
const GAP = '…';
/** Characters that may stand between two words of a turn. */
const REACH = 6;
const BREAK = /[,，。.;；:：!！?？、\s]/;

/** Whether a word of the lexicon is such a turn. */
export const isGapped = (say: string) => say.includes(GAP);

interface Part<V> {
  turn: number;
  value: V;
}

/** Builds the finder over turns: two stretches with `…` between, each one word or several with `|` between. */
export function buildGappedFinder<V>(turns: Iterable<readonly [string, V]>): GappedFinder<V> {
  const first = new Map<string, Part<V>[]>();
  const second = new Map<string, Part<V>[]>();
  let turn = 0;
  for (const [say, value] of turns) {
    const [before = '', after = ''] = say.split(GAP);
    for (const word of before.split('|')) put(first, fold(word), { turn, value });
    for (const word of after.split('|')) put(second, fold(word), { turn, value });
    turn += 1;
  }
  const starts = buildAutomaton(first);
  const ends = buildAutomaton(second);
  return {
    find(text) {
      const begun = starts.find(text);
      if (begun.length === 0) return [];
      const ended = Map.groupBy(ends.find(text), (hit) => hit.start);
      return begun.flatMap((a) => {
        const found: GappedHit<V>[] = [];
        for (let at = a.end; at <= a.end + REACH && at < text.length; at++) {
          for (const b of ended.get(at) ?? [])
            for (const { turn: said, value } of a.value)
              if (b.value.some((part) => part.turn === said))
                found.push({ start: a.start, end: b.end, gap: [a.end, at], value });
          if (BREAK.test(text[at] ?? '')) break;
        }
        return found;
      });
    },
  };
}

function put<V>(parts: Map<string, Part<V>[]>, word: string, part: Part<V>): void {
  const known = parts.get(word);
  if (known) known.push(part);
  else parts.set(word, [part]);
}
