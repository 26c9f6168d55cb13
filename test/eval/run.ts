import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultEngine } from '../../src/answers/default.ts';
import { evaluate, quantile, readQuestions } from './evaluate.ts';
import { expectOf, lastLine, type Row, type Tally } from './score.mjs';

const QUESTIONS = new URL('../questions/', import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string' } },
});

const files =
  positionals.length > 0
    ? positionals
    : readdirSync(QUESTIONS)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => new URL(name, QUESTIONS).pathname);

const engine = defaultEngine();
const all: { rows: Row[]; times: number[] } = { rows: [], times: [] };

for (const file of files) {
  const { scored, times } = evaluate(engine, readQuestions(file));
  all.rows.push(...scored.rows);
  all.times.push(...times);
  console.log(
    `${file.split('/').at(-1)}: ${lastLine(scored.total)} cited ${scored.cite.hit}/${scored.cite.n}`,
  );
}

printKinds(all.rows);
printConfusions(all.rows);
if (values.show !== undefined) printRows(all.rows, values.show);
console.log(
  `ms per question: median ${quantile(all.times, 0.5).toFixed(3)}, p99 ${quantile(all.times, 0.99).toFixed(3)}, most ${Math.max(...all.times).toFixed(3)}`,
);
console.log(lastLine(tally(all.rows)));

function tally(rows: readonly Row[]): Tally {
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return {
    n: rows.length,
    correct: count('correct'),
    wrong: count('wrong'),
    abstained: count('abstained'),
    clarify: rows.filter((row) => row.clarify).length,
  };
}

function printKinds(rows: readonly Row[]): void {
  for (const kind of new Set(rows.map((row) => row.q.kind))) {
    const t = tally(rows.filter((row) => row.q.kind === kind));
    const share = ((100 * t.correct) / t.n).toFixed(1);
    console.log(
      `  ${kind.padEnd(10)} n ${t.n}  correct ${t.correct}  wrong ${t.wrong}  abstained ${t.abstained}  ${share}%`,
    );
  }
}

/** What was expected against what was given, where they differ. */
function printConfusions(rows: readonly Row[]): void {
  const counts = new Map<string, number>();
  for (const { q, a } of rows) {
    const [expected, given] = [expectOf(q), a?.kind ?? 'nothing'];
    if (expected !== given) {
      const key = `${q.kind}: ${expected} expected, ${given} given`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`  ${count} × ${key}`);
}

function printRows(rows: readonly Row[], show: string): void {
  for (const row of rows) {
    if (show !== 'all' && show !== 'failed' && row.outcome !== show) continue;
    if (show === 'failed' && row.outcome === 'correct') continue;
    const before = row.q.context ? `${JSON.stringify(row.q.context)} → ` : '';
    console.log(`\n[${row.outcome}] ${row.q.id} ${row.q.kind} ${before}${row.q.q}`);
    console.log(`  ${row.reason} missing ${JSON.stringify(row.missing)} hit ${JSON.stringify(row.hit)}`);
    console.log(`  ${row.a?.kind}: ${row.a?.text.replaceAll('\n', ' / ').slice(0, 300)}`);
  }
}
