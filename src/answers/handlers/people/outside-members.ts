import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { CLAIMED, LEADS, OF_MEASURES, SUPPORTS } from '../units/role-words.ts';

/** The list of members, said so. */
const MEMBERS = '(?:B的?)?(?<!会议|联席)成员(?:单位)?';
const NOT = '(?:(?<!有)没有?|未|不|查无|找不|无|漏|缺)';
/** `不在成员单位名单里`, `没进成员名单`. */
const NOT_IN = '(?:不在|没在|未在|不是|不算|不属于|没有?进|没[列写上算入]|未[列写入]|进不了|上不了|漏出)';
/** `成员名单上压根没列它`: what is said of the list behind its name; of a group it would be something else. */
const OUTSIDE = new RegExp(
  `${NOT_IN}[^,，组]{0,9}成员|${MEMBERS}[^,，组]{0,12}(?:却|又|都|上|里|中)*${NOT}(?:有|被)?(?:写|列|点|提|找|瞅|见|看|收|它|他|她|其|名|有|着)(?![^,，]{0,3}(?:组|牵|活|任务))`,
);
/** What a unit does in the groups: it leads one, or is responsible. */
const WORKS =
  /组[里内中]?[^,，]{0,6}(?:活|任务|责任|差事|份|名|出|干|派|进|参|在)|(?:进|参加|参与|在|派|出|列|挂)(?:了|着|到|进)*[^,，]{0,4}(?:专项)?小?组|组里/;
const LEADING = new RegExp(LEADS);
const SUPPORTING = new RegExp(SUPPORTS);
const ASKS = /哪|谁|几|多少|有没有|[俩仨]|[两三四五](?:个|家)|点出|列|找|挑|报|的(?:单位|部门|局)[?？]?$/;
const ASKS_GROUP = /(?:哪|什么|啥|第几|几)[个一些几]*(?:专项)?(?:工作)?小?组(?!都)/;
const ASKS_ONE = /(?:它|他|她)(?:们)?(?:牵|在|参加|是)/;
/** One that is named already, and who else. */
const REST = /算(?:上)?一|是(?:其中)?一|占一|除|之外|以外|不算|还有|另外|另|别的|其[他它余]|剩/;
const BUREAUS = /(?:哪|几|有|[俩仨两二三四\d]|些|个|些个)个?局(?!里|长)|的局/;

/**
 * `有没有哪个局在组里干活，成员名单上却没有它`: units of the groups (section 三) that are no members of the leading group
 * (section 一); of those that lead, of the bureaus alone, and beside one that is named already.
 */
export const answerOutsideMembers: Handler = (question, desk) =>
  outside(question, desk) ?? notInGroup(question, desk);

const outside: Handler = needing(
  () => ({ masked: [OUTSIDE, ASKS] }),
  (question, { facts }) => {
    const { masked } = question;
    if (!OUTSIDE.test(masked) || !ASKS.test(masked) || OF_MEASURES.test(masked)) return undefined;
    if (/[PGSMOE]/.test(masked) || ASKS_GROUP.test(masked) || ASKS_ONE.test(masked)) return undefined;
    const isLead = LEADING.test(masked) && !SUPPORTING.test(masked);
    if (!isLead && !WORKS.test(masked) && !LEADING.test(masked) && !C_OF_GROUPS.test(masked))
      return undefined;
    const all = outsiders(facts, isLead);
    const named = mentioned(question, 'unit').map(({ id }) => id);
    if (named.length > 0 && (!REST.test(masked) || !named.every((id) => all.includes(id)))) return undefined;
    if (named.length === 0 && CLAIMED.test(masked) && !/哪|谁|几|多少/.test(masked)) return undefined;
    const bureaus = all.filter((id) => facts.unit(id)?.name.endsWith('局'));
    const meant = BUREAUS.test(masked) && bureaus.length > 0 ? bureaus : all;
    const rest = meant.filter((id) => !named.includes(id));
    const { location } = facts.mainBody;
    const groups = rest.flatMap((id) => facts.groupsOfUnit(id, isLead ? 'lead' : undefined));
    const besides = named.length > 0 ? `除了${unitList(facts, named)}，还有` : '共';
    const said =
      rest.length === 0 ? '没有这样的单位' : `${besides}${rest.length}家：${unitList(facts, rest)}`;
    return reply(
      `${said}${rest.length > 0 ? `，${isLead ? '牵头' : '参加'}小组却不在成员单位名单里` : ''}。${at(location, '三')}`,
      [location, '三', ...groups.slice(0, SHOWN).map((g) => g.location)],
      {
        focus: rest.map((id) => ({ kind: 'unit' as const, id })),
        spoken: question.residue,
        readsAll: true,
      },
    );
  },
);

/** Places of groups that are cited with them. */
const SHOWN = 4;
/** The part of the notice that tells the groups stands for them. */
const C_OF_GROUPS = /C/;

function outsiders(facts: Facts, isLead: boolean): string[] {
  const { memberUnits } = facts.mainBody;
  return facts.model.units
    .map(({ id }) => id)
    .filter(
      (id) => !memberUnits.includes(id) && facts.groupsOfUnit(id, isLead ? 'lead' : undefined).length > 0,
    );
}

const LEFT_OUT =
  /成员(?:单位)?[^,，]{0,6}(?:谁|哪|几|多少)[^,，]{0,8}(?:没|未|不|漏|缺)|成员(?:单位)?[^,，]{0,6}(?:漏|缺)(?:了|掉|下)*(?:谁|哪)|(?:漏|缺|少)(?:了|掉|下)*(?:谁|哪)[^,，]{0,4}成员/;
const BESIDE_LEAD = /牵头[^,，]{0,8}(?:不算|除外|不计|刨)|(?:不算|除了?|刨去|抛开)[^,，]{0,3}牵头/;

/** `某组名单那么长，成员单位里还有谁没被点进去`: members that a group does not list. */
const notInGroup: Handler = needing(
  () => ({ masked: [/G/, LEFT_OUT] }),
  (question, { facts }) => {
    const [meant, ...others] = mentioned(question, 'group');
    const group = meant && facts.group(meant.no);
    if (!group || others.length > 0 || !LEFT_OUT.test(question.masked)) return undefined;
    if (!isOnlyAboutGroup(question) || CLAIMED.test(question.masked)) return undefined;
    const { memberUnits, location } = facts.mainBody;
    const listed = new Set([
      ...group.leadUnits,
      ...group.subLeads.map(({ unit }) => unit),
      ...group.responsibleUnits,
    ]);
    const rest = memberUnits.filter((id) => !listed.has(id));
    const isOpen = group.responsibleUnits.length === 0 ? `，责任单位写的是“${group.responsibleText}”` : '';
    return reply(
      `共${rest.length}家：${unitList(facts, rest)}，是成员单位，${groupName(group)}没有点名${isOpen}。${at(location, group.location)}`,
      [group.location, location],
      { focus: [meant], spoken: question.residue, readsAll: true },
    );
  },
);

/** Beside the group at most the unit is named that leads it and is left out (`牵头的某委不算漏`). */
function isOnlyAboutGroup(question: Question): boolean {
  const { masked } = question;
  return (
    !/[PSMOE]/.test(masked) && (!/U/.test(masked) || BESIDE_LEAD.test(masked) || /牵头的?U/.test(masked))
  );
}
