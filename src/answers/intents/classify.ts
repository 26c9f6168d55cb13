import data from '../../../db/questions/intents.json' with { type: 'json' };
import { type StoredWeights, scorerOf } from '../learnt/weights.ts';
import { INTENTS, type Intent, OTHERWISE, type Otherwise } from './intents.ts';
import { isNamed, plainQuestion, type Shape, stretchesOf } from './shape.ts';

/** What a question seems to be after. */
export interface Guess {
  intent: Intent | Otherwise;
  /** 0…1, among what its names allow. */
  probability: number;
  /** The plain question, where there is one. */
  plain: string | undefined;
}

const NAMES = [...(Object.keys(INTENTS) as Intent[]), ...OTHERWISE];

/** Tells what a shape is after, most probable first. */
export type Classifier = (shape: Shape) => Guess[];

/** A classifier of learnt weights. An intent that the weights do not know is never guessed. */
export function classifierOf(stored: StoredWeights): Classifier {
  const score = scorerOf(stored);
  const names = stored.classes.map((name) => NAMES.find((known) => known === name));
  return (shape) => {
    const scores = score(stretchesOf(shape));
    const open: { intent: Guess['intent']; score: number }[] = [];
    for (const [at, intent] of names.entries())
      if (intent !== undefined && (isOtherwise(intent) || isNamed(intent, shape)))
        open.push({ intent, score: scores[at] ?? 0 });
    return ranked(shape, open);
  };
}

function ranked(shape: Shape, open: readonly { intent: Guess['intent']; score: number }[]): Guess[] {
  // Of some scores that are equal, the one that comes first: a sort of all of them would cost more than the sums.
  const best: (typeof open)[number][] = [];
  for (const one of open) {
    let at = best.length;
    while (at > 0 && (best[at - 1]?.score ?? 0) < one.score) at--;
    if (at < GUESSES) best.splice(at, 0, one);
    if (best.length > GUESSES) best.pop();
  }
  const most = best[0]?.score ?? 0;
  let sum = 0;
  for (const { score } of open) sum += Math.exp(score - most);
  return best.map(({ intent, score }) => ({
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
