import { FINALISTS, type Numbered } from './candidates.ts';
import type { Statement } from './statements.ts';
import type { Synonyms } from './synonyms.ts';
import { conceptKey, gramsOf, soundKey } from './terms.ts';

/** A statement and how much of the question's content it covers. */
export interface Match {
  statement: Statement;
  /** 0…1: share of the question's content, weighed by rarity, that the statement has. */
  coverage: number;
  /** Absolute weight of what is covered: tells a long match from a short one. */
  weight: number;
}

/** Which statements have a term, in their order, and how: parallel rows, since a search goes through most of one. */
export interface Posting {
  at: number[];
  /** In its own words or its surroundings. */
  own: number[];
  /** In the questions it answers, taken together. */
  asked: number[];
  /** In which of these. */
  asks: (readonly number[])[];
}

const AROUND = 0.75;
const SYNONYM = 0.9;
const HOMOPHONE = 0.8;
/** What a statement loses for words of the question that the notice has elsewhere and it has not. */
const PASSED_OVER = 0.3;
/** What a term counts that stands in another question of the statement than the one that is most like this one. */
const SCATTERED = 0.88;

/** How a statement has a term. */
interface Place {
  own: number;
  asked: number;
  asks: number[];
}

/** Files statements by their terms: in their own words, in the questions they answer, and in what stands around them. */
export function postingsOf(
  statements: readonly Statement[],
  synonyms: Synonyms,
): { numbers: Map<string, number>; postings: Posting[] } {
  const numbers = new Map<string, number>();
  const postings: Posting[] = [];
  for (const [index, statement] of statements.entries()) {
    for (const [key, place] of termsOf(statement, synonyms)) {
      const no = numbers.get(key) ?? numbers.size;
      numbers.set(key, no);
      let posting = postings[no];
      if (!posting) {
        posting = { at: [], own: [], asked: [], asks: [] };
        postings[no] = posting;
      }
      posting.at.push(index);
      posting.own.push(place.own);
      posting.asked.push(place.asked);
      posting.asks.push(place.asks);
    }
  }
  return { numbers, postings };
}

function termsOf(statement: Statement, synonyms: Synonyms): Map<string, Place> {
  const terms = new Map<string, Place>();
  const put = (key: string, weight: number, ask: number | undefined) => {
    const place = terms.get(key) ?? { own: 0, asked: 0, asks: [] };
    if (ask === undefined) place.own = Math.max(place.own, weight);
    else {
      place.asked = Math.max(place.asked, weight);
      if (place.asks.at(-1) !== ask) place.asks.push(ask);
    }
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

/** Tells how much of a question's terms each of at most `FINALISTS` statements has. */
export type Scorer = (terms: readonly Numbered[], finalists: readonly number[]) => Match[];

/** A posting longer than this is not gone through, but asked for each finalist. */
const LONG = 1024;

/** Builds the scorer; its rows are filled anew with each search, since making them anew costs more than the search. */
export function buildScorer(statements: readonly Statement[], postings: readonly Posting[]): Scorer {
  /** For each statement its place among the finalists, from 1 on; 0 where it is none. */
  const placeOf = new Uint8Array(statements.length);
  /** For each statement and each question it answers: what is found in that one beyond the rest; zero between searches. */
  const inAsks = statements.map(({ asks }) => new Float64Array(asks.split('|').length));
  /** By finalist, for one term: how well it has it, by which posting and where in that. */
  const values = new Float64Array(FINALISTS);
  const found: (Posting | undefined)[] = new Array(FINALISTS).fill(undefined);
  const foundAt = new Int32Array(FINALISTS);

  const take = (place: number, posting: Posting, at: number, factor: number) => {
    const value = Math.max(posting.own[at] as number, posting.asked[at] as number) * factor;
    if (value <= (values[place] as number)) return;
    values[place] = value;
    found[place] = posting;
    foundAt[place] = at;
  };
  const look = (no: number, factor: number, finalists: readonly number[]) => {
    const posting = postings[no];
    if (!posting) return;
    const { at } = posting;
    if (at.length > LONG) {
      for (let place = 0; place < finalists.length; place++) {
        const i = indexIn(at, finalists[place] as number);
        if (i >= 0) take(place, posting, i, factor);
      }
      return;
    }
    for (let i = 0; i < at.length; i++) {
      const place = placeOf[at[i] as number] as number;
      if (place > 0) take(place - 1, posting, i, factor);
    }
  };

  return (terms, finalists) => {
    let total = 0;
    for (const { weight } of terms) total += weight;
    if (total === 0) return [];
    const weights = new Float64Array(finalists.length);
    const passedOver = new Float64Array(finalists.length);
    for (let place = 0; place < finalists.length; place++) placeOf[finalists[place] as number] = place + 1;
    for (const { no, concepts, weight, isPrinted } of terms) {
      // What stands nowhere in the notice is in none of them.
      if (no === undefined && concepts.length === 0) continue;
      values.fill(0);
      if (no !== undefined) look(no, 1, finalists);
      for (const concept of concepts) look(concept, SYNONYM, finalists);
      for (let place = 0; place < finalists.length; place++) {
        const value = values[place] as number;
        const posting = found[place];
        if (value === 0 || posting === undefined) {
          if (isPrinted) passedOver[place] = (passedOver[place] as number) + weight;
          continue;
        }
        const at = foundAt[place] as number;
        const own = posting.own[at] as number;
        const asked = posting.asked[at] as number;
        const factor = value / Math.max(own, asked);
        // What it adds in any case; what it adds beyond that counts with one of the questions.
        const base = Math.max(own, asked * SCATTERED) * factor;
        const more = (asked * factor - base) * weight;
        weights[place] = (weights[place] as number) + base * weight;
        if (more <= 0) continue;
        const inAsk = inAsks[finalists[place] as number] as Float64Array;
        const asks = posting.asks[at] as readonly number[];
        for (let i = 0; i < asks.length; i++) {
          const ask = asks[i] as number;
          inAsk[ask] = (inAsk[ask] as number) + more;
        }
      }
    }
    return finalists.map((index, place) => {
      const inAsk = inAsks[index] as Float64Array;
      const weight = (weights[place] as number) + largest(inAsk);
      inAsk.fill(0);
      placeOf[index] = 0;
      const coverage = (weight - PASSED_OVER * (passedOver[place] as number)) / total;
      return { statement: statements[index] as Statement, coverage, weight };
    });
  };
}

/** Where a number stands in an ascending row; -1 where it does not. */
function indexIn(row: readonly number[], wanted: number): number {
  let from = 0;
  let to = row.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const there = row[middle] as number;
    if (there === wanted) return middle;
    if (there < wanted) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > most) most = values[i] as number;
  return most;
}
