import { expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { madeQuestions } from './exhaustive.ts';

const folded = (text: string) => text.replace(/[“”"「」\s]/g, '');

function holds(answer: string, must: string): boolean {
  return /^\d+$/.test(must)
    ? new RegExp(`(?<!\\d)${must}(?!\\d)`).test(answer)
    : answer.includes(folded(must));
}

it('every fact of the model is answered, however it is asked', () => {
  const engine = defaultEngine();
  const failed = madeQuestions(defaultNotice()).filter(({ q, must, mustNot }) => {
    const answer = folded(engine.ask(q).text);
    const starts = mustNot.some((start) => answer.startsWith(start.replace('^', '')));
    return starts || !must.every((each) => holds(answer, each));
  });
  expect(failed.map(({ q }) => q)).toEqual([]);
});
