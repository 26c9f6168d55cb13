import { expect, test } from 'vitest';
import { defaultEngine, defaultLexicon } from '../../src/answers/default.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { evaluate } from './evaluate.ts';
import { wordedQuestions } from './worded.ts';

/** Share of the questions, in all wordings together, that are answered rightly. */
const KEPT = 0.985;

test('who has what is answered in every wording, alone and after another question', () => {
  const questions = wordedQuestions(defaultNotice(), defaultLexicon());
  const { rows, total } = evaluate(defaultEngine(), questions).scored;
  const broken = rows
    .filter((row) => row.outcome !== 'correct')
    .map(({ q }) => `${q.id}: ${[...(q.context ?? []), q.q].join(' → ')}`);
  expect(total.n).toBeGreaterThan(3000);
  expect(total.correct / total.n, broken.join('\n')).toBeGreaterThanOrEqual(KEPT);
});
