import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Classifier } from '../../src/answers/intents/classify.ts';
import type { Places } from '../../src/answers/learnt/places.ts';
import type { StoredWeights } from '../../src/answers/learnt/weights.ts';
import { CLASSES, intentExamples, placeExamples, taughtBy } from './examples.ts';
import { type Learning, learn } from './learn.ts';

/** What was learnt, ready to be asked. */
export interface Learnt {
  guess: Classifier;
  places: Places;
}

const QUESTIONS = new URL('../questions/', import.meta.url);
const HOW: Omit<Learning, 'classes'> = { rounds: 8, rate: 0.3, decay: 0.00006, least: 3, prune: 0.85 };
const WHERE: Omit<Learning, 'classes'> = { rounds: 8, rate: 0.3, decay: 0.00003, least: 2, prune: 0.85 };

/** The paths of the committed files of judged questions, in order. */
export const committedQuestions = (): string[] =>
  readdirSync(QUESTIONS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => fileURLToPath(new URL(name, QUESTIONS)));

/** What questions are after and where their answers stand, learnt from files of judged questions and the wordings. */
export function learnFrom(files: readonly string[]): { intents: StoredWeights; places: StoredWeights } {
  const taught = taughtBy(files);
  const askings = intentExamples(taught);
  console.log(`what is asked: ${askings.length} examples`);
  const intents = learn(askings, { ...HOW, classes: CLASSES });
  const { classes, examples } = placeExamples(taught);
  console.log(`where it stands: ${examples.length} examples, ${classes.length} places`);
  return { intents, places: learn(examples, { ...WHERE, classes }) };
}
