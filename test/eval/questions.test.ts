import { readdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { type Evaluation, evaluate, readQuestions } from './evaluate.ts';

const QUESTIONS = new URL('../questions/', import.meta.url);
const files = readdirSync(QUESTIONS).filter((name) => name.endsWith('.jsonl'));

/**
 * What the committed questions are answered at least at, all together; below it the engine got worse. New questions
 * are answered less well, and how well depends on who asks: of hard mixes (`whole-127` to `whole-130`) 90 % were right
 * at first sight, with 9 % wrong; of `whole-131`, `134`, `135` and `138`, which nothing was mended by, 95 %, with 5 % wrong;
 * of five sets by hands that held to the given examples (`whole-155` and `156` are two of them), 97.6 %, with 2.4 % wrong.
 */
const FLOOR = { correct: 0.976, wrong: 0.019 };

/** Every so many-th of them, of each file: `npm run eval` tells of all. */
const SAMPLED = 3;

const questions = files
  .sort()
  .flatMap((file) => readQuestions(new URL(file, QUESTIONS)))
  .filter((_, i) => i % SAMPLED === 0);
let evaluation: Evaluation;

beforeAll(() => {
  evaluation = evaluate(defaultEngine(), questions);
});

test('the committed questions are answered as well as before', () => {
  const { total } = evaluation.scored;
  expect(total.n).toBe(questions.length);
  expect(total.n).toBeGreaterThan(9000);
  expect(total.correct / total.n).toBeGreaterThanOrEqual(FLOOR.correct);
  expect(total.wrong / total.n).toBeLessThanOrEqual(FLOOR.wrong);
});

test('an answer is short: at most five lines, no markdown, its places are places of the notice', () => {
  for (const [i, { text, kind, citations }] of evaluation.answers.entries()) {
    const asked = questions[i]?.q;
    expect(text.split('\n').length, asked).toBeLessThanOrEqual(5);
    expect(text, asked).not.toMatch(/\*\*|^#|```/);
    if (kind === 'chat') expect(citations, asked).toEqual([]);
  }
});
