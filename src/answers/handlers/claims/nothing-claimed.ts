import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned } from '../../question/parse.ts';
import { type Reply, reply } from '../../replies/reply.ts';
import { at, groupList, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** How a guess that somebody has nothing begins. */
const GUESSES = '(?:难不成|难道|莫非|莫不是|是不是|会不会|该不会|不会|总不能|总不会|不至于|岂不是|那就|就是)';
const ANY = '(?:一|半|任何一?|哪一?|哪怕一)(?:个|项|样|件|摊|块)';
const WORK = '(?:牵头的?)?(?:专项)?(?:小组|组|活儿?|事儿?|任务|差事|份儿?|分工)';

/** `难不成连牵头的组都没有`, `是不是就没它的活儿了`: that a unit has no group at all. */
const UNIT_HAS_NOTHING = new RegExp(
  `${GUESSES}[^,，谁哪]{0,6}(?:(?:连)?(?:${ANY})?(?:的)?${WORK}(?:都|也)(?:没有?|不)(?:它|他|份|沾|进|挨|牵头?|管)*|没有?(?:它|他)?(?:们)?(?:家)?(?:什么|啥)?的?${WORK})(?:了|吧|吗|么|的)*[?？]*$`,
);
/** `总不能一样都不分包吧`: that a leader looks after nothing. */
const LEADER_HAS_NOTHING = new RegExp(
  `${GUESSES}[^,，谁哪]{0,6}(?:(?:${ANY}|啥|什么)(?:事儿?|组|活儿?|项目|领域)?(?:都|也)(?:没有?|不|未)(?:分到?|包|管|抓|领|负责|揽)*|没有?(?:什么|啥|任何)?(?:分包|分管)(?:的)?(?:事|组|活|任务|事项)?)(?:了|吧|吗|么|的)*[?？]*$`,
);

/** `某局不在成员名单上，难不成一个组都没进`: somebody is guessed to have nothing; what he has after all. */
export const answerNothingClaimed: Handler = needing(
  () => ({ masked: [/[UP]/, /没|不|未/] }),
  (question, { facts }) => {
    const { masked, residue } = question;
    if (!/没|不|未/.test(masked) || mentioned(question, 'group').length > 0) return undefined;
    const [unit, ...units] = mentioned(question, 'unit');
    const [person, ...people] = mentioned(question, 'person');
    if (units.length + people.length > 0) return undefined;
    const found =
      unit && !person && UNIT_HAS_NOTHING.test(masked)
        ? ofUnit(unit.id, /牵头/.test(masked.slice(masked.search(/,[^,]*$/))), facts)
        : person && !unit && LEADER_HAS_NOTHING.test(masked)
          ? ofLeader(person.id, facts)
          : undefined;
    return found && { ...found, spoken: residue, readsAll: true };
  },
);

function ofUnit(id: string, isOfLead: boolean, facts: Facts): Reply {
  const name = unitList(facts, [id]);
  const [led, helped] = [facts.groupsOfUnit(id, 'lead'), facts.groupsOfUnit(id, 'responsible')];
  const items = facts
    .groupsOfUnit(id, 'subLead')
    .flatMap(({ subLeads }) => subLeads.filter(({ unit }) => unit === id).map(({ item }) => item));
  const parts = [
    ...(led.length > 0 ? [`牵头${groupList(led)}`] : isOfLead ? ['没有牵头的组'] : []),
    ...(items.length > 0 ? [`牵头分项：${items.join('、')}`] : []),
    ...(helped.length > 0 ? [`是责任单位：${groupList(helped)}`] : []),
  ];
  const hasNone = isOfLead ? led.length === 0 : parts.length === 0;
  const said = parts.length === 0 ? '不在任何组里' : parts.join('；');
  return reply(`${verdict(hasNone)}${name}${said}。${at('三')}`, ['三'], { focus: [{ kind: 'unit', id }] });
}

function ofLeader(id: string, facts: Facts): Reply {
  const name = personName(facts, id);
  const groups = facts.groupsOfLeader(id);
  const said = groups.length === 0 ? '没有分包的事项' : `分包${groups.length}项：${groupList(groups)}`;
  return reply(`${verdict(groups.length === 0)}${name}${said}。${at('二')}`, ['二'], {
    focus: [{ kind: 'person', id }],
  });
}
