import { parseArgs } from 'node:util';
import { defaultLexicon, defaultPlaces } from '../../src/answers/default.ts';
import { createEngine } from '../../src/answers/engine.ts';
import {
  type Chooser,
  choiceLearnt,
  type Option,
  type OptionName,
} from '../../src/answers/intents/choice.ts';
import { classifierOf, guessesOf } from '../../src/answers/intents/classify.ts';
import { placesOf } from '../../src/answers/learnt/places.ts';
import type { Context } from '../../src/answers/types.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { readQuestions } from '../eval/evaluate.ts';
import { expectOf, type JudgedQuestion, judge } from '../eval/score.mjs';
import { isOpen, keepSights, type Sight, sightsKept } from './choice.ts';
import { committedQuestions, type Learnt, learnFrom } from './files.ts';

/**
 * Keeps which of the replies that were found for a question made its answer right (`test/first-sight/`), so that the
 * choice among them can be learnt (`npm run train`). With files: of questions that nothing was mended or taught by yet;
 * run it before anything else is done with them, for later the rules know these questions, and how far they are to be
 * trusted with new ones cannot be seen any more. With `--known`: anew of every second committed question of which no
 * first sight is kept, each half read by what was learnt of the other one (ten minutes); needed when the signs of a
 * reply have changed.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { known: { type: 'boolean', default: false } },
});

type Asked = JudgedQuestion & { context?: string[] };

/** As many earlier messages as the engine looks at. */
const MEMORY = 3;

/** Asks with a chooser that can be told what to pick. */
function asker({ guess, places }: Learnt) {
  let choose: Chooser = choiceLearnt;
  const engine = createEngine(defaultNotice(), defaultLexicon(), undefined, {
    guess,
    places,
    choose: (options) => choose(options),
  });
  return (question: string, context: Context, chooser: Chooser) => {
    choose = chooser;
    return engine.ask(question, context);
  };
}

/** What there was to choose from at each place of a question's own message, and what of it makes the answer right. */
function sightsOf(question: Asked, ask: ReturnType<typeof asker>): Sight[] {
  const { q, context = [] } = question;
  const seen: (readonly Option[])[] = [];
  const looking: Chooser = (options) => {
    seen.push(options);
    return choiceLearnt(options);
  };
  const earlier = context.slice(-MEMORY);
  const last = earlier.at(-1);
  if (last !== undefined) ask(last, earlier.slice(0, -1), looking);
  const from = seen.length;
  seen.length = 0;
  ask(q, context, looking);
  const isRight = (at: number, name: OptionName) => {
    let picks = 0;
    const picking: Chooser = (options) => {
      const picked = picks++ === at ? options.find((one) => one.name === name) : undefined;
      return picked ?? choiceLearnt(options);
    };
    return judge(question, { id: question.id, ...ask(q, context, picking) }).outcome === 'correct';
  };
  return seen.slice(from).map((options, i) => ({
    q,
    ...(context.length > 0 ? { context } : {}),
    options: options.map(({ name, signs }) => ({
      name,
      signs,
      // What is in the notice is not said to be absent, even where its words are given.
      right: (name !== 'near' || expectOf(question) === 'refuse') && isRight(from + i, name),
    })),
  }));
}

function keepNew(files: readonly string[]): void {
  const ask = asker({ guess: guessesOf, places: defaultPlaces() });
  const sights = files.flatMap((file) => readQuestions(file)).flatMap((question) => sightsOf(question, ask));
  keepSights('new.jsonl', [...(sightsKept().get('new.jsonl') ?? []), ...sights.filter(isOpen)]);
  console.log(`${sights.filter(isOpen).length} of ${sights.length} choices are kept`);
}

/** Every so many-th known question is looked at: they are many, and count little. */
const KNOWN_SAMPLED = 2;

function keepKnown(): void {
  const files = committedQuestions();
  const isNew = new Set(
    sightsKept()
      .get('new.jsonl')
      ?.map(({ q }) => q),
  );
  const sights = [0, 1].flatMap((half) => {
    const { intents, places } = learnFrom(files.filter((_, i) => i % 2 !== half));
    const ask = asker({ guess: classifierOf(intents), places: placesOf(places) });
    const asked = files
      .filter((_, i) => i % 2 === half)
      .flatMap((file) => readQuestions(file))
      .filter(({ q }, i) => i % KNOWN_SAMPLED === 0 && !isNew.has(q));
    return asked.flatMap((question) => sightsOf(question, ask));
  });
  keepSights(
    'known.jsonl',
    sights.filter(isOpen).map((sight) => ({ ...sight, isKnown: true })),
  );
  console.log(`${sights.filter(isOpen).length} of ${sights.length} choices are kept`);
}

if (values.known) keepKnown();
keepNew(positionals);
