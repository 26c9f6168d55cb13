import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { evaluate, readQuestions } from './evaluate.ts';
import { REWORDINGS } from './rewordings.ts';

const QUESTIONS = new URL('../questions/', import.meta.url);

/** Every so many-th of the committed questions is reworded. */
const SAMPLED = 24;
/** Rewordings that each of them gets, other ones from question to question. */
const EACH = 6;
/** Share of the rewordings of rightly answered questions that are answered rightly too. */
const KEPT = 0.99;

test('a question answered rightly is answered rightly in other words too', () => {
  const engine = defaultEngine();
  const all = readdirSync(QUESTIONS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readQuestions(new URL(name, QUESTIONS)));
  const sample = all.filter((_, i) => i % SAMPLED === 0);
  const right = evaluate(engine, sample).scored.rows.filter(
    (row) => row.outcome === 'correct' && row.q.expect !== 'chitchat',
  );
  const reworded = right.flatMap(({ q }, i) =>
    Array.from({ length: EACH }, (_, n) => REWORDINGS[(i * EACH + n) % REWORDINGS.length]).flatMap((one) => {
      const text = one?.[1](q.q) ?? q.q;
      return text === q.q ? [] : [{ ...q, id: `${q.id} ${one?.[0]}`, q: text }];
    }),
  );
  const { rows, total } = evaluate(engine, reworded).scored;
  const broken = rows.filter((row) => row.outcome !== 'correct').map(({ q }) => `${q.id}: ${q.q}`);
  expect(total.n).toBeGreaterThan(300);
  expect(total.correct / total.n, broken.join('\n')).toBeGreaterThanOrEqual(KEPT);
});
