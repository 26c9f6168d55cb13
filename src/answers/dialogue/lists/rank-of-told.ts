import { RANKED } from '../../handlers/places/rank-in-list.ts';
import { nameOf } from '../../query/pronouns.ts';
import { firmOf, type Turn } from '../../turn.ts';
import { groupsTold } from '../slots/group-slots.ts';
import type { Talk } from '../talk.ts';

const HE = /^(?:那|那么|可)?(?:他|她|(?:这|那)(?:一)?(?:位|个人|个?领导)|此人)(?:同志|本人)?(?=在|按)/;
const IT = /^(?:那|那么|可)?(?:它|他们|人家|(?:这|那)(?:一)?(?:家|个?局|个?单位|个?部门))(?:单位)?(?=在|按)/;
const OF_GROUP = /责任单位|配合|牵头/;
const LONGEST = 26;

/** `这位在那几个副主任里排第几`: the place in a list of whom the last answer named; a list without a group is the told one's. */
export function rankOfTold({ question, last, facts, ask }: Talk): Turn | undefined {
  const { text, masked } = question;
  if (text.length > LONGEST || !RANKED.test(masked)) return undefined;
  const he = text.match(HE)?.[0];
  const said = he ?? text.match(IT)?.[0];
  const name = said === undefined ? '' : nameOf(he === undefined ? 'unit' : 'person', last, facts);
  if (name === undefined) return undefined;
  const full = said === undefined ? text : `${name}${text.slice(said.length)}`;
  const isOfGroup = OF_GROUP.test(text) && !firmOf(question).some(({ kind }) => kind === 'group');
  const [group, ...more] = isOfGroup ? groupsTold(last, facts) : [];
  if (isOfGroup && (group === undefined || more.length > 0)) return undefined;
  if (said === undefined && !isOfGroup) return undefined;
  return ask(group === undefined ? full : full.replace(/(?<=在|按)(?:它的?|这个?组的?)?/, `${group}的`));
}
