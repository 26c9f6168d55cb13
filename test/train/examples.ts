import { readdirSync, readFileSync } from 'node:fs';
import { fold } from '../../src/answers/characters/fold.ts';
import { defaultLexicon } from '../../src/answers/default.ts';
import { createEngine } from '../../src/answers/engine.ts';
import { INTENTS, type Intent, OTHERWISE, type Otherwise } from '../../src/answers/intents/intents.ts';
import { isNamed, plainQuestion, type Shape, stretchesOf } from '../../src/answers/intents/shape.ts';
import { placeStretches } from '../../src/answers/learnt/places.ts';
import { listed } from '../../src/answers/learnt/weights.ts';
import type { Answer } from '../../src/answers/types.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { readQuestions } from '../eval/evaluate.ts';
import { expectOf, type JudgedQuestion, judge } from '../eval/score.mjs';
import type { Example } from './learn.ts';

/** All that a question may be after, in the order of the stored weights. */
export const CLASSES: readonly (Intent | Otherwise)[] = [...(Object.keys(INTENTS) as Intent[]), ...OTHERWISE];

/** A judged question as it was read, with what it is after. */
interface Taught {
  question: JudgedQuestion & { cite?: string[] };
  shape: Shape;
  right: (Intent | Otherwise)[];
}

/** A line of `test/intents`. */
interface Wording {
  intent: Intent | Otherwise;
  context?: string[];
  q: string;
}

const WORDINGS = new URL('../intents/', import.meta.url);

/** The rules alone: what they answer does not hang on what was learnt before. */
const engine = createEngine(defaultNotice(), defaultLexicon(), undefined, { guess: () => [] });
const answers = new Map<string, Answer>();

function asked(question: string): Answer {
  const known = answers.get(question) ?? engine.ask(question);
  answers.set(question, known);
  return known;
}

/** The questions of files, each with the plain questions whose answers are right for it. */
export function taughtBy(files: readonly string[]): Taught[] {
  return files.flatMap((file) =>
    readQuestions(file).map((question) => {
      const shape = engine.shapeOf(question.q, question.context);
      return { question, shape, right: rightFor(question, shape) };
    }),
  );
}

function rightFor(question: Taught['question'], shape: Shape): (Intent | Otherwise)[] {
  const expected = expectOf(question);
  if (expected === 'refuse') return ['absent'];
  if (expected === 'chat') return ['talk'];
  const right = (Object.keys(INTENTS) as Intent[]).filter((intent) => {
    const plain = plainQuestion(intent, shape);
    if (plain === undefined) return false;
    const answer = asked(plain);
    if (judge(question, { id: question.id, ...answer }).outcome !== 'correct') return false;
    return (
      !question.cite?.length || question.cite.some((place) => answer.citations.some((c) => isAt(c, place)))
    );
  });
  return right.length > 0 ? right : ['other'];
}

/** A list of all groups stands where the groups do: not where one of them is asked for. */
const isAt = (cited: string, place: string) =>
  cited === place || (cited.includes('、') && cited.startsWith(place));

/** What a question is after, by its wording. */
export function intentExamples(taught: readonly Taught[]): Example[] {
  return [...taught, ...wordingsTaught()].map(({ shape, right }) => ({
    stretches: listed(stretchesOf(shape)),
    open: CLASSES.flatMap((name, at) => (isOtherwise(name) || isNamed(name, shape) ? [at] : [])),
    right: new Set(right.map((name) => CLASSES.indexOf(name))),
  }));
}

const isOtherwise = (name: Intent | Otherwise): name is Otherwise =>
  (OTHERWISE as readonly string[]).includes(name);

function wordingsTaught(): { shape: Shape; right: (Intent | Otherwise)[] }[] {
  return readdirSync(WORDINGS)
    .sort()
    .flatMap((name) => readFileSync(new URL(name, WORDINGS), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const { intent, context, q } = JSON.parse(line) as Wording;
      if (!CLASSES.includes(intent)) throw new Error(`test/intents: no intent ${intent} (${q})`);
      const shape = engine.shapeOf(q, context);
      return isOtherwise(intent) || isNamed(intent, shape) ? [{ shape, right: [intent] }] : [];
    });
}

/** Where the answer stands: of questions that no plain one asks, and of those that sentences are said to answer. */
export function placeExamples(taught: readonly Taught[]): { classes: string[]; examples: Example[] } {
  const said = defaultLexicon().topics.flatMap(({ at, ask }) =>
    ask.map((one) => ({ text: fold(one), places: [at] })),
  );
  const judged = taught.flatMap(({ question: { cite = [] }, shape, right }) =>
    right[0] === 'other' && cite.length > 0 ? [{ text: shape.text, places: cite }] : [],
  );
  const all = [...judged, ...said];
  const classes = [...new Set(all.flatMap(({ places }) => places))].sort();
  const open = classes.map((_, i) => i);
  return {
    classes,
    examples: all.map(({ text, places }) => ({
      stretches: listed(placeStretches(text)),
      open,
      right: new Set(places.map((place) => classes.indexOf(place))),
    })),
  };
}
