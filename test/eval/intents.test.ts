import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { guessesOf } from '../../src/answers/intents/classify.ts';

interface Wording {
  intent: string;
  context?: string[];
  q: string;
}

const FOLDER = new URL('../intents/', import.meta.url);
const wordings = readdirSync(FOLDER)
  .flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Wording);

/** Of every eighth wording; a stretch that is read otherwise than when it was learnt shows here: `npm run train` then. */
it('what was learnt of wordings is what they are read as', { timeout: 60_000 }, () => {
  const engine = defaultEngine();
  const some = wordings.filter((_, i) => i % 8 === 0);
  const right = some.filter(({ intent, context, q }) =>
    guessesOf(engine.shapeOf(q, context)).some((guess) => guess.intent === intent && guess.probability > 0.2),
  );
  expect(some.length).toBeGreaterThan(1000);
  expect(right.length / some.length).toBeGreaterThan(0.93);
});
