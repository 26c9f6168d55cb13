import { nameOf } from '../../conversation/subjects.ts';
import { type Entity, entityKey } from '../../names/entities.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** The other groups, after those that a unit leads. */
const OTHERS =
  /^(?:那|那么)?(?:(?:其他|其它|别的|另外|其余|剩下)(?:的)?(?:小?组)?|还有(?:别的|其他)?|(?:当)?(?:责任单位|配合)(?:的)?(?:小?组)?)(?:呢|嘞|都有哪些|有哪些|是哪些)(?:[?？])*$/;
const LONGEST = 12;

const PART = '(牵头|配合|当责任单位)';
const WHOSE = '(?:我们?|咱们?|俺们?|它们?|他们|人家|这家|[A-Z])?(?:自己|自家)?';
/** Some of its groups left out, and how many are left (`除了它牵头的还剩几个`). */
const LESS_PART = new RegExp(
  `^(?:那|那么)?(?:除(?:了|去|开|掉)?|不算|去掉|扣掉|减去|刨去)${WHOSE}${PART}的(?:那?[几一两]?个?组)?(?:之?外|以外)?[,，]?(?:还|又|就|一共)*(?:剩|有|是|配合|参加|在)*(?:下|了|余)*(?:几|多少|哪[几些]?)个?(?:小?组)?(?:呢|[?？])*$`,
);
/** Whether it has any of a part (`有叫我们牵头的没`). */
const ANY_PART = new RegExp(
  `^(?:那|那么)?(?:里[面头]|其中|当中)?(?:有没有|有)(?:叫|让|由|归|是|要|轮到|算|给)?${WHOSE}(?:来|去)?${PART}的?(?:小?组)?(?:没有?|吗|不|么|呢|[?？])*$`,
);
const OTHER_PART: Readonly<Record<string, string>> = { 牵头: '不牵头只配合', 配合: '牵头' };

/** The other units, after who leads a group or has it. */
const OTHER_UNITS =
  /^(?:那|那么)?(?:其他|其它|别的|另外的?|其余)(?:的)?(?:单位|部门|局|几家|那几家)(?:呢|嘞|都有谁|有谁|有哪些|是谁)[?？]*$/;

/** `其他单位呢` after who leads a group or a measure: who is responsible, or supports it. */
export function restOfGroup({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || !OTHER_UNITS.test(text)) return undefined;
  const [group, ...others] = firmOf(last.question).flatMap(({ entities }) => entities);
  if (others.length > 0) return undefined;
  if (group?.kind === 'measure') return ask(`${nameOf(group, facts)}的配合单位有哪些`);
  return group?.kind === 'group' ? ask(`${nameOf(group, facts)}的责任单位有哪些`) : undefined;
}

/** `除了它牵头的还剩几个`, `有叫我们牵头的没` after the groups of a unit: those that it has in one part or the other. */
export function partOfUnit({ question, last, facts, ask }: Talk): Turn | undefined {
  const { masked } = question;
  if (masked.length > LONGEST_PART) return undefined;
  const less = masked.match(LESS_PART)?.[1];
  const any = less === undefined ? masked.match(ANY_PART)?.[1] : undefined;
  const part = less ?? any;
  const firm = firmOf(last.question);
  const [unit, ...others] = firm.flatMap(({ entities }) => entities);
  if (part === undefined || unit?.kind !== 'unit' || others.length > 0) return undefined;
  if (
    !/组/.test(last.question.text) ||
    firmOf(question).some((m) => m.entities.some((e) => !isSame(e, unit)))
  )
    return undefined;
  const said = part === '牵头' ? '牵头' : '配合';
  const asked = less === undefined ? said : OTHER_PART[said];
  const turn = ask(`${nameOf(unit, facts)}${asked}的组有哪些`);
  return turn && exactly(turn);
}

const LONGEST_PART = 22;
const isSame = (one: Entity, other: Entity) => entityKey(one) === entityKey(other);

/** `其他组呢`, `责任单位的组呢` after the groups that a unit leads: those it supports. */
export function restOfUnit({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text } = question;
  if (text.length > LONGEST || !OTHERS.test(text)) return undefined;
  const firm = firmOf(last.question);
  const [unit] = firm.flatMap(({ entities }) => entities);
  const asked = last.question.text;
  if (unit?.kind !== 'unit' || firm.length !== 1 || !/牵/.test(asked) || !/组/.test(asked)) return undefined;
  return ask(`${nameOf(unit, facts)}不牵头只配合的组有哪些`);
}
