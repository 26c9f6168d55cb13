import { nameOf } from '../../conversation/subjects.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned } from '../../question/parse.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** Whether a unit is in a slot, and then who is. */
const THEN_WHO =
  /^(?:那|那么|可)?(责任|配合|牵头)(?:的)?(?:单位)?(?:名单)?(?:里[面头边]?|中|当中)?(?:是不是|是|就)?(没有|没|不含|不包括|有没有|有|包括|含)U(?:这家|那家)?(?:的)?(?:吧|吗|么|呢|没有?|对吧|是吧)*[?？,，。]+(?:没有?|要是没有?|不在|有)?(?:的话)?[,，]?(?:那|那么|到底|究竟|一共|总共)*(?:都|又)?(?:是|有|写了?|列了?)*(?:谁|哪[几些](?:家|个)?(?:单位)?|几家)(?:呢|[?？])*$/;
const DENIES = /^(?:没|不)/;
const LONGEST = 30;

/** `责任单位里没有某局吧？那都是哪几家` after something of a group: whether it is, and all of them. */
export function thenList({ question, last, facts, ask }: Talk): Turn | undefined {
  const [, slot, has = ''] = (question.text.length <= LONGEST && question.masked.match(THEN_WHO)) || [];
  const [unit, ...others] = firmOf(question).flatMap(({ entities }) => entities);
  const [group, ...groups] = mentioned(last.question, 'group');
  if (slot === undefined || unit?.kind !== 'unit' || !group || others.length + groups.length > 0)
    return undefined;
  const { leadUnits = [], responsibleUnits = [] } = facts.group(group.no) ?? {};
  const isIn = (slot === '牵头' ? leadUnits : responsibleUnits).includes(unit.id);
  const sort = slot === '牵头' ? '牵头单位' : '责任单位';
  const turn = ask(`${nameOf(group, facts)}的${sort}有哪些`);
  if (!turn) return undefined;
  const isRight = DENIES.test(has) ? !isIn : isIn;
  const lines = [
    `${verdict(isRight)}${nameOf(unit, facts)}${isIn ? '在' : '不在'}列出的${sort}里。`,
    ...turn.reply.lines,
  ];
  return exactly({ ...turn, reply: { ...turn.reply, lines } });
}
