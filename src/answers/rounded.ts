import type { TaskGroup } from '../notice/types.ts';
import { isAnswer } from './decide.ts';
import type { Facts } from './facts.ts';
import { skeletonOf } from './query/tokens.ts';
import type { Reply } from './reply.ts';
import { at, groupName, personName, responsibleList, unitList } from './texts.ts';
import type { Turn } from './turn.ts';

/**
 * An answer about one group, with what else the notice says of who belongs to it where a word of the question was not
 * read: it may have asked for just that (`某局牵的那组，手底下配了谁`).
 */
export function rounded({ question, reply }: Turn, facts: Facts): Reply {
  if (!isAnswer(reply) || reply.live || reply.aside) return reply;
  const [no, ...others] = new Set(reply.focus.flatMap((e) => (e.kind === 'group' ? [e.no] : [])));
  const group = no === undefined || others.length > 0 ? undefined : facts.group(no);
  if (!group || OF_OTHER_THINGS.test(question.masked) || skeletonOf(question).unread === '') return reply;
  const line = untoldOf(group, reply.lines.join(''), facts);
  return line === undefined ? reply : { ...reply, aside: { line, cites: [group.location] } };
}

/** What is asked of the group is not who belongs to it. */
const OF_OTHER_THINGS = /^(?!.*(?:牵头|领导|单位|配合|分包)).*(?:附件|措施|条|第几|职责|分工)/;

/** Who leads a group, whose it is and who is responsible, as far as a text does not say so. */
function untoldOf(group: TaskGroup, said: string, facts: Facts): string | undefined {
  const leader = personName(facts, group.leader);
  const leads = unitList(facts, group.leadUnits);
  const rest = responsibleList(facts, group);
  // Some of them and not all: the ones that were asked for.
  const isChosen = group.responsibleUnits.some((id) => said.includes(unitList(facts, [id])));
  const parts = [
    ...(said.includes(leader) ? [] : [`${leader}${group.leaderLabel.slice(0, 2)}`]),
    ...(said.includes(leads) ? [] : [`${leads}牵头`]),
    ...(isChosen || said.includes(rest) ? [] : [`责任单位：${rest}`]),
  ];
  return parts.length === 0 ? undefined : `${groupName(group)}：${parts.join('；')}。${at(group.location)}`;
}
