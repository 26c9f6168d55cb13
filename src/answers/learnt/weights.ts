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

/** What a text is known by: all of its stretches of one to `longest` characters, and other marks. */
export interface Stretches {
  text: string;
  longest: number;
  marks?: readonly string[];
}

/** The stretches and marks, each once, in their order. */
export function listed({ text, longest, marks = [] }: Stretches): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i < text.length; i++)
    for (let n = 1; n <= longest && i + n <= text.length; n++) found.add(text.slice(i, i + n));
  for (const mark of marks) found.add(mark);
  return found;
}

/** Sums for each class, in the order of `classes`, divided by the root of how many stretches are known. */
export type Scorer = (stretches: Stretches) => Float64Array;

/** Reads stored weights. */
export function scorerOf({ step, classes, rows }: StoredWeights): Scorer {
  const table = tableOf(Object.keys(rows));
  const stored = Object.values(rows);
  // A row is read when it is first asked for: most never are.
  const read: Int16Array[] = [];
  const seen = new Uint32Array(stored.length);
  let now = 0;
  return ({ text, longest, marks = [] }) => {
    now++;
    const scores = new Float64Array(classes.length);
    let found = 0;
    const add = (no: number) => {
      if (no < 0 || seen[no] === now) return;
      seen[no] = now;
      found++;
      let row = read[no];
      if (row === undefined) {
        row = pairsOf(stored[no] ?? '', classes.length);
        read[no] = row;
      }
      for (let i = 0; i < row.length; i += 2) {
        const at = row[i] as number;
        scores[at] = (scores[at] as number) + (row[i + 1] as number) * step;
      }
    };
    for (let from = 0; from < text.length; from++) {
      let hash = SEED;
      const most = Math.min(longest, text.length - from);
      for (let length = 1; length <= most; length++) {
        hash = hashed(hash, text.charCodeAt(from + length - 1));
        add(table.find(hash, text, from, length));
      }
    }
    for (const mark of marks) add(table.find(hashOf(mark), mark, 0, mark.length));
    const norm = Math.sqrt(Math.max(1, found));
    for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / norm;
    return scores;
  };
}

const SEED = 7;
const hashed = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x9e3779b1) + unit;

function hashOf(text: string): number {
  let hash = SEED;
  for (let i = 0; i < text.length; i++) hash = hashed(hash, text.charCodeAt(i));
  return hash;
}

/** Finds texts by stretches of another one, which need not be cut out for it: that costs more than all the rest. */
function tableOf(texts: readonly string[]) {
  const size = 2 ** Math.ceil(Math.log2(2 * texts.length + 2));
  /** The number of a text from 1 on, at the first free place from its hash on. */
  const places = new Uint32Array(size);
  const placeOf = (hash: number) => (hash ^ (hash >>> 15)) & (size - 1);
  for (const [no, text] of texts.entries()) {
    let place = placeOf(hashOf(text));
    while (places[place] !== 0) place = (place + 1) & (size - 1);
    places[place] = no + 1;
  }
  return {
    /** The number of the text that a stretch of another one is; -1 where it is none. */
    find(hash: number, text: string, from: number, length: number): number {
      for (let place = placeOf(hash); ; place = (place + 1) & (size - 1)) {
        const no = (places[place] as number) - 1;
        if (no < 0) return -1;
        const known = texts[no] as string;
        if (known.length === length && text.startsWith(known, from)) return no;
      }
    },
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
