import { expect, it } from 'vitest';
import { createEngine } from '../../../src/answers/engine.ts';
import { type Chooser, chooserOf, type Option, sumOf } from '../../../src/answers/intents/choice.ts';
import type { Guess } from '../../../src/answers/intents/classify.ts';
import { reply } from '../../../src/answers/replies/reply.ts';
import { otherLexicon } from '../other-notice/lexicon.ts';
import { otherModel } from '../other-notice/model.ts';

const option = (name: Option['name'], signs: Option['signs']): Option => ({
  name,
  reply: reply(name, []),
  signs,
});

it('the option whose signs weigh most is picked, of equal ones the first', () => {
  const choose = chooserOf({ sure: 2, likely: 3, long: -1 });
  expect(choose([option('found', { sure: 1 }), option('plain1', { likely: 1 })])?.name).toBe('plain1');
  expect(choose([option('found', { sure: 1 }), option('plain1', { likely: 1, long: 1 })])?.name).toBe(
    'found',
  );
  expect(choose([])).toBeUndefined();
});

it('a sign that has no weight counts nothing', () => {
  expect(sumOf({ sure: 0.5, 'never seen': 9 }, { sure: 2 })).toBe(1);
});

/** The options that a question gets where its wording is read as the guesses say. */
function optionsOf(question: string, guesses: readonly Guess[], before: readonly string[] = []) {
  const seen: (readonly Option[])[] = [];
  const choose: Chooser = (options) => {
    seen.push(options);
    return options[0];
  };
  createEngine(otherModel, otherLexicon, undefined, { guess: () => [...guesses], choose }).ask(
    question,
    before,
  );
  return seen.at(-1)?.map(({ name }) => name) ?? [];
}
const leader: Guess = { intent: 'leader', probability: 0.6, plain: '第1组由谁分包' };
const lead: Guess = { intent: 'lead', probability: 0.3, plain: '第1组由哪个单位牵头' };
const other: Guess = { intent: 'other', probability: 0.1, plain: undefined };

it('what the rules found comes first, then the answers to plain questions', () => {
  expect(optionsOf('采砂整治那边情况', [leader, lead, other]).slice(0, 3)).toEqual([
    'found',
    'plain1',
    'plain2',
  ]);
});

it('an answer that says no more than what was found is none of its own', () => {
  expect(optionsOf('采砂整治谁分包', [leader, other])).toEqual(['found']);
});

it.each([
  [
    'who is not in the notice is nobody whose name is like his',
    '慕容传是什么职务',
    'title',
    '慕容川是什么职务',
  ],
  ['a verdict that is sure is more than a plain answer', '采砂整治是水利局牵头吗', 'leader', '第1组由谁分包'],
  [
    'all groups are not counted where one is named',
    '采砂整治有几家责任单位',
    'groupCount',
    '一共有几个专项小组',
  ],
] as const)('%s', (_, question, intent, plain) => {
  expect(optionsOf(question, [{ intent, probability: 0.99, plain }, other])).not.toContain('plain1');
});

it('that something is absent is an option only where that is likely', () => {
  const absent = (probability: number): Guess => ({ intent: 'absent', probability, plain: undefined });
  expect(optionsOf('采砂整治谁分包', [absent(0.9)])).toContain('near');
  expect(optionsOf('采砂整治谁分包', [absent(0.2), other])).not.toContain('near');
});

const free: Guess = { intent: 'other', probability: 0.9, plain: undefined };

it.each(['夜里偷着挖砂的事组里要咋弄', '巡河留的底子往哪儿递'])(
  'the sentence that has most of the words is an option where the rules found little: %s',
  (question) => {
    expect(optionsOf(question, [free])).toContain('said');
  },
);

it.each([
  ['a verdict', '采砂整治是水利局牵头吗'],
  ['who has it', '采砂整治谁分包'],
  ['a refusal that knows why', '慕容传是什么职务'],
  ['each of several', '采砂整治和岸线绿化各由谁牵头'],
])('no sentence says more than %s', (_, question) => {
  expect(optionsOf(question, [free])).not.toContain('said');
});
