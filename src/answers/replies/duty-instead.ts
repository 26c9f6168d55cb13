import type { Desk } from '../handler.ts';
import { groupLines, OVERVIEW_OF_GROUP, slotsAsked } from '../handlers/groups/groups.ts';
import type { Question } from '../question/parse.ts';
import type { Reply } from './reply.ts';

/** So much is said beside the name of the group that it is no mere name. */
const SAID = 2;
/** Something is asked that is done or made, or put up as what is to be done. */
const ASKS_WORK = /啥|什么|怎|咋|往哪|哪[种样方]|[办干弄做搞]/;
/** Whoever it may be. */
const ASKS_WHOM =
  /单位|部门|名单|谁|领导|主任|书记|角色|身份|责任|[分包管]|哪[位个家]|同一|叫|姓|[UP]|跟\d|情况|咋样|怎么样|我|俺|批/;

/**
 * `某某那组图的是把啥提上去`: a group is named, something of its work is asked and no sentence of it was found. What it is
 * to do is nearer to that than who leads it and who is in it.
 */
export function dutyInstead(overview: Reply, question: Question, { facts }: Desk): Reply {
  const [first, ...others] = overview.focus;
  const group = first?.kind === 'group' && others.length === 0 ? facts.group(first.no) : undefined;
  const { masked, residue } = question;
  const isOfWork = ASKS_WORK.test(masked) && !ASKS_WHOM.test(masked) && residue.join('').length >= SAID;
  if (!group || overview.confidence !== OVERVIEW_OF_GROUP || !isOfWork || slotsAsked(question).length > 0)
    return overview;
  return { ...overview, lines: groupLines(facts, group, ['duty']), cites: [group.location] };
}
