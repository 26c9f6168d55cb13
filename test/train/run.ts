import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { classifierOf } from '../../src/answers/intents/classify.ts';
import { placesOf } from '../../src/answers/learnt/places.ts';
import { writeChoice } from './choice.ts';
import { taughtBy } from './examples.ts';
import { committedQuestions, learnFrom } from './files.ts';
import { writeWeights } from './learn.ts';

/**
 * Learns from every committed question and wording what questions are after (`db/questions/intents.json`) and where in
 * the notice their answers stand (`db/notice/places.json`), and from what was seen of questions when they were new which
 * of the replies found is to be given (`db/questions/choice.json`). Other files named are learnt from as well; on those
 * after `--hold` it is only tried.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hold: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: fileURLToPath(new URL('../../db/', import.meta.url)) },
  },
});

const held = taughtBy(values.hold);
const { intents, places } = learnFrom([...committedQuestions(), ...positionals]);
writeWeights(`${values.out}/questions/intents.json`, intents);
writeWeights(`${values.out}/notice/places.json`, places);
writeChoice(`${values.out}/questions/choice.json`);

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
