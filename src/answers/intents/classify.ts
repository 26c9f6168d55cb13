import data from '../../../db/questions/intents.json' with { type: 'json' };
import { INTENTS, type Intent, OTHERWISE, type Otherwise } from './intents.ts';
import { gramsOf, isNamed, plainQuestion, type Shape } from './shape.ts';

/** What a question seems to be after. */
export interface Guess {
  intent: Intent | Otherwise;
  /** 0…1, among what its names allow. */
  probability: number;
  /** The plain question, where there is one. */
  plain: string | undefined;
}

/**
 * Weights as they are stored: for each stretch a text of pairs of characters, the place of an intent in `intents` and
 * its weight in steps of `step`, both as places in `DIGITS`.
 */
export interface StoredWeights {
  step: number;
  intents: readonly string[];
  grams: Readonly<Record<string, string>>;
}

/** Characters that a JSON text holds as they are. */
export const DIGITS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((digit) => digit !== '"' && digit !== '\\')
  .join('');
/** The digit of no weight; those below it are negative. */
export const ZERO = 46;

const digitOf = new Int16Array(128).fill(-1);
for (let i = 0; i < DIGITS.length; i++) digitOf[DIGITS.charCodeAt(i)] = i;

const NAMES = [...(Object.keys(INTENTS) as Intent[]), ...OTHERWISE];

/** Tells what a shape is after, most probable first. */
export type Classifier = (shape: Shape) => Guess[];

/** A classifier of learnt weights. An intent that the weights do not know is never guessed. */
export function classifierOf({ step, intents, grams }: StoredWeights): Classifier {
  const places = intents.map((name) => NAMES.indexOf(name as Intent));
  const pairs = new Map(Object.entries(grams));
  return (shape) => {
    const scores = new Float64Array(NAMES.length);
    let known = 0;
    for (const gram of gramsOf(shape)) {
      const row = pairs.get(gram);
      if (row === undefined) continue;
      known++;
      for (let i = 0; i + 1 < row.length; i += 2) {
        const place = places[digitOf[row.charCodeAt(i)] ?? -1] ?? -1;
        const weight = (digitOf[row.charCodeAt(i + 1)] ?? ZERO) - ZERO;
        if (place >= 0) scores[place] = (scores[place] ?? 0) + weight * step;
      }
    }
    return ranked(shape, scores, known);
  };
}

function ranked(shape: Shape, scores: Float64Array, known: number): Guess[] {
  const norm = Math.sqrt(Math.max(1, known));
  const open = NAMES.flatMap((intent, at) =>
    isOtherwise(intent) || isNamed(intent, shape) ? [{ intent, score: (scores[at] ?? 0) / norm }] : [],
  );
  const most = Math.max(...open.map(({ score }) => score));
  const sum = open.reduce((all, { score }) => all + Math.exp(score - most), 0);
  return open
    .sort((a, b) => b.score - a.score)
    .slice(0, GUESSES)
    .map(({ intent, score }) => ({
      intent,
      plain: isOtherwise(intent) ? undefined : plainQuestion(intent, shape),
      probability: Math.exp(score - most) / sum,
    }));
}

/** Less probable ones are of no use. */
const GUESSES = 5;

const isOtherwise = (intent: Intent | Otherwise): intent is Otherwise =>
  (OTHERWISE as readonly string[]).includes(intent);

let learnt: Classifier | undefined;

/** What a question is after, by its wording: learnt from judged questions (`npm run train`). Most probable first. */
export function guessesOf(shape: Shape): Guess[] {
  learnt ??= classifierOf(data satisfies StoredWeights);
  return learnt(shape);
}
