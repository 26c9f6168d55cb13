import type { NoticeModel } from '../notice/types.ts';
import { INTENTS } from './intents/intents.ts';
import type { Context, Engine } from './types.ts';

const PHRASE = 14;
/** Names of each sort that the plain questions are asked of. */
const EACH = 8;

/** What people say after an answer, of another name (`{x}`) or of what was told. */
const GOES_ON = [
  '那{x}呢',
  '{x}呢，也在吗',
  '谁分包的',
  '它的责任单位呢',
  '一共几家',
  '牵头的是哪家',
  '上一个',
  '还有别的吗',
  '第二个是干啥的',
  '为什么',
];

/** Ways of asking that the plain questions have not: oblique, of several things at once, with a claim, of no matter. */
const ASKED = [
  '麻烦问下，{x}这块到底归哪位领导管',
  '{x}谁牵头，谁分包，配合的有几家',
  '我记得{x}是{y}牵头的，对不对',
  '{x}跟{y}比，哪个多',
  '除了{x}，还有谁没有任务',
  '{x}要是没完成，会怎么处理',
  '{x}写在哪一条，几月底前要做到多少',
  '不是{x}的能不能参加',
  '{x}的电话是多少，去年排第几',
  '{x}和{y}都有谁，分别列一下',
  '厂子里碰上{x}的难处，该找哪个单位反映',
  '你好，在吗',
  '好的，谢谢',
];

/**
 * Asks about everything that the model names, in all sorts of ways, about a second's work: the first questions of a
 * fresh process take ten times as long as the later ones, and no person should be the one who waits.
 */
export function warmUp(engine: Engine, model: NoticeModel): void {
  for (const [question, context] of questionsOf(model)) engine.ask(question, context);
}

function* questionsOf(model: NoticeModel): Generator<[question: string, context?: Context]> {
  const units = model.units.map(({ name }) => name);
  const groups = model.groups.map(({ field }) => field);
  const people = model.people.map(({ name }) => name);
  const measures = model.measures.map(({ no }) => `第${no}条措施`);
  const names: Readonly<Record<string, readonly string[]>> = {
    u: units,
    v: units.toReversed(),
    g: groups,
    h: groups.toReversed(),
    p: people,
    r: people.toReversed(),
    m: measures,
    x: [...groups, ...units],
    y: [...units, ...people],
  };
  const filled = (text: string, i: number) =>
    text.replace(/\{(\w)\}/g, (_, sort: string) => {
      const some = names[sort] ?? [];
      return some[i % Math.max(1, some.length)] ?? '';
    });
  const plain = Object.values(INTENTS);
  for (let i = 0; i < EACH; i++) {
    for (const question of plain) yield [filled(question, i)];
    for (const question of ASKED) yield [filled(question, i)];
    for (const [at, said] of GOES_ON.entries())
      yield [filled(said, i + 1), [filled(plain[(at * EACH + i) % plain.length] ?? '', i)]];
  }
  for (const group of model.groups) yield [`第${group.no}组的责任单位有几个`];
  for (const { what } of model.indicators) yield [`${what}是多少`];
  for (const { text } of model.clauses) yield [`${text.slice(0, PHRASE)}是哪条说的`];
}
