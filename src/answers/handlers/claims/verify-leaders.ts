import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupList, groupName, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';

/** Whether somebody is in charge of the groups that a claim names. */
export const leaderOfGroup: Handler = needing(
  () => ({ masked: [/P/] }),
  (question, { facts }) => {
    const groups = groupsClaimed(question, facts);
    const people = mentioned(question, 'person');
    if (groups.length === 0 || people.length === 0) return undefined;
    const isOnly = /(?:只|仅|就|光).{0,2}(?:分包|分管|分了|分的|管|包|抓)/.test(question.masked);
    const checked = groups.map((group) => {
      const isLeader = people.some(({ id }) => id === group.leader);
      const isTrue = isLeader && !(isOnly && facts.groupsOfLeader(group.leader).length > groups.length);
      const claimed = isLeader && isTrue ? [] : people.slice(0, 2).map(({ id }) => fieldsOf(facts, id));
      const rest = claimed.filter((text) => text !== '').map((text) => `${text}。`);
      const said = `${groupName(group)}由${personName(facts, group.leader)}分包。${rest.join('')}${at(group.location)}`;
      return { isTrue, said };
    });
    const cites = groups.flatMap((group) => [group.location, '二']);
    const isMixed = new Set(checked.map(({ isTrue }) => isTrue)).size > 1;
    const lines = checked.map(({ isTrue, said }) => (isMixed ? said : `${verdict(isTrue)}${said}`));
    return reply(isMixed ? ['不全对。', ...lines] : lines, cites, {
      focus: groups.map(({ no }) => ({ kind: 'group', no })),
    });
  },
);

/** Who leads it only tells which group is meant; what is claimed is who is in charge of it. */
const LEAD_TELLS =
  /U总?牵头的(?:那|这)?个?[GS](?:组|小组|专项|[这那]?一?[块摊项个])?[,，]?(?:[就也又都不]?是|归|由|让|该|现在|其实|应该)*[^,，U]{0,6}P/;

/** `某局牵头的某事，是王五分包的吧`: the claim first, then what was told wrongly beside it. */
export const leaderWhereLeadTold: Handler = needing(
  () => ({ masked: [/P/, /U/, LEAD_TELLS] }),
  (question, { facts }) => {
    const [person] = mentioned(question, 'person');
    const units = mentioned(question, 'unit');
    if (!person || units.length !== 1 || !LEAD_TELLS.test(question.masked)) return undefined;
    const [item] = mentioned(question, 'subLead');
    const [group] = item ? [facts.group(item.group)] : groupsClaimed(question, facts);
    const unit = units[0]?.id ?? '';
    if (!group) return undefined;
    const sub = group.subLeads.find(({ no }) => no === item?.no);
    const isTrue = person.id === group.leader;
    const name = sub ? `${sub.item}所在的${groupName(group)}` : groupName(group);
    const claimed = isTrue ? '' : `${fieldsOf(facts, person.id)}。`;
    const leads = sub ? [sub.unit] : group.leadUnits;
    const lead = leads.includes(unit)
      ? []
      : [
          `牵头${sub?.item ?? groupName(group)}的是${unitList(facts, leads)}，不是${unitList(facts, [unit])}。`,
        ];
    return reply(
      [
        `${verdict(isTrue)}${name}由${personName(facts, group.leader)}分包。${claimed}${at(group.location)}`,
        ...lead,
      ],
      [group.location, '二'],
      { focus: [{ kind: 'group', no: group.no }], readsAll: true },
    );
  },
);

/** What somebody is in charge of, in half a sentence. */
function fieldsOf(facts: Facts, personId: string): string {
  const groups = facts.groupsOfLeader(personId);
  const name = personName(facts, personId);
  const titles =
    facts
      .person(personId)
      ?.titles.map(({ text }) => text)
      .join('，') ?? '';
  return groups.length > 0 ? `${name}分包${groupList(groups)}` : `${name}（${titles}）没有分包事项`;
}

/** Groups a claim is about; a mere hint counts only when there is nothing else. */
export function groupsClaimed(question: Question, facts: Facts) {
  const firm = mentioned(question, 'group');
  const meant = firm.length > 0 ? firm : mentioned(question, 'group', true).slice(0, 1);
  return meant.map(({ no }) => facts.group(no)).filter((group) => group !== undefined);
}
