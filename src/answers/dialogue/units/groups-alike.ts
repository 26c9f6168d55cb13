import { mentioned } from '../../question/parse.ts';
import type { Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

const COUNT = '([一二两俩三仨四五六七八\\d])';
/** Which other groups have as many units in a slot. */
const AS_MANY = new RegExp(
  `^(?:那|那么)?(?:还有)?(?:哪[几些]?个?|别的|其他)(?:专项)?小?组(?:的)?(?:责任单位|牵头单位|单位)?(?:也|同样)(?:是|就|都|只|光|仅)*(?:点名?|有|写|列|是|挂)?(?:了|的|着)*${COUNT}(?:家|个)(?:单位|局)?(?:一起|一块儿?|共同|合着)?(?:牵头)?(?:的)?(?:呢|[?？])*$`,
);
const LONGEST = 24;

/** `还有哪组也就点一家单位` after how many units one group has in a slot: all groups with so many there. */
export function groupsAlike({ question: { text }, last, ask }: Talk): Turn | undefined {
  const many = text.length > LONGEST ? undefined : text.match(AS_MANY)?.[1];
  const groups = mentioned(last.question, 'group');
  if (many === undefined || groups.length !== 1) return undefined;
  const isOfLead = /牵头/.test(text) || (!/责任/.test(text) && /牵头/.test(last.question.text));
  const count = many.replace('俩', '两').replace('仨', '三');
  return ask(isOfLead ? `${count}家牵头的组有哪些` : `责任单位只有${count}家的组有哪些`);
}
