import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { classifierOf } from '../../src/answers/intents/classify.ts';
import { placesOf } from '../../src/answers/learnt/places.ts';
import { CLASSES, intentExamples, placeExamples, taughtBy } from './examples.ts';
import { type Learning, learn, writeWeights } from './learn.ts';

/**
 * Learns from every committed question and wording what questions are after (`db/questions/intents.json`) and where in
 * the notice their answers stand (`db/notice/places.json`). Other files named are learnt from as well; on those after
 * `--hold` it is only tried.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hold: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: fileURLToPath(new URL('../../db/', import.meta.url)) },
  },
});

const QUESTIONS = new URL('../questions/', import.meta.url);
const HOW: Omit<Learning, 'classes'> = { rounds: 8, rate: 0.3, decay: 0.00006, least: 3, prune: 0.75 };
const WHERE: Omit<Learning, 'classes'> = { rounds: 8, rate: 0.3, decay: 0.00003, least: 2, prune: 0.75 };

const committed = readdirSync(QUESTIONS)
  .filter((name) => name.endsWith('.jsonl'))
  .sort()
  .map((name) => fileURLToPath(new URL(name, QUESTIONS)));
const taught = taughtBy([...committed, ...positionals]);
const held = taughtBy(values.hold);

const askings = intentExamples(taught);
console.log(`what is asked: ${askings.length} examples`);
const intents = learn(askings, { ...HOW, classes: CLASSES });
writeWeights(`${values.out}/questions/intents.json`, intents);

const { classes, examples } = placeExamples(taught);
console.log(`where it stands: ${examples.length} examples, ${classes.length} places`);
const places = learn(examples, { ...WHERE, classes });
writeWeights(`${values.out}/notice/places.json`, places);

if (held.length > 0) {
  const classify = classifierOf(intents);
  share(
    'what is asked',
    held.map(({ shape, right }) => ({ right, ...classify(shape)[0] })),
  );
  const where = placesOf(places);
  const asked = held.filter(({ question, right }) => right[0] === 'other' && question.cite?.length);
  share(
    'where it stands',
    asked.map(({ question, shape }) => {
      const [first] = [...where(shape.text)].sort((a, b) => b[1] - a[1]);
      return { right: question.cite ?? [], intent: first?.[0], probability: first?.[1] };
    }),
  );
}

/** How often the most probable is right, of all and of those that are clear. */
function share(
  what: string,
  guesses: readonly {
    right: readonly string[];
    intent?: string | undefined;
    probability?: number | undefined;
  }[],
): void {
  for (const least of [0, 0.5, 0.7, 0.9]) {
    const some = guesses.filter(({ probability = 0 }) => probability >= least);
    const ok = some.filter(({ right, intent }) => intent !== undefined && right.includes(intent)).length;
    console.log(`${what}, held out, p ≥ ${least}: ${ok} of ${some.length}`);
  }
}
