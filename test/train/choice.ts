import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { sumOf } from '../../src/answers/intents/choice.ts';

/** What there was to choose from at one place of a question. */
export interface Sight {
  q: string;
  context?: string[];
  options: { name: string; right: boolean; signs: Record<string, number> }[];
  /** The rules had been mended by this question: what they found is right more often than for a new one. */
  isKnown?: boolean;
}

const FOLDER = new URL('../first-sight/', import.meta.url);

/** How often all sights are gone through, how far each time, and how much weights tend to nothing. */
const ROUNDS = 400;
const RATE = 0.03;
const DECAY = 2;
/** How much a known sight counts beside a new one. */
const KNOWN = 0.3;
/** A smaller weight is left out. */
const LEAST = 0.02;

/** All sights that were kept, by file. */
export function sightsKept(): Map<string, Sight[]> {
  const files = readdirSync(FOLDER).sort();
  return new Map(files.map((file) => [file, read(new URL(file, FOLDER))]));
}

/** A file of sights: the names of all signs, then a sight a line. */
function read(file: URL): Sight[] {
  const [header = '[]', ...lines] = readFileSync(file, 'utf8').split('\n');
  const names = JSON.parse(header) as string[];
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const { options, ...rest } = JSON.parse(line) as Omit<Sight, 'options'> & { options: Packed[] };
      return {
        ...rest,
        options: options.map(([name, right, ...signs]) => unpacked(name, right, signs, names)),
      };
    });
}

type Packed = [name: string, right: 0 | 1, ...signs: number[]];

function unpacked(name: string, right: 0 | 1, signs: readonly number[], names: readonly string[]) {
  const found: Record<string, number> = {};
  for (let i = 0; i < signs.length; i += 2) found[names[signs[i] ?? 0] ?? ''] = signs[i + 1] ?? 0;
  return { name, right: right === 1, signs: found };
}

/** Writes a file of sights. */
export function keepSights(file: string, sights: readonly Sight[]): void {
  const names = [
    ...new Set(sights.flatMap(({ options }) => options.flatMap(({ signs }) => Object.keys(signs)))),
  ].sort();
  const at = new Map(names.map((name, i) => [name, i]));
  const lines = sights.map(({ options, ...rest }) => {
    const packed = options.map(({ name, right, signs }) => [
      name,
      right ? 1 : 0,
      ...Object.entries(signs).flatMap(([sign, x]) =>
        x === 0 ? [] : [at.get(sign) ?? 0, Math.round(x * 100) / 100],
      ),
    ]);
    return JSON.stringify({ ...rest, options: packed });
  });
  writeFileSync(new URL(file, FOLDER), `${[JSON.stringify(names), ...lines].join('\n')}\n`);
}

/** Whether some options are right and some are not: else nothing is to be learnt. */
export const isOpen = ({ options }: Sight) =>
  options.some(({ right }) => right) && options.some(({ right }) => !right);

/** Weights of signs by which the right options come first: a softmax over the options of each sight. */
export function learnChoice(sights: readonly Sight[]): Record<string, number> {
  const seen = sights.map(({ options }) => options);
  const names = [
    ...new Set(seen.flatMap((options) => options.flatMap((option) => Object.keys(option?.signs ?? {})))),
  ].sort();
  const at = new Map(names.map((name, i) => [name, i]));
  const rows = seen.map((options, i) => ({
    share: sights[i]?.isKnown ? KNOWN : 1,
    options: options.map((option) => ({
      right: option?.right === true,
      signs: Object.entries(option?.signs ?? {}).map(([name, x]) => [at.get(name) ?? 0, x] as const),
    })),
  }));
  const weights = descend(rows, names.length);
  return Object.fromEntries(
    names.flatMap((name, i) => {
      const weight = Math.round((weights[i] ?? 0) * 100) / 100;
      return Math.abs(weight) >= LEAST ? [[name, weight]] : [];
    }),
  );
}

interface Row {
  share: number;
  options: { right: boolean; signs: (readonly [number, number])[] }[];
}

/** Gradient descent with momentum over all rows at once. The same rows give the same weights. */
function descend(rows: readonly Row[], size: number): Float64Array {
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = weights.map((weight) => DECAY * weight);
    for (const row of rows) addSlope(slope, row, weights);
    slope.forEach((g, i) => {
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * g;
      square[i] = 0.999 * (square[i] ?? 0) + 0.001 * g * g;
      const far = (mean[i] ?? 0) / (1 - 0.9 ** round);
      const wide = Math.sqrt((square[i] ?? 0) / (1 - 0.999 ** round)) + 1e-8;
      weights[i] = (weights[i] ?? 0) - (RATE * far) / wide;
    });
  }
  return weights;
}

/** Adds how the loss `-log Σ p(right)` of one sight changes with each weight. */
function addSlope(slope: Float64Array, { share: times, options }: Row, weights: Float64Array): void {
  const sums = options.map(({ signs }) => signs.reduce((sum, [i, x]) => sum + (weights[i] ?? 0) * x, 0));
  const most = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - most));
  const all = shares.reduce((a, b) => a + b, 0);
  const ofRight = options.reduce((sum, { right }, k) => sum + (right ? (shares[k] ?? 0) : 0), 0);
  options.forEach(({ right, signs }, k) => {
    const share = shares[k] ?? 0;
    const far = times * (share / all - (right ? share / (ofRight + 1e-12) : 0));
    for (const [i, x] of signs) slope[i] = (slope[i] ?? 0) + far * x;
  });
}

/** Parts in which new sights are left out in turn, to see how often the choice is right of what it was not taught. */
const PARTS = 10;

/** Learns which reply to give, tells how often that is right of sights left out, and writes the weights. */
export function writeChoice(out: string): void {
  const all = [...sightsKept().values()].flat();
  const fresh = all.filter(({ isKnown }) => !isKnown);
  const partOf = new Map(fresh.map((sight, i) => [sight, Math.floor((i * PARTS) / fresh.length)]));
  let right = 0;
  for (let part = 0; part < PARTS; part++) {
    const weights = learnChoice(all.filter((sight) => partOf.get(sight) !== part));
    right += fresh.filter((sight) => partOf.get(sight) === part && isRight(sight, weights)).length;
  }
  const found = fresh.filter(({ options: [first] }) => first?.right).length;
  console.log(
    `which reply, of ${fresh.length} left out in turn: the rules right ${found}, the choice ${right}`,
  );
  writeFileSync(out, `${JSON.stringify({ weights: learnChoice(all) }, undefined, 2)}\n`);
}

function isRight({ options }: Sight, weights: Record<string, number>): boolean {
  const sums = options.map(({ signs }) => sumOf(signs, weights));
  return options[sums.indexOf(Math.max(...sums))]?.right === true;
}
