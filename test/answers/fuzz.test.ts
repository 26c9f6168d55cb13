import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { ANSWER_KINDS } from '../../src/answers/types.ts';

const engine = defaultEngine();
/** Milliseconds a single question may take, whatever it is; the best of a few tries, since other tests share the machine. */
const SLOWEST = 50;

function check(question: string, context?: string[]): void {
  const timed = () => {
    const from = performance.now();
    engine.ask(question, context);
    return performance.now() - from;
  };
  if (timed() >= SLOWEST) expect(Math.min(timed(), timed(), timed(), timed())).toBeLessThan(SLOWEST);
  const answer = engine.ask(question, context);
  expect(ANSWER_KINDS).toContain(answer.kind);
  expect(answer.text.length).toBeGreaterThan(0);
}

const pieces = fc.constantFrom(
  '获得电力',
  '谁分包',
  '第7组',
  '附件1第14条',
  '发改委',
  '侯主任',
  '几个',
  '，',
  '？',
  '吗',
  '是不是',
  '牵头',
  '责任单位',
  '<at id=all></at>',
  '**',
  '[a](http://x.y)',
  '\u200b',
  '四（二）',
  '十四',
  '100%',
  'zhengwufuwu',
  '上一个',
  '它的',
  '、',
  '各',
);

test('ten thousand odd strings are answered, none throws, none is slow', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.array(pieces, { maxLength: 14 }).map((words) => words.join('')),
      ),
      (question) => check(question),
    ),
    { numRuns: 10_000, seed: 7 },
  );
});

const LONG = 20_000;
const ADVERSARIAL: readonly string[] = [
  '',
  ' '.repeat(LONG),
  '获得电力谁分包'.repeat(LONG / 7),
  '、'.repeat(LONG),
  '第'.repeat(LONG),
  '一'.repeat(LONG),
  '1'.repeat(LONG),
  '第1、'.repeat(LONG / 3),
  'a'.repeat(LONG),
  'zhengwufuwu'.repeat(LONG / 11),
  '<'.repeat(LONG),
  '<at '.repeat(LONG / 4),
  '（'.repeat(LONG),
  '附件'.repeat(LONG / 2),
  '是不是'.repeat(LONG / 3),
  '？'.repeat(LONG),
  '\u0000'.repeat(LONG),
  '😀'.repeat(LONG / 2),
  '財政局牽頭'.repeat(LONG / 5),
  '\ud800'.repeat(LONG),
];

test.each(ADVERSARIAL.map((text, i) => [i, text] as const))(
  'long and hostile text %i is answered in time',
  (_, text) => {
    check(text);
    check('谁牵头', [text, text]);
  },
);
