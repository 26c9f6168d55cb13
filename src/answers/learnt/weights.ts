/**
 * What was learnt, as it is stored: for each stretch of text a row of pairs of characters, the place of a class in
 * `classes` and its weight in steps of `step`, both as digits.
 */
export interface StoredWeights {
  step: number;
  classes: readonly string[];
  rows: Readonly<Record<string, string>>;
}

/** Characters that a JSON text holds as they are: from ASCII, then from Latin, so many as there may be classes. */
export const DIGITS = [...Array(94).keys()]
  .map((i) => String.fromCharCode(33 + i))
  .concat([...Array(190).keys()].map((i) => String.fromCharCode(0xc0 + i)))
  .filter((digit) => digit !== '"' && digit !== '\\')
  .join('');
/** The digit of no weight; those below it are negative, and there are as many above. */
export const ZERO = 46;

const LAST = 0x180;
const digitOf = new Int16Array(LAST).fill(-1);
for (let i = 0; i < DIGITS.length; i++) digitOf[DIGITS.charCodeAt(i)] = i;

/** How long the stretches are, at most, that may be known and begin as a text does at a place. */
export type Reach = (text: string, at: number) => number;

/** What stored weights say of stretches of text. */
export interface Scorer {
  /** Sums for each class, in the order of `classes`, divided by the root of how many stretches are known. */
  score(stretches: Iterable<string>): Float64Array;
  reach: Reach;
}

/** Pairs of characters share so many places: a longer reach than is true costs a look-up, and no more. */
const PAIRS = 1 << 16;
const placeOf = (a: number, b: number) => (a * 31 + b) & (PAIRS - 1);

/** Reads stored weights. */
export function scorerOf({ step, classes, rows }: StoredWeights): Scorer {
  // A row is read when it is first asked for: most never are.
  const known = new Map<string, string | Int16Array>(Object.entries(rows));
  const reaches = new Uint8Array(PAIRS);
  for (const stretch in rows) {
    const at = placeOf(stretch.charCodeAt(0), stretch.charCodeAt(1));
    if (stretch.length > (reaches[at] as number)) reaches[at] = stretch.length;
  }
  const rowOf = (stretch: string) => {
    const row = known.get(stretch);
    if (typeof row !== 'string') return row;
    const pairs = pairsOf(row, classes.length);
    known.set(stretch, pairs);
    return pairs;
  };
  const score = (stretches: Iterable<string>) => {
    const scores = new Float64Array(classes.length);
    let found = 0;
    for (const stretch of stretches) {
      const row = rowOf(stretch);
      if (row === undefined) continue;
      found++;
      for (let i = 0; i < row.length; i += 2) {
        const at = row[i] as number;
        scores[at] = (scores[at] as number) + (row[i + 1] as number) * step;
      }
    }
    const norm = Math.sqrt(Math.max(1, found));
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / norm;
    return scores;
  };
  return {
    score,
    reach: (text, at) =>
      Math.max(1, reaches[placeOf(text.charCodeAt(at), text.charCodeAt(at + 1))] as number),
  };
}

/** The places of classes in a stored row, each followed by its weight in steps. */
function pairsOf(row: string, classes: number): Int16Array {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < row.length; i += 2) {
    const at = digitOf[row.charCodeAt(i)] ?? -1;
    if (at >= 0 && at < classes) pairs.push(at, (digitOf[row.charCodeAt(i + 1)] ?? ZERO) - ZERO);
  }
  return Int16Array.from(pairs);
}

/** Adds every stretch of a text of one to `longest` characters, those left out that `reach` says are not known. */
export function addStretches(found: Set<string>, text: string, longest: number, reach?: Reach): void {
  for (let i = 0; i < text.length; i++) {
    const most = Math.min(longest, text.length - i, reach ? reach(text, i) : longest);
    for (let n = 1; n <= most; n++) found.add(text.slice(i, i + n));
  }
}
