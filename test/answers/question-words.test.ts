import { expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { indexFacts } from '../../src/answers/facts.ts';
import { withoutOwnPaper } from '../../src/answers/told/own-paper.ts';
import { plainQuestionWords } from '../../src/answers/turns/question-words.ts';
import { defaultNotice } from '../../src/notice/default.ts';

it.each([
  ['附二里谁负责问责', '附件二里谁负责问责'],
  ['附一第14的配合单位', '附件一第14条的配合单位'],
  ['那个14条谁牵头', '第14条谁牵头'],
  ['甲局是否牵头', '甲局是不是牵头'],
  ['甲组有无乙局', '甲组有没有乙局'],
  ['都在的组包括哪些', '都在的组有哪些'],
  ['在什么组里', '在哪些组里'],
  ['甲组……谁分包', '甲组，谁分包'],
])('%s is %s', (said, plain) => {
  expect(plainQuestionWords(said)).toBe(plain);
});

it.each([
  '附一张照片',
  '那个是第几条',
  '全区共设……个专项小组',
  '甲局……不对，乙局牵头哪组',
  '叫什么组',
  '有无之间',
])('%s stays', (said) => {
  expect(plainQuestionWords(said)).toBe(said);
});

it('leaves out that it goes by this paper, not by another', () => {
  const facts = indexFacts(defaultNotice());
  expect(withoutOwnPaper('根据5号文，谁牵头信贷组', facts)).toBe('谁牵头信贷组');
  expect(withoutOwnPaper('照这个通知，谁牵头信贷组', facts)).toBe('谁牵头信贷组');
  expect(withoutOwnPaper('根据8号文，谁牵头信贷组', facts)).toBe('根据8号文，谁牵头信贷组');
});

it('cuts a message at each figure asked for, however it is asked', () => {
  const { text } = defaultEngine().ask('企业开办多长时间办结，几个环节');
  expect(text).toContain('一日办结');
  expect(text).toContain('1个环节');
});
