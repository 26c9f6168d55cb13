import { expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { type MadeQuestion, madeQuestions } from './exhaustive.ts';
import { madeOperations } from './operations.ts';

const folded = (text: string) => text.replace(/[“”"「」\s]/g, '');

function holds(answer: string, must: string): boolean {
  return /^\d+$/.test(must)
    ? new RegExp(`(?<!\\d)${must}(?!\\d)`).test(answer)
    : answer.includes(folded(must));
}

/** Those of the questions that are not answered as the model says. */
function failed(questions: readonly MadeQuestion[]): string[] {
  const engine = defaultEngine();
  return questions
    .filter(({ q, must, mustNot }) => {
      const answer = folded(engine.ask(q).text);
      const starts = mustNot.some((start) => answer.startsWith(start.replace('^', '')));
      return starts || !must.every((each) => holds(answer, each));
    })
    .map(({ q }) => q);
}

it('every fact of the model is answered, however it is asked', () => {
  expect(failed(madeQuestions(defaultNotice()))).toEqual([]);
});

it('what is set aside, claimed or asked of several is answered for every group, unit and leader', () => {
  expect(failed(madeOperations(defaultNotice()))).toEqual([]);
});
