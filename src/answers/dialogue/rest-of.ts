import { nameOf } from '../subjects.ts';
import { firmOf, type Turn } from '../turn.ts';
import type { Talk } from './talk.ts';

/** The other groups, after those that a unit leads. */
const OTHERS =
  /^(?:那|那么)?(?:(?:其他|其它|别的|另外|其余|剩下)(?:的)?(?:小?组)?|还有(?:别的|其他)?|(?:当)?(?:责任单位|配合)(?:的)?(?:小?组)?)(?:呢|嘞|都有哪些|有哪些|是哪些)(?:[?？])*$/;
const LONGEST = 12;

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
