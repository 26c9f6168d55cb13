import { expect, test } from 'vitest';
import { createEngine } from '../../src/answers/engine.ts';
import { otherLexicon } from './other-notice/lexicon.ts';
import { otherModel } from './other-notice/model.ts';

const engine = createEngine(otherModel, otherLexicon);

const CASES: readonly [question: string, kind: string, says: string][] = [
  ['采砂整治谁分包', 'answer', '慕容川'],
  ['挖沙那个组是哪位领导包着', 'answer', '慕容川'],
  ['慕容书记管哪几个组', 'answer', '岸线绿化'],
  ['欧阳县长分包什么', 'answer', '航道疏浚'],
  ['林草局牵头哪个组', 'answer', '岸线绿化'],
  ['交通局参加哪些组', 'answer', '航道疏浚'],
  ['第3组牵头单位是谁', 'answer', '交通运输局'],
  ['附件1第2条谁负责', 'answer', '林业和草原局'],
  ['断面水质达标率要到多少', 'answer', '88%'],
  ['查河多久一次', 'answer', '每周'],
  ['哪个组要清除外来水草', 'answer', '岸线绿化'],
  ['水利局局长是谁', 'answer', '白岩'],
  ['办公室设在哪个单位', 'answer', '水利局'],
  ['通知文号是多少', 'answer', '清政办〔2023〕17号'],
  ['什么时候发的', 'answer', '2023年3月9日'],
  ['采砂整治是欧阳雪分包吗', 'answer', '不是。'],
  ['一共几个小组', 'answer', '3个'],
  ['水利局和交通局都在的组', 'answer', '采砂整治'],
  ['文旅中心是成员单位吗', 'answer', '不是'],
  ['发改委牵头哪个组', 'refuse', '没有'],
  ['慕容川的电话', 'refuse', '没有'],
  ['你好', 'chat', '您好'],
];

test.each(CASES)('the same engine answers another notice: %s', (question, kind, says) => {
  const answer = engine.ask(question);
  expect(answer.kind).toBe(kind);
  expect(answer.text).toContain(says);
});

test('a follow-up is read in its context there too', () => {
  expect(engine.ask('责任单位呢', ['采砂整治谁分包']).text).toContain('交通运输局');
  expect(engine.ask('那疏浚呢', ['采砂整治谁分包']).text).toContain('欧阳雪');
});
