import { expect, it } from 'vitest';
import { defaultEngine } from '../../../src/answers/default.ts';
import { createEngine } from '../../../src/answers/engine.ts';
import { classifierOf, guessesOf } from '../../../src/answers/intents/classify.ts';
import { INTENTS, type Intent } from '../../../src/answers/intents/intents.ts';
import { isNamed, plainQuestion, type Shape, stretchesOf } from '../../../src/answers/intents/shape.ts';
import { DIGITS, ZERO } from '../../../src/answers/learnt/weights.ts';
import { otherLexicon } from '../other-notice/lexicon.ts';
import { otherModel } from '../other-notice/model.ts';

/** The made-up notice, read by the rules alone and with the second witness. */
const rules = createEngine(otherModel, otherLexicon, undefined, { guess: () => [] });
const engine = createEngine(otherModel, otherLexicon);

const NAMES = {
  unit: ['水利局', '交通运输局'],
  group: ['第1组', '第3组'],
  person: ['慕容川', '欧阳雪'],
  measure: ['附件1第2条'],
};
const shape = (masked: string, names: Partial<Shape['names']> = {}): Shape => ({
  text: masked,
  masked,
  names: { unit: [], group: [], person: [], measure: [], ...names },
  own: Object.values(names).flat(),
});

it.each(Object.keys(INTENTS) as Intent[])('the rules answer the plain question of %s', (intent) => {
  const plain = plainQuestion(intent, shape('', NAMES)) ?? '';
  const answer = rules.ask(plain);
  expect(plain).not.toMatch(/[{}]/);
  expect(answer.kind === 'answer' || /没有/.test(answer.text)).toBe(true);
  expect(answer.isPartial).not.toBe(true);
});

it.each([
  ['慕容川胸牌上头衔咋印', /^慕容川：县委书记，领导小组组长/],
  ['水利局跟交通运输局凑到一张桌上的都是啥组', /都在的组共3个/],
  ['领导小组扛把子的是哪位', /组长是慕容川/],
])('what the rules only half read is answered by its wording: %s', (question, expected) => {
  expect(rules.ask(question).text).not.toMatch(expected);
  expect(engine.ask(question).text).toMatch(expected);
});

it('a sure answer of the rules that says it all stays as it is', () => {
  for (const question of ['采砂整治谁分包', '水利局和交通局都在的组', '附件1第2条谁负责'])
    expect(engine.ask(question)).toEqual(rules.ask(question));
});

it('a plain question wants all its names', () => {
  expect(isNamed('common', shape('', { unit: ['水利局'] }))).toBe(false);
  expect(plainQuestion('common', shape('', { unit: ['水利局'] }))).toBeUndefined();
  expect(plainQuestion('isIn', shape('', NAMES))).toBe('水利局在第1组里吗');
});

it('names are no part of the wording', () => {
  const read = engine.shapeOf('岸线绿化组谁分包，水利局在不在');
  expect(read.masked).not.toMatch(/岸线|绿化|水利/);
  expect(read.masked).toMatch(/G.*U/);
  expect(read.names).toMatchObject({ group: ['第2组'], unit: ['水利局'] });
});

it('what was told before stands behind its own names', () => {
  const read = engine.shapeOf('那航道疏浚呢', ['采砂整治谁分包']);
  expect(read.names.group).toEqual(['第3组', '第1组']);
  expect(read.own).toEqual(['第3组']);
  const { marks = [] } = stretchesOf(read);
  expect(marks).toContain('#og1');
  expect(marks.some((mark) => mark.startsWith('<'))).toBe(true);
});

it('a guess is the sum of its stretches, among what is named', () => {
  const weight = (place: number, steps: number) => `${DIGITS[place]}${DIGITS[ZERO + steps]}`;
  const classify = classifierOf({
    step: 0.5,
    classes: ['leader', 'itemsOfLeader', 'no longer known', 'talk'],
    rows: { 谁包: weight(0, 20) + weight(1, 30) + weight(2, 40), 谢: weight(3, 40) },
  });
  expect(classify(shape('G谁包', { group: ['第1组'] }))[0]).toMatchObject({
    intent: 'leader',
    plain: '第1组由谁分包',
  });
  expect(classify(shape('P谁包', { person: ['慕容川'] }))[0]?.intent).toBe('itemsOfLeader');
  expect(classify(shape('谢'))[0]?.intent).toBe('talk');
  const all = classify(shape('G谁包', { group: ['第1组'] })).reduce((sum, one) => sum + one.probability, 0);
  expect(all).toBeLessThanOrEqual(1 + 1e-9);
});

it('the stored weights know every intent', () => {
  const unlikely = guessesOf(engine.shapeOf('采砂整治谁分包'));
  expect(unlikely[0]?.intent).toBe('leader');
  expect(unlikely[0]?.probability).toBeGreaterThan(0.5);
});

it('a matter that is not in the notice is not taken for the one told before', () => {
  const answer = defaultEngine().ask('采砂整治谁分包', ['获得电力谁牵头']);
  expect(answer.kind).toBe('refuse');
});
