import { nameOf } from '../../conversation/subjects.ts';
import { mentioned } from '../../question/parse.ts';
import { exactly, firmOf, type Turn } from '../../turn.ts';
import type { Talk } from '../talk.ts';

/** A slot, and an office that the notice does not know in it. */
const IN_SLOT =
  /^(?:那|那么|可|但)?(牵头|责任|配合)(?:的|单位|部门|那家|一)*(?:里[面头]?|当中|中)?(?:是不是|有没有|应该|该|就是|不是|是|有|由|归|包括|含|就|都)*E(?:牵头|负责|配合)?(?:的)?(?:对不对?|对[吧吗]|是[吧不]|没错吧|吗|吧|么|没有?|呢|[?？])*$/;
const LONGEST = 20;

/** `牵头的是不是某局`, an office of another kind of place, after something of a group: that it is not in the notice, and who is. */
export function elsewhereClaimed({ question, last, facts, ask }: Talk): Turn | undefined {
  const slot = question.text.length > LONGEST ? undefined : question.masked.match(IN_SLOT)?.[1];
  const [office, ...others] = firmOf(question);
  if (slot === undefined || office?.kind !== 'elsewhere' || others.length > 0) return undefined;
  const [measure, ...measures] = mentioned(last.question, 'measure');
  const [group, ...groups] = mentioned(last.question, 'group');
  const entity = measure ?? group;
  const name = entity && measures.length + groups.length === 0 ? nameOf(entity, facts) : undefined;
  const asked = slot === '牵头' ? '由哪个单位牵头' : measure ? '的配合单位有哪些' : '的责任单位有哪些';
  const turn = name === undefined ? undefined : ask(`${name}${asked}`);
  if (!turn) return undefined;
  const lines = [`不是，通知里没有${office.text}。`, ...turn.reply.lines];
  return exactly({ ...turn, reply: { ...turn.reply, lines } });
}
