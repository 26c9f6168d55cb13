import { type Numbered, pick } from './candidates.ts';
import type { Statement } from './statements.ts';
import type { Synonyms } from './synonyms.ts';
import { conceptKey, gramsOf, PINYIN, queryTerms, soundKey, type Term, typedSounds } from './terms.ts';

/** A statement and how much of the question's content it covers. */
export interface Match {
  statement: Statement;
  /** 0…1: share of the question's content, weighed by rarity, that the statement has. */
  coverage: number;
  /** Absolute weight of what is covered: tells a long match from a short one. */
  weight: number;
}

/** What to look for and where. */
interface Search {
  /** Stretches of content. */
  parts: readonly string[];
  /** Only statements that pass. */
  only?: (statement: Statement) => boolean;
  /** A factor on the coverage of a statement (1 = none). */
  boost?: (statement: Statement) => number;
}

/** Statements by content. */
export interface Retriever {
  search(search: Search): Match[];
  /** Share (0…1) of the content that stands nowhere in the notice. */
  unknownShare(parts: readonly string[]): number;
}

interface Entry {
  statement: Statement;
  /** Terms, by their numbers, in its own words, in questions it answers, and in its surroundings, which count less. */
  terms: ReadonlyMap<number, Place>;
  /** For each question it answers, what a search finds in that one beyond the rest; all zero between searches. */
  inAsk: Float64Array;
}

/** How a statement has a term. */
interface Place {
  /** In its own words or its surroundings. */
  own: number;
  /** In the questions it answers, taken together. */
  asked: number;
  /** In either. */
  most: number;
  /** In which of these. */
  in: number[];
}

const AROUND = 0.75;
const SYNONYM = 0.9;
const HOMOPHONE = 0.8;
/** Weight of a word typed in letters: only a word of the matter is worth typing so. */
const TYPED = 2;
/** Weight of a pair of characters that stands nowhere in the notice: often mere talk, sometimes the point. */
const UNHEARD = 0.7;
/** What a statement loses for words of the question that the notice has elsewhere and it has not. */
const PASSED_OVER = 0.3;
/** What a term counts that stands in another question of the statement than the one that is most like this one. */
const SCATTERED = 0.88;

/** Builds the index over statements. */
export function buildRetriever(statements: readonly Statement[], synonyms: Synonyms): Retriever {
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  const entries = statements.map((statement, index): Entry => {
    const terms = new Map<number, Place>();
    for (const [key, place] of termsOf(statement, synonyms)) {
      const no = numbers.get(key) ?? numbers.size;
      numbers.set(key, no);
      terms.set(no, place);
      const list = postings[no];
      if (list) list.push(index);
      else postings[no] = [index];
    }
    return { statement, terms, inAsk: new Float64Array(statement.asks.split('|').length) };
  });
  const sums = new Float64Array(entries.length);
  const printed = new Set(statements.flatMap((statement) => gramsOf(statement.folded)));
  const most = Math.log(1 + statements.length);
  const inPrint: number[] = [];
  for (const entry of entries)
    for (const [no, place] of entry.terms) if (place.own > 0) inPrint[no] = (inPrint[no] ?? 0) + 1;
  const rarity = (key: string) => {
    const no = numbers.get(key);
    const found = no === undefined ? undefined : (inPrint[no] ?? postings[no]?.length);
    return found === undefined ? UNHEARD : Math.log(1 + statements.length / found) / most;
  };
  const syllables = new Set(
    [...numbers.keys()].filter((key) => key.startsWith('~')).flatMap((key) => key.slice(1).split(' ')),
  );
  const read = (parts: readonly string[]): Numbered[] => {
    const typed = parts.map((part) => typedSounds(part, syllables));
    const written = parts.map((part, i) => ((typed[i] ?? []).length > 0 ? part.replace(PINYIN, ',') : part));
    return [
      ...queryTerms(written, synonyms, rarity)
        .filter((t) => !t.isLoose || numbers.has(t.key))
        .map((t) => asHeard(t, numbers)),
      ...typed.flat().map((key) => ({
        key,
        weight: TYPED * rarity(key),
        isLoose: false,
        concepts: [],
      })),
    ].map(({ key, weight, concepts }) => ({
      no: numbers.get(key),
      weight,
      concepts: concepts.flatMap((concept) => numbers.get(concept) ?? []),
      isPrinted: printed.has(key),
    }));
  };
  const termsIn = lately((parts: readonly string[]) => read(parts));
  const rowsFor = lately((parts: readonly string[]) => {
    const terms = termsIn(parts);
    return score(
      terms,
      pick(terms, postings, sums).flatMap((i) => entries[i] ?? []),
    );
  });
  return {
    search: (search) => boosted(rowsFor(search.parts), search),
    unknownShare: (parts) => {
      const terms = termsIn(parts);
      const total = sum(terms.map((t) => t.weight));
      const unknown = terms.filter((t) => t.no === undefined && t.concepts.length === 0);
      return total === 0 ? 0 : sum(unknown.map((t) => t.weight)) / total;
    },
  };
}

function termsOf(statement: Statement, synonyms: Synonyms): Map<string, Place> {
  const terms = new Map<string, Place>();
  const put = (key: string, weight: number, ask: number | undefined) => {
    const place = terms.get(key) ?? { own: 0, asked: 0, most: 0, in: [] };
    if (ask === undefined) place.own = Math.max(place.own, weight);
    else {
      place.asked = Math.max(place.asked, weight);
      if (place.in.at(-1) !== ask) place.in.push(ask);
    }
    place.most = Math.max(place.own, place.asked);
    terms.set(key, place);
  };
  const add = (text: string, weight: number, ask?: number) => {
    for (const key of [...gramsOf(text), ...synonyms.find(text).map(conceptKey)]) {
      put(key, weight, ask);
      const sound = key.startsWith('¹') ? undefined : soundKey(key);
      if (sound !== undefined) put(sound, weight * HOMOPHONE, ask);
    }
  };
  add(statement.folded, 1);
  add(statement.around, AROUND);
  statement.asks.split('|').forEach((ask, i) => {
    add(ask, 1, i);
  });
  return terms;
}

/** A pair that stands nowhere is looked up by its sound. */
function asHeard(term: Term, numbers: ReadonlyMap<string, number>): Term {
  if (term.key.startsWith('¹') || numbers.has(term.key)) return term;
  const sound = soundKey(term.key);
  return sound !== undefined && numbers.has(sound) ? { ...term, key: sound } : term;
}

/** So many stretches of content are remembered: a question looks up the same ones several times. */
const LATELY = 32;

/** The same function, remembering what it made of the contents asked for last. */
function lately<T>(make: (parts: readonly string[]) => T): (parts: readonly string[]) => T {
  const made = new Map<string, { value: T }>();
  return (parts) => {
    const key = parts.join('\n');
    const known = made.get(key) ?? { value: make(parts) };
    if (made.size >= LATELY) made.clear();
    made.set(key, known);
    return known.value;
  };
}

/** Those that pass, with their factors, the best first. */
function boosted(rows: readonly Match[], { only, boost }: Search): Match[] {
  return rows
    .filter(({ statement }) => !only || only(statement))
    .map((row) => ({ ...row, coverage: row.coverage * (boost?.(row.statement) ?? 1) }))
    .sort((a, b) => b.coverage - a.coverage);
}

function score(terms: readonly Numbered[], entries: readonly Entry[]): Match[] {
  const total = sum(terms.map((term) => term.weight));
  if (total === 0) return [];
  // What stands nowhere in the notice is in none of them.
  const known = terms.filter(({ no, concepts }) => no !== undefined || concepts.length > 0);
  return entries.map(({ statement, terms: has, inAsk }) => {
    let weight = 0;
    let passedOver = 0;
    for (const term of known) {
      const gained = gain(term, has, inAsk);
      weight += gained;
      if (gained === 0 && term.isPrinted) passedOver += term.weight;
    }
    weight += largest(inAsk);
    inAsk.fill(0);
    return { statement, coverage: (weight - PASSED_OVER * passedOver) / total, weight };
  });
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > most) most = values[i] as number;
  return most;
}

/** What a term adds to a statement in any case; what it adds beyond that with one of its questions goes to `inAsk`. */
function gain(term: Numbered, has: ReadonlyMap<number, Place>, inAsk: Float64Array): number {
  let best = term.no === undefined ? undefined : has.get(term.no);
  let value = best === undefined ? 0 : best.most;
  for (let i = 0; i < term.concepts.length; i++) {
    const place = has.get(term.concepts[i] as number);
    const alike = place === undefined ? 0 : place.most * SYNONYM;
    if (alike > value) {
      best = place;
      value = alike;
    }
  }
  if (best === undefined) return 0;
  const factor = value / best.most;
  const base = Math.max(best.own, best.asked * SCATTERED) * factor;
  const more = (best.asked * factor - base) * term.weight;
  if (more > 0) for (const ask of best.in) inAsk[ask] = (inAsk[ask] as number) + more;
  return base * term.weight;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
