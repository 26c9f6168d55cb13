import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { answerCard } from '../../src/answers/replies/card.ts';
import type { Answer } from '../../src/answers/types.ts';

const FOUND: Answer = {
  kind: 'answer',
  text: '政府采购（第6组）由财政局牵头。（三、6）',
  citations: ['三、6'],
  quotes: [],
  suggestions: [],
  confidence: 0.9,
};

const titleOf = (answer: Answer) => JSON.stringify(answerCard('问题', answer).header);

test('a card says that it was found only where it was', () => {
  expect(titleOf(FOUND)).toContain('查到了');
  expect(titleOf({ ...FOUND, isPartial: true })).not.toContain('查到了');
  expect(titleOf({ ...FOUND, isPartial: true })).toContain('只找到相近的');
});

test('what begins with 没有直接写 is such an answer', () => {
  const near = [
    '包容普惠创新组的开会频率怎么定',
    '机关打算买啥只公开一部分对吧',
    '牵头单位每周要干啥',
    '政务服务一年开几次会',
  ]
    .map((question) => defaultEngine().ask(question))
    .filter(({ text }) => text.startsWith('通知里没有直接写'));
  expect(near.length).toBeGreaterThan(0);
  for (const answer of near) expect(answer).toMatchObject({ kind: 'answer', isPartial: true });
  expect(defaultEngine().ask('政府采购谁牵头')).not.toHaveProperty('isPartial');
});
