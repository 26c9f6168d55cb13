import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, personName, unitList } from '../../replies/texts.ts';
import { bodyMeant } from '../claims/verify-people.ts';
import { needing } from '../needing.ts';

const MANY = '(?:[这那])?(?:[几二三四五六七八九十\\d]+)?(?:个|位|家|名)?';
const LIST =
  '(?<list>副组长|副主任|成员(?:单位)?|(?:责任|配合|牵头)(?:的)?(?:单位)?)(?:的)?(?:名单|排序|顺序)?(?:里[面头边]?|中|当中|之中)?';
const NTH = '(?:[是排列算位居在名到]|应该|到底|一共)*第几(?:个|位|名|家|号)?';
const END = '(?:出现|登场|的)?(?:[呢呀啊吗来着?？])*$';
/** Somebody, a list, and which of it he is; or the other way round. */
export const RANKED = new RegExp(
  `(?:在|按)(?:[^,，GMS]{0,8}|[^,，]{0,4}G[^,，MS]{0,4})?${MANY}${LIST}[,，]?${NTH}${END}`,
);
const RANK_FIRST = new RegExp(`^(?:[^,，UPMS]{0,10})${LIST}[,，]?${NTH}(?:才)?(?:是|轮到|到)[UP][?？]*$`);

interface List {
  name: string;
  ids: readonly string[];
  location: string;
}

/** `某某在那几个副主任里排第几`, `某局在某组责任单位里是第几个`: the place of a name in one of the paper's lists. */
export const answerRankInList: Handler = needing(
  () => ({ masked: [/[PU]/, [RANKED, RANK_FIRST]] }),
  (question, { facts }) => {
    const { masked } = question;
    const said = (masked.match(RANKED) ?? masked.match(RANK_FIRST))?.groups?.['list'];
    const people = mentioned(question, 'person');
    const units = mentioned(question, 'unit');
    const [one, ...others] = [...people, ...units];
    if (said === undefined || !one || others.length > 0) return undefined;
    const list = listMeant(said, question, facts);
    const isPerson = one.kind === 'person';
    if (!list || isPerson !== /副/.test(said)) return undefined;
    const name = isPerson ? personName(facts, one.id) : unitList(facts, [one.id]);
    const index = list.ids.indexOf(one.id);
    const line =
      index < 0
        ? `${name}不在${list.name}名单里。${at(list.location)}`
        : `${name}在${list.name}名单里排第${index + 1}，共${list.ids.length}${isPerson ? '位' : '家'}。${at(list.location)}`;
    return reply(line, [list.location], { focus: [one], readsAll: true });
  },
);

function listMeant(said: string, question: Question, facts: Facts): List | undefined {
  const [no, ...more] = mentioned(question, 'group').map((entity) => entity.no);
  const group = no === undefined ? undefined : facts.group(no);
  if (/责任|配合|牵头/.test(said)) {
    if (!group || more.length > 0) return undefined;
    const isLead = said.startsWith('牵头');
    return {
      name: `${groupName(group)}${isLead ? '牵头' : '责任'}单位`,
      ids: isLead ? group.leadUnits : group.responsibleUnits,
      location: group.location,
    };
  }
  if (group) return undefined;
  const body = bodyMeant(question, facts);
  const { office, location } = body;
  if (said === '副主任')
    return office && { name: '办公室副主任', ids: office.deputies, location: office.location };
  return said === '副组长'
    ? { name: '副组长', ids: body.deputies, location }
    : { name: '成员单位', ids: body.memberUnits, location };
}
