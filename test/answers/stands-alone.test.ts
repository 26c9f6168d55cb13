import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { standsAlone } from '../../src/answers/conversation/stands-alone.ts';
import { defaultEngine } from '../../src/answers/default.ts';
import { readQuestions } from '../eval/evaluate.ts';

const QUESTIONS = new URL('../questions/', import.meta.url);
const engine = defaultEngine();
const all = readdirSync(QUESTIONS)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readQuestions(new URL(name, QUESTIONS)));
const alone = (text: string) => standsAlone(text, engine.linkEntities(text));

it.each([
  '那税务局呢',
  '税务局呢',
  '谁牵头',
  '它的责任单位有哪些',
  '第二个是什么职务',
  '还有哪些单位',
  '财政局',
  '第8组',
])('%s may lean on what was asked before', (text) => expect(alone(text)).toBe(false));

it.each(['获得电力是谁分管', '财政局牵头哪几个组', '税务局在哪些专项小组里'])(
  '%s says by itself what it is about',
  (text) => expect(alone(text)).toBe(true),
);

it('no judged conversation is answered otherwise without its earlier questions', () => {
  const own = all.filter(({ q }) => alone(q));
  expect(own.length).toBeGreaterThan(all.length / 5);
  const changed = own
    .filter(({ context = [] }) => context.length > 0)
    .filter(({ q, context }) => engine.ask(q, context).text !== engine.ask(q).text);
  expect(changed.map(({ q }) => q)).toEqual([]);
});

it('a stranger’s question before it changes next to nothing', () => {
  const own = all.filter(({ q }) => alone(q));
  const pairs = Array.from({ length: 600 }, (_, no) => ({
    before: all[(no * 104_729 + 13) % all.length]?.q ?? '',
    q: own[(no * 7_919) % own.length]?.q ?? '',
  }));
  const changed = pairs.filter(({ before, q }) => engine.ask(q, [before]).text !== engine.ask(q).text);
  expect(changed.length).toBeLessThan(2);
});

it.each([
  ['附件1三下头第二块叫啥', '公家买东西谁牵头', '财政局'],
  ['附件2第二部分讲什么', '盖房子审批谁牵头', '住建局'],
  ['第8条写的啥', '企业贷款难谁分包', '吕沛'],
])('an everyday word for a matter is no slot of %s', (before, question, said) => {
  expect(defaultEngine().ask(question, [before]).text).toContain(said);
});
