import { lately } from '../characters/lately.ts';
import { type Numbered, pick } from './candidates.ts';
import { buildScorer, type Match, postingsOf } from './postings.ts';
import type { Statement } from './statements.ts';
import type { Synonyms } from './synonyms.ts';
import { gramsOf, PINYIN, queryTerms, soundKey, typedSounds } from './terms.ts';

export type { Match } from './postings.ts';

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

/** Weight of a word typed in letters: only a word of the matter is worth typing so. */
const TYPED = 2;
/** Weight of a pair of characters that stands nowhere in the notice: often mere talk, sometimes the point. */
const UNHEARD = 0.7;

/** Builds the index over statements. */
export function buildRetriever(statements: readonly Statement[], synonyms: Synonyms): Retriever {
  const { numbers, postings } = postingsOf(statements, synonyms);
  const score = buildScorer(statements, postings);
  const lists = postings.map(({ at }) => at);
  const sums = new Float64Array(statements.length);
  const printed = new Uint8Array(postings.length);
  for (const key of statements.flatMap((statement) => gramsOf(statement.folded)))
    printed[numbers.get(key) ?? 0] = 1;
  const most = Math.log(1 + statements.length);
  const rarities = postings.map(({ at, own }) => {
    const inPrint = own.filter((weight) => weight > 0).length;
    return Math.log(1 + statements.length / (inPrint === 0 ? at.length : inPrint)) / most;
  });
  const rarity = (no: number | undefined) => (no === undefined ? UNHEARD : (rarities[no] ?? UNHEARD));
  const syllables = new Set(
    [...numbers.keys()].filter((key) => key.startsWith('~')).flatMap((key) => key.slice(1).split(' ')),
  );
  const read = (parts: readonly string[]): Numbered[] => {
    const typed = parts.map((part) => typedSounds(part, syllables));
    const written = parts.map((part, i) => ((typed[i] ?? []).length > 0 ? part.replace(PINYIN, ',') : part));
    const found: Numbered[] = [];
    for (const { key, share, isLoose, concepts } of queryTerms(written, synonyms)) {
      const own = numbers.get(key);
      if (isLoose && own === undefined) continue;
      // A pair that stands nowhere is looked up by its sound.
      const sound = own === undefined ? soundKey(key) : undefined;
      const no = sound === undefined ? own : numbers.get(sound);
      found.push({
        no,
        weight: share * rarity(own),
        concepts: concepts.flatMap((concept) => numbers.get(concept) ?? []),
        isPrinted: own !== undefined && printed[own] === 1,
      });
    }
    for (const key of typed.flat()) {
      const no = numbers.get(key);
      found.push({ no, weight: TYPED * rarity(no), concepts: [], isPrinted: false });
    }
    return found;
  };
  const termsIn = lately((parts) => read(parts.split(BETWEEN)), LATELY);
  const rowsFor = lately((parts) => {
    const terms = termsIn(parts);
    return score(terms, pick(terms, lists, sums));
  }, LATELY);
  return {
    search: (search) => boosted(rowsFor(search.parts.join(BETWEEN)), search),
    unknownShare: (parts) => {
      const terms = termsIn(parts.join(BETWEEN));
      const total = sum(terms.map((t) => t.weight));
      const unknown = terms.filter((t) => t.no === undefined && t.concepts.length === 0);
      return total === 0 ? 0 : sum(unknown.map((t) => t.weight)) / total;
    },
  };
}

/** So many stretches of content are remembered. */
const LATELY = 32;
const BETWEEN = '\n';

/** Those that pass, with their factors, the best first. */
function boosted(rows: readonly Match[], { only, boost }: Search): Match[] {
  return rows
    .filter(({ statement }) => !only || only(statement))
    .map((row) => ({ ...row, coverage: row.coverage * (boost?.(row.statement) ?? 1) }))
    .sort((a, b) => b.coverage - a.coverage);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
