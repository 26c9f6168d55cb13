import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { defaultLexicon } from '../../src/answers/default.ts';
import { deskOf } from '../../src/answers/desk-of.ts';
import { indexFacts } from '../../src/answers/facts.ts';
import { HANDLERS } from '../../src/answers/handlers/index.ts';
import { type NeedingHandler, sieveHandlers } from '../../src/answers/handlers/needing.ts';
import { choiceLearnt } from '../../src/answers/intents/choice.ts';
import { buildLinker } from '../../src/answers/names/link.ts';
import { collectNames } from '../../src/answers/names/names.ts';
import { splitQuestions } from '../../src/answers/parts/split.ts';
import { readQuestion, remembering } from '../../src/answers/question/parse.ts';
import { asTold } from '../../src/answers/told/as-told.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { readQuestions } from '../eval/evaluate.ts';

const QUESTIONS = new URL('../questions/', import.meta.url);
/** Each so-manieth question: some thousand of all that were written. */
const EVERY = 8;

it('a handler that is not asked for want of characters would have declined', () => {
  const lexicon = defaultLexicon();
  const facts = indexFacts(defaultNotice());
  const linker = buildLinker(collectNames(facts.model, lexicon), facts, lexicon);
  const desk = {
    ...deskOf(facts, lexicon),
    live: undefined,
    guess: undefined,
    choose: choiceLearnt,
    places: undefined,
  };
  const asked = readdirSync(QUESTIONS)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readQuestions(new URL(name, QUESTIONS)))
    .filter((_, i) => i % EVERY === 0);
  const openFor = sieveHandlers(HANDLERS);
  const gated = Object.entries<NeedingHandler>(HANDLERS).flatMap(([name, { bare }]) =>
    bare ? [{ name, bare }] : [],
  );
  const missed = asked.flatMap(({ q, context = [] }) => {
    const memory = remembering(linker);
    const whole = readQuestion(asTold(q, context.length > 0, memory, desk), memory);
    const pieces = splitQuestions(whole.text);
    const read = pieces.length > 1 ? [whole, ...pieces.map((one) => readQuestion(one, memory))] : [whole];
    return read.flatMap((question) => {
      const open = new Set(openFor(question).map(([name]) => name));
      return gated.flatMap(({ name, bare }) =>
        !open.has(name) && bare(question, desk) ? [`${name}: ${question.text}`] : [],
      );
    });
  });
  expect(missed).toEqual([]);
  expect(gated.length).toBeGreaterThan(100);
});
