export interface JudgedQuestion {
  id: string;
  q: string;
  context?: string[];
  kind: string;
  expect?: string;
  /** Each must stand in the answer, or one of each list. */
  must?: (string | string[])[];
}
export interface Row {
  q: JudgedQuestion;
  a: { id: string; kind: string; text: string } | undefined;
  outcome: 'correct' | 'wrong' | 'abstained';
  clarify: boolean;
  missing: (string | string[])[];
  hit: string[];
  reason: string;
}
export interface Tally {
  n: number;
  correct: number;
  wrong: number;
  abstained: number;
  clarify: number;
}
export interface Scored {
  rows: Row[];
  table: Map<string, Tally>;
  total: Tally;
  cite: { n: number; hit: number };
}
export function score(questions: readonly JudgedQuestion[], answers: readonly object[]): Scored;
export function expectOf(question: JudgedQuestion): 'refuse' | 'chat' | 'answer';
export function lastLine(tally: Tally): string;
export function judge(
  question: JudgedQuestion,
  answer: object | undefined,
): { outcome: 'correct' | 'wrong' | 'abstained'; reason: string };
