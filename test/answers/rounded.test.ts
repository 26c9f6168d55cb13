import { expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const linesOf = (question: string) => defaultEngine().ask(question).text.split('\n');

it('tells the rest of a group where a word that may ask for it was not read', () => {
  const lines = linesOf('金融局牵的那组 手底下配了谁');
  expect(lines.at(-1)).toMatch(/责任单位：.*财政局.*科创局/);
});

it.each([
  ['所有的词都读懂了', '获得信贷组谁牵头'],
  ['问的是其中几家', '不动产登记的责任单位里面，谁是企业'],
])('leaves it at what was asked where %s', (_, question) => {
  expect(linesOf(question).join('\n')).not.toContain('责任单位：');
});
