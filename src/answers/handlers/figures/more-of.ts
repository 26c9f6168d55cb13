import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList, groupName, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

const WHO_HAS_MORE = /谁.{0,10}[多少]|哪(?:个|家|位|边).{0,10}[多少]|多还是|一样多|比.{0,10}[多少]/;
/** `比…多几个`: what lies between both is asked. */
const HOW_MANY_MORE =
  /[多少](?:出|了)?(?:分包|包|管|分|领|牵头?|参加|进|在|有|出)*了?(?:几|多少)|(?:相?差)(?:了|着)?(?:几|多少)/;

/** So many groups are named beside their number. */
const FEW = 4;

/** Beside those that it leads: `牵头的责任的全加上`. */
const ALSO_SUPPORTS = /责任|配合|参[加与]|不分/;

/** `甲部和乙部谁牵头的组多`, `甲比乙多包几项`: two named ones held against each other. */
export const answerMoreOf: Handler = needing(
  () => ({ masked: [[WHO_HAS_MORE, HOW_MANY_MORE]] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!WHO_HAS_MORE.test(masked) && !HOW_MANY_MORE.test(masked)) return undefined;
    const people = mentioned(question, 'person').map(({ id }) => ({
      name: personName(facts, id),
      count: facts.groupsOfLeader(id).length,
    }));
    const part = /牵头/.test(masked) && !ALSO_SUPPORTS.test(masked) ? 'lead' : undefined;
    const isMeasures = /措施|条/.test(masked);
    const named = mentioned(question, 'unit').map(({ id }) => {
      const groups =
        /分项/.test(masked) && part
          ? [...facts.groupsOfUnit(id, part), ...facts.groupsOfUnit(id, 'subLead')]
          : facts.groupsOfUnit(id, part);
      const which =
        !isMeasures && groups.length > 0 && groups.length <= FEW ? `（${groupList(groups)}）` : '';
      return {
        name: unitList(facts, [id]),
        count: isMeasures ? facts.measuresOfUnit(id, part).length : groups.length,
        which,
      };
    });
    const sized = mentioned(question, 'group').flatMap(({ no }) => {
      const group = facts.group(no);
      if (!group) return [];
      const isLed = part === 'lead' && !/责任单位|配合/.test(masked);
      return [{ name: groupName(group), count: (isLed ? group.leadUnits : group.responsibleUnits).length }];
    });
    const isSized =
      people.length + named.length === 0 && /单位|部门|家|人(?:手)?(?:更|最)?[多少]|成员|名单/.test(masked);
    const compared = people.length > 1 ? people : isSized ? sized : named;
    const [a, b] = compared;
    if (!a || !b) return undefined;
    const asksFewer = /少(?!几|多少)/.test(masked);
    const most = (asksFewer ? Math.min : Math.max)(...compared.map((c) => c.count));
    const top = compared.filter((c) => c.count === most).map((c) => c.name);
    const word = people.length > 1 ? '项' : isSized ? '家' : isMeasures ? '条' : '个';
    const counts = compared.map((c) => `${c.name}${c.count}${word}${'which' in c ? c.which : ''}`).join('，');
    const between = compared.length === 2 ? `${Math.abs(a.count - b.count)}${word}` : '';
    const verdict =
      top.length === compared.length ? '一样多' : `${top.join('、')}${asksFewer ? '少' : '多'}${between}`;
    const home = people.length > 1 ? '二' : word === '条' ? measuresHome(facts) : '三';
    return reply(`${verdict}：${counts}。${at(home)}`, [home]);
  },
);

/** Where the measures stand (`附件1·三`). */
const measuresHome = (facts: Facts) => `${facts.model.measures[0]?.location.split('·')[0] ?? ''}·三`;
