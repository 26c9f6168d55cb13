import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const AFTER = /后[面边]|[PU]的?后头|之后|[下后]一(?:个|位|家)|往后|挨着|紧跟/;
const BEFORE = /前[面边]|[PU]的?前头|之前|[上前]一(?:个|位|家)|往前/;
const FIRST = /打头|牵头的那家|头一(?:个|家|位)|第1(?:个|家|位)|最前|排首/;
const LAST = /收尾|末尾|最后|末位|垫底|排尾/;

/** `成员单位最后一家`: the list and a place in it, nothing else. */
const PLACE_ALONE =
  /^(?:领导小组|区|办公室|的)*(?:成员单位|副组长|副主任)(?:里|中)?(?:面|头)?的?(?:最后|末尾|末了|最末|第1|头|打头|垫底|收尾)(?:的)?(?:一|1)?(?:个|家|位|名)?(?:是|叫)?(?:谁|哪[个家位])?[?？]*$/;

/** `成员单位里某局后面排的是谁`, `副组长名单打头和收尾的`: places in the lists of the leading group. */
export const answerNeighbours: Handler = needing(
  () => ({ masked: [/[PU]|副主任|副组长|成员单位|成员名单/, [/排|挨|名单|顺序|成员单位/, PLACE_ALONE]] }),
  (question, { facts }) => {
    const { masked } = question;
    if (/[GMS]|条/.test(masked)) return undefined;
    const [person] = mentioned(question, 'person');
    const [unit] = mentioned(question, 'unit');
    const list = listAsked(masked, facts, person !== undefined, unit !== undefined);
    if (!list) return undefined;
    const known = person?.id ?? unit?.id;
    if (known !== undefined && /排|挨|名单|顺序|成员单位里?[面头]?/.test(masked))
      return neighbour(list, known, masked);
    const isOfList = /名单|排/.test(masked) || PLACE_ALONE.test(masked);
    if (known !== undefined || !(FIRST.test(masked) || LAST.test(masked)) || !isOfList) return undefined;
    const ends: string[] = [];
    if (FIRST.test(masked)) ends.push(`排在最前的是${list.say(list.ids[0] ?? '')}`);
    if (LAST.test(masked)) ends.push(`排在最后的是${list.say(list.ids.at(-1) ?? '')}`);
    return reply(`${list.name}名单里，${ends.join('，')}。${at(list.location)}`, [list.location]);
  },
);

interface Roster {
  name: string;
  ids: readonly string[];
  say: (id: string) => string;
  location: string;
}

function listAsked(masked: string, facts: Facts, isPerson: boolean, isUnit: boolean): Roster | undefined {
  const body = facts.mainBody;
  if (/副主任/.test(masked) && body.office) {
    const { deputies, location } = body.office;
    return { name: '办公室副主任', ids: deputies, say: (id) => personName(facts, id), location };
  }
  if (isPerson || /副组长/.test(masked)) {
    return {
      name: '副组长',
      ids: body.deputies,
      say: (id) => personName(facts, id),
      location: body.location,
    };
  }
  if (!isUnit && !/成员单位|成员名单/.test(masked)) return undefined;
  return {
    name: '成员单位',
    ids: body.memberUnits,
    say: (id) => unitList(facts, [id]),
    location: body.location,
  };
}

function neighbour(list: Roster, id: string, masked: string): Reply | undefined {
  const index = list.ids.indexOf(id);
  if (index < 0) return undefined;
  if (/第几/.test(masked)) {
    return reply(`${list.say(id)}在${list.name}里排第${index + 1}。${at(list.location)}`, [list.location]);
  }
  const step = AFTER.test(masked) ? 1 : BEFORE.test(masked) ? -1 : 0;
  const next = list.ids[index + step];
  if (step === 0) return undefined;
  if (next === undefined)
    return reply(`${list.say(id)}${step > 0 ? '后面没有了' : '前面没有了'}。`, [list.location]);
  return reply(`${list.say(id)}${step > 0 ? '后面' : '前面'}是${list.say(next)}。${at(list.location)}`, [
    list.location,
  ]);
}
