import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultLexicon } from '../../src/answers/default.ts';
import { createEngine } from '../../src/answers/engine.ts';
import {
  type Classifier,
  classifierOf,
  DIGITS,
  type StoredWeights,
  ZERO,
} from '../../src/answers/intents/classify.ts';
import { INTENTS, type Intent, OTHERWISE, type Otherwise } from '../../src/answers/intents/intents.ts';
import { gramsOf, plainQuestion, type Shape } from '../../src/answers/intents/shape.ts';
import type { Answer } from '../../src/answers/types.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { readQuestions } from './evaluate.ts';
import { expectOf, type JudgedQuestion, judge } from './score.mjs';

/**
 * Learns what questions are after from their wording: a softmax over the stretches of a question without its names.
 * Taught by every committed question (each plain question whose answer is judged right for it is right) and by the
 * wordings of `test/intents`. The same files give the same weights.
 */

/** Weights are kept in steps of this. */
const STEP = 0.1;

const NAMES = [...(Object.keys(INTENTS) as Intent[]), ...OTHERWISE];
const placeOf = new Map<string, number>(NAMES.map((name, at) => [name, at]));
const QUESTIONS = new URL('../questions/', import.meta.url);
const WORDINGS = new URL('../intents/', import.meta.url);
const OUT = new URL('../../db/questions/intents.json', import.meta.url);

/** A question with what it may be after: places in `NAMES`. */
interface Example {
  grams: Int32Array;
  open: number[];
  right: Set<number>;
}

/** A line of `test/intents`. */
interface Wording {
  intent: string;
  context?: string[];
  q: string;
}

interface Labelled {
  shape: Shape;
  right: number[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    rounds: { type: 'string', default: '8' },
    rate: { type: 'string', default: '0.3' },
    decay: { type: 'string', default: '0.00006' },
    least: { type: 'string', default: '3' },
    hold: { type: 'string', multiple: true, default: [] },
    prune: { type: 'string', default: '0.6' },
  },
});

/** The rules alone: what they answer does not hang on what was learnt before. */
const engine = createEngine(defaultNotice(), defaultLexicon(), undefined, () => []);
const answers = new Map<string, Answer>();
const asked = (question: string): Answer => {
  const known = answers.get(question) ?? engine.ask(question);
  answers.set(question, known);
  return known;
};

const from = performance.now();
const taught = [...questionsTaught(), ...wordingsTaught()];
console.log(`${taught.length} examples, ${((performance.now() - from) / 1000).toFixed(0)} s`);
learn(taught);

function* questionsTaught(): Generator<Labelled> {
  const files = [
    ...readdirSync(QUESTIONS)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => new URL(name, QUESTIONS).pathname),
    ...positionals,
  ];
  for (const file of files) yield* labelled(file);
}

function* labelled(file: string): Generator<Labelled> {
  for (const question of readQuestions(file)) {
    const shape = engine.shapeOf(question.q, question.context);
    yield { shape, right: rightFor(question, shape) };
  }
}

/** The plain questions whose answers are right for a question, or what else it is. */
function rightFor(question: JudgedQuestion & { cite?: string[] }, shape: Shape): number[] {
  const expected = expectOf(question);
  if (expected === 'refuse') return [at('absent')];
  if (expected === 'chat') return [at('talk')];
  const right = (Object.keys(INTENTS) as Intent[]).filter((intent) => {
    const plain = plainQuestion(intent, shape);
    if (plain === undefined) return false;
    const answer = asked(plain);
    if (judge(question, { id: question.id, ...answer }).outcome !== 'correct') return false;
    return (
      !question.cite?.length || question.cite.some((place) => answer.citations.some((c) => near(c, place)))
    );
  });
  return right.length > 0 ? right.map(at) : [at('other')];
}

function near(a: string, b: string): boolean {
  return a === b || (a.includes('、') && a.startsWith(b));
}

function* wordingsTaught(): Generator<Labelled> {
  let names: string[] = [];
  try {
    names = readdirSync(WORDINGS).sort();
  } catch {
    return;
  }
  for (const name of names) {
    for (const line of readFileSync(new URL(name, WORDINGS), 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const { intent, context, q } = JSON.parse(line) as Wording;
      const shape = engine.shapeOf(q, context);
      if (!placeOf.has(intent)) throw new Error(`${name}: no intent ${intent}`);
      const isOpen =
        (OTHERWISE as readonly string[]).includes(intent) ||
        plainQuestion(intent as Intent, shape) !== undefined;
      if (isOpen) yield { shape, right: [at(intent as Intent | Otherwise)] };
    }
  }
}

function at(name: Intent | Otherwise): number {
  return placeOf.get(name) ?? 0;
}

function learn(rows: readonly Labelled[]): void {
  const least = Number(values.least);
  const counts = new Map<string, number>();
  const grams = rows.map(({ shape }) => gramsOf(shape));
  for (const set of grams) for (const gram of set) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const kept = [...counts]
    .filter(([, n]) => n >= least)
    .map(([gram]) => gram)
    .sort();
  const idOf = new Map(kept.map((gram, i) => [gram, i]));
  const examples: Example[] = rows.map(({ shape, right }, i) => ({
    grams: Int32Array.from([...(grams[i] ?? [])].flatMap((gram) => idOf.get(gram) ?? [])),
    open: NAMES.flatMap((name, place) =>
      (OTHERWISE as readonly string[]).includes(name) || plainQuestion(name as Intent, shape) ? [place] : [],
    ),
    right: new Set(right),
  }));
  const weights = descend(examples, kept.length);
  write(kept, weights);
}

/** Adaptive gradient descent on the loss `-log Σ p(right)`. */
function descend(examples: readonly Example[], size: number): Float64Array {
  const width = NAMES.length;
  const weights = new Float64Array(size * width);
  const seen = new Float64Array(size * width).fill(1e-4);
  const rate = Number(values.rate);
  const decay = Number(values.decay);
  const order = examples.map((_, i) => i);
  const random = sequence(7);
  for (let round = 0; round < Number(values.rounds); round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    let loss = 0;
    for (const i of order) {
      const example = examples[i];
      if (example) loss += step(example, { weights, seen, width, rate, decay });
    }
    console.log(`round ${round + 1}: loss ${(loss / examples.length).toFixed(4)}`);
  }
  return weights;
}

interface Descent {
  weights: Float64Array;
  seen: Float64Array;
  width: number;
  rate: number;
  decay: number;
}

function step({ grams, open, right }: Example, { weights, seen, width, rate, decay }: Descent): number {
  if (grams.length === 0) return 0;
  const value = 1 / Math.sqrt(grams.length);
  const scores = open.map((place) => {
    let sum = 0;
    for (const gram of grams) sum += weights[gram * width + place] ?? 0;
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
    for (const gram of grams) {
      const cell = gram * width + place;
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

/** How often the most probable guess is right on questions that were not taught. */
function judgeHeld(classify: Classifier): void {
  for (const least of [0, 0.5, 0.7, 0.9]) {
    let [n, ok] = [0, 0];
    for (const file of values.hold) {
      for (const { shape, right } of labelled(file)) {
        const [first] = classify(shape);
        if (!first || first.probability < least) continue;
        n++;
        if (right.includes(at(first.intent))) ok++;
      }
    }
    console.log(`held out, p ≥ ${least}: ${ok} of ${n} (${((100 * ok) / n).toFixed(1)} %)`);
  }
}

function write(kept: readonly string[], weights: Float64Array): void {
  const least = Number(values.prune);
  let pairs = 0;
  const lines = kept.flatMap((gram, i) => {
    let row = '';
    NAMES.forEach((_, place) => {
      const weight = weights[i * NAMES.length + place] ?? 0;
      const steps = Math.max(-ZERO, Math.min(DIGITS.length - 1 - ZERO, Math.round(weight / STEP)));
      if (Math.abs(weight) >= least && steps !== 0) row += `${DIGITS[place]}${DIGITS[ZERO + steps]}`;
    });
    pairs += row.length / 2;
    return row === '' ? [] : [`${JSON.stringify(gram)}:"${row}"`];
  });
  const text = `{"step":${STEP},"intents":${JSON.stringify(NAMES)},"grams":{\n${lines.join(',\n')}\n}}\n`;
  writeFileSync(values.out ?? OUT, text);
  console.log(`${lines.length} stretches, ${pairs} weights, ${(text.length / 1024).toFixed(0)} KB`);
  if (values.hold.length > 0) judgeHeld(classifierOf(JSON.parse(text) as StoredWeights));
}
