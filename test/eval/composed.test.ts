import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { askedInRows, askedOfPairs, askedTogether } from './composed.ts';
import { evaluate, readQuestions } from './evaluate.ts';
import type { JudgedQuestion } from './score.mjs';

const QUESTIONS = new URL('../questions/', import.meta.url);

/** Kinds of questions that ask one thing. */
const OF_ONE = [
  'leader',
  'unit',
  'group',
  'duty',
  'target',
  'measure',
  'rule',
  'person',
  'count',
  'document',
];
/** A longer question tells a story, and one that is cut by marks asks several things already. */
const LONGEST = 18;
const CUT = /[，,。；、\s]|还有|别|不是/;
/** Every so many-th of the committed questions of one thing is asked together with another. */
const SAMPLED = 19;

const engine = defaultEngine();

/** Expects a share (0…1) of the questions to be answered rightly, and shows those that are not. */
function expectRight(questions: readonly JudgedQuestion[], share: number): void {
  const { rows, total } = evaluate(engine, questions).scored;
  const broken = rows
    .filter((row) => row.outcome !== 'correct')
    .map((row) => `${row.q.q}: ${JSON.stringify(row.missing)} ${row.a?.text ?? ''}`);
  expect(total.n).toBeGreaterThan(100);
  expect(total.correct / total.n, broken.join('\n')).toBeGreaterThanOrEqual(share);
}

test('several things asked of one group, unit or leader in a row are all told', () => {
  expectRight(askedInRows(defaultNotice()), 0.97);
});

test('what is asked of two groups, units or leaders is told of both', () => {
  expectRight(askedOfPairs(defaultNotice()), 0.97);
});

test('two questions that have nothing to do with each other are both answered', () => {
  const single = readdirSync(QUESTIONS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readQuestions(new URL(name, QUESTIONS)))
    .filter(
      ({ q, kind, context, expect: expected, must }) =>
        OF_ONE.includes(kind) &&
        context === undefined &&
        (expected ?? 'answer') === 'answer' &&
        q.length <= LONGEST &&
        !CUT.test(q) &&
        (must?.length ?? 0) > 0,
    )
    .filter((_, i) => i % SAMPLED === 0);
  const right = evaluate(engine, single).scored.rows.filter((row) => row.outcome === 'correct');
  expectRight(
    askedTogether(
      right.map(({ q }) => q),
      17,
    ),
    0.82,
  );
});
