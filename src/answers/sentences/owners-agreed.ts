import type { Desk } from '../handler.ts';
import { THE_REST } from '../question/expect.ts';
import type { Question } from '../question/parse.ts';
import { type Reply, reply } from '../replies/reply.ts';
import { at, groupName, personName, unitList } from '../replies/texts.ts';
import { lookUp } from './look-up.ts';
import { ownersAsked } from './owners.ts';
import type { Match } from './retrieve.ts';

/** What the best sentence must cover of a story, and what of that the others that come near it. */
const POINTS = 0.34;
const COMES_NEAR = 0.75;
/** Weight below which a sentence has only a word or two of the story. */
const SAYS = 1.5;

/** A story that no sentence answers by itself, while all that come near it are of one group's matter: that group. */
export function agreedOwner(question: Question, desk: Desk): Reply | undefined {
  if (!ownersAsked(question.masked) || THE_REST.test(question.text)) return undefined;
  const { facts } = desk;
  const { matches } = lookUp(question, desk);
  const [best] = matches;
  if (!best || best.coverage < POINTS || best.weight < SAYS) return undefined;
  const near = matches.filter((m) => m.coverage >= best.coverage * COMES_NEAR);
  const groupsOf = ({ statement }: Match) =>
    statement.groups.length > 0
      ? statement.groups
      : statement.measures.flatMap((no) => facts.measure(no)?.groups ?? []);
  const [no, ...others] = groupsOf(best).filter((each) => near.every((m) => groupsOf(m).includes(each)));
  const group = no === undefined || others.length > 0 ? undefined : facts.group(no);
  if (!group) return undefined;
  const said = `${groupName(group)}：${personName(facts, group.leader)}分包，${unitList(facts, group.leadUnits)}牵头。`;
  return reply(`${said}${at(group.location)}`, [group.location], {
    focus: [{ kind: 'group', no: group.no }],
    confidence: best.coverage,
  });
}
