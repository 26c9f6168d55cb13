import { writeFileSync } from 'node:fs';
import { DIGITS, type StoredWeights, ZERO } from '../../src/answers/learnt/weights.ts';

/** Something to learn from: what is seen of it, and which classes it may have and rightly has, as places in a list. */
export interface Example {
  stretches: ReadonlySet<string>;
  open: readonly number[];
  right: ReadonlySet<number>;
}

/** How to learn. */
export interface Learning {
  classes: readonly string[];
  /** Times that every example is gone through. */
  rounds: number;
  /** How far each goes. */
  rate: number;
  /** How much weights tend to nothing. */
  decay: number;
  /** A stretch of fewer examples is left out. */
  least: number;
  /** A smaller weight is left out. */
  prune: number;
}

/** Weights are kept in steps of this. */
const STEP = 0.1;

/**
 * A softmax over stretches, by adaptive gradient descent on the loss `-log Σ p(right)`. The same examples give the same
 * weights.
 */
export function learn(examples: readonly Example[], learning: Learning): StoredWeights {
  const counts = new Map<string, number>();
  for (const { stretches } of examples)
    for (const one of stretches) counts.set(one, (counts.get(one) ?? 0) + 1);
  const kept = [...counts].flatMap(([one, n]) => (n >= learning.least ? [one] : [])).sort();
  const idOf = new Map(kept.map((one, i) => [one, i]));
  const rows = examples.map((example) => ({
    ...example,
    ids: Int32Array.from([...example.stretches].flatMap((one) => idOf.get(one) ?? [])),
  }));
  return stored(kept, descend(rows, kept.length, learning), learning);
}

interface Row extends Example {
  ids: Int32Array;
}

function descend(rows: readonly Row[], size: number, learning: Learning): Float64Array {
  const width = learning.classes.length;
  const state = { weights: new Float64Array(size * width), seen: new Float64Array(size * width).fill(1e-4) };
  const order = rows.map((_, i) => i);
  const random = sequence(7);
  for (let round = 1; round <= learning.rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    let loss = 0;
    for (const i of order) {
      const row = rows[i];
      if (row) loss += step(row, state, learning);
    }
    console.log(`  round ${round}: loss ${(loss / rows.length).toFixed(4)}`);
  }
  return state.weights;
}

interface State {
  weights: Float64Array;
  /** Sums of the squares of the slopes so far. */
  seen: Float64Array;
}

function step(
  { ids, open, right }: Row,
  { weights, seen }: State,
  { classes, rate, decay }: Learning,
): number {
  if (ids.length === 0) return 0;
  const width = classes.length;
  const value = 1 / Math.sqrt(ids.length);
  const scores = open.map((place) => {
    let sum = 0;
    for (const id of ids) sum += weights[id * width + place] ?? 0;
    return sum * value;
  });
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const all = shares.reduce((a, b) => a + b, 0);
  const ofRight = open.reduce((sum, place, k) => sum + (right.has(place) ? (shares[k] ?? 0) : 0), 0);
  open.forEach((place, k) => {
    const share = shares[k] ?? 0;
    const wanted = right.has(place) ? share / (ofRight + 1e-12) : 0;
    const slope = (share / all - wanted) * value;
    for (const id of ids) {
      const cell = id * width + place;
      const gradient = slope + decay * (weights[cell] ?? 0);
      seen[cell] = (seen[cell] ?? 0) + gradient * gradient;
      weights[cell] = (weights[cell] ?? 0) - (rate * gradient) / Math.sqrt(seen[cell] ?? 1);
    }
  });
  return -Math.log((ofRight + 1e-12) / all);
}

/** Numbers between 0 and 1, always the same. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function stored(kept: readonly string[], weights: Float64Array, { classes, prune }: Learning): StoredWeights {
  const rows: Record<string, string> = {};
  kept.forEach((stretch, i) => {
    let row = '';
    classes.forEach((_, place) => {
      const weight = weights[i * classes.length + place] ?? 0;
      const steps = Math.max(-ZERO, Math.min(ZERO, Math.round(weight / STEP)));
      if (Math.abs(weight) >= prune && steps !== 0) row += `${DIGITS[place]}${DIGITS[ZERO + steps]}`;
    });
    if (row !== '') rows[stretch] = row;
  });
  return { step: STEP, classes, rows };
}

/** Writes weights, a stretch a line. */
export function writeWeights(file: string | URL, { step: size, classes, rows }: StoredWeights): void {
  const lines = Object.entries(rows).map(
    ([stretch, row]) => `${JSON.stringify(stretch)}:${JSON.stringify(row)}`,
  );
  const text = `{"step":${size},"classes":${JSON.stringify(classes)},"rows":{\n${lines.join(',\n')}\n}}\n`;
  writeFileSync(file, text);
  console.log(`  ${lines.length} stretches, ${(text.length / 1024).toFixed(0)} KB`);
}
