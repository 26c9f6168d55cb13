import { readFileSync } from 'node:fs';
import type { Answer, Engine } from '../../src/answers/types.ts';
import { type JudgedQuestion, type Scored, score } from './score.mjs';

/** Questions judged in one go, with the time each took. */
export interface Evaluation {
  scored: Scored;
  /** In the order asked. */
  answers: Answer[];
  /** Milliseconds per question, in the order asked. */
  times: number[];
}

/** Reads a file of questions, one JSON object a line. */
export function readQuestions(file: string | URL): JudgedQuestion[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as JudgedQuestion);
}

/** Asks the engine every question and judges its answers. */
export function evaluate(engine: Engine, questions: readonly JudgedQuestion[]): Evaluation {
  const times: number[] = [];
  const answers = questions.map(({ q, context }) => {
    const from = performance.now();
    const answer = engine.ask(q, context);
    times.push(performance.now() - from);
    return answer;
  });
  const judged = answers.map(({ kind, text, citations }, i) => ({
    id: questions[i]?.id ?? '',
    kind,
    text,
    citations,
  }));
  return { scored: score(questions, judged), answers, times };
}

/** The value below which a share (0…1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
