import { isHan } from '../characters/fold.ts';
import { soundOf, soundsOf } from '../characters/pinyin.ts';
import { PARTICLES } from '../question/wording.ts';
import type { ConceptHit, Synonyms } from './synonyms.ts';

/** Characters of ways of talking: a pair with one of them counts only where the notice or its askers have it. */
const LOOSE = new Set([
  ...PARTICLES,
  ...'说讲写提想能还老总真太很挺点些样整弄搞啥咋先再给俩仨啊哦嘞咧您俺恁',
]);

/** What a text is looked up by. */
export interface Term {
  key: string;
  /** What it counts of how rare it is. */
  share: number;
  /** It holds a particle: it counts only where it is a word of the notice. */
  isLoose: boolean;
  /** Concepts that may stand in for it. */
  concepts: readonly string[];
}

/** The key of a concept among the terms. */
export const conceptKey = (hit: ConceptHit) => `§${hit.concept}`;

/** A pair of Chinese characters by its sound: meets a pair that is written with wrong characters (`连动`, `联动`). */
export function soundKey(pair: string): string | undefined {
  const [a = '', b = ''] = pair;
  return isHan(a) && isHan(b) ? `~${soundOf(a)} ${soundOf(b)}` : undefined;
}

/** A word typed in letters. */
export const PINYIN = /(?<![a-z\d])[a-z][a-z' ]{4,40}[a-z](?![a-z\d])/g;

/** Pairs of syllables typed in letters (`zhaiwu huishoulv`), as the sounds of pairs of characters. */
export function typedSounds(part: string, syllables: ReadonlySet<string>): string[] {
  return [...part.matchAll(PINYIN)].flatMap(({ 0: run, index }) => {
    const typed = soundsOf(run, syllables).map((s) => s.sound);
    // Two syllables alone stand for too many words; a character beside them tells which.
    const beside = [part[index - 1], part[index + run.length]].map((char) =>
      char !== undefined && isHan(char) && !LOOSE.has(char) ? [soundOf(char)] : [],
    );
    const sounds = typed.length > 1 ? [...(beside[0] ?? []), ...typed, ...(beside[1] ?? [])] : typed;
    return sounds.length < 3 ? [] : sounds.slice(1).map((sound, i) => `~${sounds[i]} ${sound}`);
  });
}

/** Character pairs and single characters, the latter marked. */
export function gramsOf(text: string): string[] {
  const grams: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (isBreak(char)) continue;
    grams.push(`¹${char}`);
    const next = text[i + 1];
    if (next !== undefined && !isBreak(next)) grams.push(char + next);
  }
  return grams;
}

const isBreak = (char: string) => /[\s,，。.、;；:：!！?？()|]/.test(char);

/** Single characters weigh little: they only soften word order and compounds (办某件, 某件办理). */
const SINGLE = 0.3;

/** The terms of stretches of content, each with its weight and what may stand in for it. */
export function queryTerms(parts: readonly string[], synonyms: Synonyms): Term[] {
  const terms: Term[] = [];
  const none: readonly string[] = [];
  for (const part of parts) {
    const hits = synonyms.find(part);
    for (let i = 0; i < part.length; i++) {
      const char = part[i] ?? '';
      if (isBreak(char)) continue;
      const covering = (from: number, to: number) =>
        hits.length === 0 ? none : hits.filter((h) => h.start <= from && to <= h.end).map(conceptKey);
      const isLoose = LOOSE.has(char);
      if (!isLoose) {
        terms.push({
          key: `¹${char}`,
          share: SINGLE,
          isLoose,
          concepts: covering(i, i + 1),
        });
      }
      const next = part[i + 1];
      if (next === undefined || isBreak(next)) continue;
      terms.push({
        key: char + next,
        share: 1,
        isLoose: isLoose || LOOSE.has(next),
        concepts: covering(i, i + 2),
      });
    }
  }
  return terms;
}
