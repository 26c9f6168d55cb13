import { readdirSync } from 'node:fs';
import lexiconData from '../db/notice/lexicon.json' with { type: 'json' };
import modelData from '../db/notice/model.json' with { type: 'json' };
import { defaultPlaces } from '../src/answers/default.ts';
import { createEngine } from '../src/answers/engine.ts';
import type { Engine } from '../src/answers/types.ts';
import { Lexicon } from '../src/notice/lexicon.ts';
import { NoticeModel } from '../src/notice/types.ts';
import { quantile, readQuestions } from '../test/eval/evaluate.ts';
import { enlarge } from './enlarge.ts';

const QUESTIONS = new URL('../test/questions/', import.meta.url);
const GROWTH = [1, 10, 100] as const;
/** Every so many-th question is asked: some thousand, of all sorts. */
const EVERY = 8;

/** Milliseconds per question over one engine, warm. */
interface Timing {
  median: number;
  p99: number;
}

/** Prints how long a question takes, and how that grows on notices 10 and 100 times as large. */
export function benchAsk(): void {
  const questions = readdirSync(QUESTIONS)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readQuestions(new URL(name, QUESTIONS)))
    .filter((_, i) => i % EVERY === 0)
    .map(({ q, context }) => [q, context] as const);
  const model = NoticeModel.parse(modelData);
  const lexicon = Lexicon.parse(lexiconData);
  let base: Timing | undefined;
  for (const times of GROWTH) {
    const timing = time(
      createEngine(enlarge(model, times), lexicon, undefined, { places: defaultPlaces() }),
      questions,
    );
    base ??= timing;
    console.log(
      `ask, notice × ${times}: median ${timing.median.toFixed(3)} ms, p99 ${timing.p99.toFixed(3)} ms (× ${(timing.median / base.median).toFixed(2)}, × ${(timing.p99 / base.p99).toFixed(2)})`,
    );
  }
}

function time(engine: Engine, questions: readonly (readonly [string, string[] | undefined])[]): Timing {
  for (const [q, context] of questions) engine.ask(q, context);
  const times = questions.map(([q, context]) => {
    const from = performance.now();
    engine.ask(q, context);
    return performance.now() - from;
  });
  return { median: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
