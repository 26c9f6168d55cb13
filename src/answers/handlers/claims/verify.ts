import type { TaskGroup } from '../../../notice/types.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { isClaim, verdict } from '../../question/claims.ts';
import { mentioned, type Question } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import {
  at,
  groupList,
  groupName,
  measureName,
  ownersOf,
  personName,
  responsibleList,
  unitList,
} from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { partOf } from '../units/unit-in-group.ts';
import { isPartSo, partClaimed } from './part-claimed.ts';
import { COUNT_CHECKS } from './verify-counts.ts';
import { groupsClaimed, leaderOfGroup, leaderWhereLeadTold } from './verify-leaders.ts';
import { LIST_CHECKS } from './verify-lists.ts';
import { PEOPLE_CHECKS, rolesInBody, seatOfOffice } from './verify-people.ts';
import { matterOfPlace, placeOfMatter } from './verify-places.ts';

/** A statement put to the bot for confirmation: confirmed, or corrected with what the notice says. */
export const answerClaims: Handler = (question, desk) => {
  if (!isClaim(question)) return undefined;
  for (const check of CHECKS) {
    const found = check(question, desk);
    if (found) return found;
  }
  return undefined;
};

/** Nobody else is there (`除了某局就没别人了`, `其他单位都没有`). */
const NOBODY_ELSE =
  /[没无](?:有|了)?(?:什么|啥|任何)?(?:别|其[他它余]|旁|另外)(?:的)?(?!专|小?组|事|活|任)(?:人|家|单位|部门|局|谁)?|(?:别|其[他它余]|旁)(?:的)?(?:人|家|单位|部门|谁)?(?:就|都|也|是)*[没无]/;
const ALONE = new RegExp(`单独|单单|独自|独家|一家|只有|唯一|自己|${NOBODY_ELSE.source}`);
/** Others are supposed beside the one named (`除了某局还有别人吗`). */
const SOMEBODY_ELSE =
  /(?:除|不算|刨|抛|撇)[^,，]{0,2}U[^,，]{0,4}[,，]?(?:还|另|也)(?:外|得|要)?有(?:没有)?(?:别|其[他它余]|旁|谁)/;
/** So many other groups are named beside a correction. */
const FEW = 3;

/** `第二部分的分包名单里有没有…`: whether a matter is assigned at all. */
const groupAssigned: Handler = (question, { facts }) => {
  const [group] = groupsClaimed(question, facts);
  const asksList = /分包(?:名单|清单|机制|表|安排)|第二部分|名单里/.test(question.text);
  if (
    !group ||
    !asksList ||
    /指标|目标|前沿|水平/.test(question.text) ||
    mentioned(question, 'person').length + mentioned(question, 'unit').length > 0
  ) {
    return undefined;
  }
  const assignment = facts.model.assignments.find((a) =>
    a.items.some((item) => item.groups.includes(group.no)),
  );
  const leader = personName(facts, group.leader);
  const text = assignment
    ? `有，${group.field}由${personName(facts, assignment.leader)}分包。${at(assignment.location)}`
    : `没有，分包名单里没有列${group.field}；${group.location}写的${group.leaderLabel}是${leader}。${at('二', group.location)}`;
  return reply(text, ['二', group.location], { focus: [{ kind: 'group', no: group.no }] });
};

/** `某组是某委牵头、王主任分包，对不对`: both halves of one claim. */
const leaderAndLead: Handler = needing(
  () => ({ masked: [/P/, /U/] }),
  (question, desk) => {
    if (mentioned(question, 'person').length === 0 || mentioned(question, 'unit').length === 0)
      return undefined;
    const halves = [unitInGroup, leaderOfGroup].map((check) => check(question, desk));
    const [first, second] = halves;
    if (!first || !second || !/牵头|主责|配合|责任|对得?上|对应/.test(question.masked)) return undefined;
    return reply([...first.lines, ...second.lines], [...first.cites, ...second.cites], {
      focus: first.focus,
    });
  },
);

/** A claim that a unit is not in a group, or does not lead it (`某组没有某局吧`). */
const DENIED = new RegExp(
  [
    'G(?:的)?(?:责任单位|牵头单位|配合单位)?(?:名单)?(?:里[面头]?|中)?[^,，有UG]{0,3}(?:没有?|不带|不含|不包括)U(?!有)',
    'U[^,，有UG]{0,2}(?:不在|没在|没进|没参加|不参加|不牵头|没牵头|没有牵头)[^?？]{0,4}G',
    'U[^,，有UG是]{0,2}(?:不是|不算)[^?？]{0,4}G.*(?:吧|对不对|没错)$',
    'U(?:跟|和|与|同)G[^,，有]{0,4}(?:没(?:有|啥|什么|多大)?关系|无关|不沾边?|不搭界|没份|没有份|挨不着)',
    'U[^,，UG]{0,2}(?:不管|不沾|不碰)G.*(?:吧|对不对|没错|对吗)$',
    'G[^,，有UG是]{0,3}(?:不归|不由|不是)U.*(?:吧|对不对|没错)$',
    'G[^,，UG]{0,3}U(?:可|却|就|也|都|并|压?根儿?|根本|完全|好像)*(?:没|没有|不|并没|未)(?:有)?(?:参加|参与|在|进|列|配合|份|牵头|沾)[^,，没不]{0,6}(?:[,，].{0,4}(?:对|是|没错|吧)|对|没错|吧|吗|$)',
  ].join('|'),
);

const unitInGroup: Handler = needing(
  () => ({ masked: [/U/] }),
  (question, { facts }) => {
    const groups = groupsClaimed(question, facts);
    const units = mentioned(question, 'unit');
    if (groups.length === 0 || units.length === 0) return undefined;
    const claimed = partClaimed(question.masked);
    const { lead: claimsLead, support: claimsSupport } = claimed;
    if (!claimsLead && !claimsSupport && isOfWork(question)) return undefined;
    const isOnly = /(?:只|仅|光)(?:参加|参与|在|是|进|挂)|就(?:参加|参与|在|进|挂|是在)/.test(
      question.masked,
    );
    const isOthersAsked = SOMEBODY_ELSE.test(question.masked);
    const isAlone = isOthersAsked || ALONE.test(question.masked);
    const isDenied = DENIED.test(question.masked);
    const lines = groups.flatMap((group) =>
      units.map(({ id }) => {
        const part = partOf(id, group);
        const isChief = !/总的?牵头|牵总/.test(question.masked) || group.leadUnits.includes(id);
        const isLead = part !== undefined && part !== '责任单位' && isChief;
        const isTrue = isPartSo(claimed, part, isLead);
        const name = unitList(facts, [id]);
        const role = part
          ? `${name}是${groupName(group)}的${part}`
          : `${name}不在${groupName(group)}的名单里`;
        const lead =
          isLead || !claimsLead ? '' : `，${isChief ? '' : '总'}牵头的是${unitList(facts, group.leadUnits)}`;
        const named = isTrue || claimsLead || !claimsSupport || group.responsibleUnits.length > 2 * FEW;
        const support = named ? '' : `，责任单位是${responsibleList(facts, group)}`;
        // `某事就某部一家的事吧`: the units that help it are in it too, and others where they are named together.
        const helped = isAlone && !claimsLead && !claimsSupport && part !== undefined && !isAloneIn(group);
        const rest = isLead
          ? `责任单位还有${responsibleList(facts, group)}`
          : `牵头的是${unitList(facts, group.leadUnits)}`;
        const helpers = helped ? `，${rest}` : '';
        const others = isAlone ? group.leadUnits.filter((other) => other !== id) : [];
        const shared = others.length > 0 && isLead ? `，一起牵头的还有${unitList(facts, others)}` : '';
        const elsewhere = part === undefined ? facts.groupsOfUnit(id) : [];
        const where = elsewhere.length > 0 && elsewhere.length <= FEW ? `；它在${groupList(elsewhere)}` : '';
        const all = isOnly ? facts.groupsOfUnit(id) : [];
        const more = all.length > groups.length ? `；它共在${all.length}个组：${groupList(all)}` : '';
        // `某局不在某组里吗`: a bare no could be taken either way.
        const isSupposed = isDenied && isTrue && !claimsLead && /[吗么嘛][?？]?$/.test(question.text);
        const start = isSupposed
          ? '在的，'
          : isDenied
            ? verdict(!isTrue)
            : isOthersAsked
              ? verdict(shared + helpers !== '')
              : verdict(isTrue && shared === '' && more === '' && helpers === '');
        return `${start}${role}${lead}${support}${shared}${helpers}${where}${more}。${at(group.location)}`;
      }),
    );
    return reply(
      lines,
      groups.map((group) => group.location),
      { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
    );
  },
);

/** Whether a group is one unit's work alone. */
const isAloneIn = ({ leadUnits, responsibleUnits, collectives, subLeads }: TaskGroup) =>
  leadUnits.length + responsibleUnits.length + collectives.length + subLeads.length < 2;

/** `给某事打分，是某委自己来评吧`: what is put up is who does a thing, not whether he is in a group. */
const isOfWork = ({ masked, residue }: Question) =>
  !IS_IN.test(masked) && residue.join('').length >= WORK && residue.some((part) => part.length > 1);

const IS_IN =
  /[在进]|里[面头]?|有没有|[有含带]U|参[加与]|有份|没份|属于|算|归|组|名单|成员|沾|关系|U的(?:事|活)|干系|管|包/;
const WORK = 4;

/** `甲办牵头的组，乙局在不在里头` */
const unitUnderUnit: Handler = needing(
  () => ({ masked: [/U/] }),
  (question, { facts }) => {
    const [lead, other] = mentioned(question, 'unit');
    if (!lead || !other || !/U牵头的?(?:那个?)?(?:小|专项)?组/.test(question.masked)) return undefined;
    const groups = facts.groupsOfUnit(lead.id, 'lead');
    if (groups.length === 0) return undefined;
    const lines = groups.map((group) => {
      const part = partOf(other.id, group);
      const name = unitList(facts, [other.id]);
      const role = part
        ? `在，${name}是${groupName(group)}的${part}`
        : `不在，${name}不在${groupName(group)}的名单里`;
      return `${role}。${at(group.location)}`;
    });
    return reply(
      lines,
      groups.map((group) => group.location),
      { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
    );
  },
);

const unitOfSubLead: Handler = needing(
  () => ({ masked: [/U/, /S/] }),
  (question, { facts }) => {
    const items = mentioned(question, 'subLead');
    const units = mentioned(question, 'unit');
    if (items.length === 0 || units.length === 0) return undefined;
    const found = items.flatMap(({ group: groupNo, no }) => {
      const group = facts.group(groupNo);
      const sub = group?.subLeads.find((s) => s.no === no);
      return group && sub ? [{ group, sub }] : [];
    });
    const lines = found.map(({ group, sub }) => {
      const isTrue = units.some(({ id }) => id === sub.unit);
      return `${verdict(isTrue)}${sub.item}由${unitList(facts, [sub.unit])}牵头。${at(group.location)}`;
    });
    return reply(
      lines,
      found.map(({ group }) => group.location),
      { focus: items },
    );
  },
);

/** `某事两条措施`: the measures of a group's matter. */
function measuresMeant(question: Question, facts: Facts): number[] {
  if (!/措施|[一二两三四\d]条/.test(question.text)) return [];
  return mentioned(question, 'group').flatMap(({ no }) => facts.measuresOfGroup(no).map((m) => m.no));
}

const unitOfMeasure: Handler = needing(
  () => ({ masked: [/U/] }),
  (question, { facts }) => {
    const numbers = mentioned(question, 'measure').map(({ no }) => no);
    const measures = (numbers.length > 0 ? numbers : measuresMeant(question, facts))
      .map((no) => facts.measure(no))
      .filter((m) => m !== undefined && m.status !== 'missing');
    const units = mentioned(question, 'unit');
    if (measures.length === 0 || units.length === 0) return undefined;
    const claimsLead = /牵头|主抓|负责/.test(question.masked);
    const isAlone = ALONE.test(question.masked);
    const lines = measures.flatMap((m) => {
      if (!m) return [];
      const leads = [...m.leadUnits, ...m.responsibleUnits];
      const strictly = /牵头/.test(question.masked) ? m.leadUnits : leads;
      const inside = claimsLead ? strictly : [...leads, ...m.supportingUnits];
      const isIn = units.every(({ id }) => inside.includes(id));
      const others = claimsLead ? leads : [...leads, ...m.supportingUnits, ...m.collectives];
      const isTrue = isIn && !(isAlone && others.length > units.length);
      const support =
        !claimsLead && isIn
          ? `，${unitList(
              facts,
              units.map(({ id }) => id),
            )}在其中`
          : '';
      const all = [...leads, ...m.supportingUnits];
      const rest = all.filter((id) => !units.some((unit) => unit.id === id));
      const beside = isAlone && isIn && !isTrue && rest.length > 0 ? `；还有${unitList(facts, rest)}` : '';
      const absent = units.filter(({ id }) => !all.includes(id)).map(({ id }) => id);
      const out = absent.length > 0 ? `；名单里没有${unitList(facts, absent)}` : '';
      return [
        `${verdict(isTrue)}${measureName(m)}由${ownersOf(facts, m)}${support}${beside}${out}。${at(m.location)}`,
      ];
    });
    return reply(
      lines,
      measures.map((m) => m?.location ?? ''),
    );
  },
);

const CHECKS: readonly Handler[] = [
  ...LIST_CHECKS,
  seatOfOffice,
  rolesInBody,
  groupAssigned,
  leaderWhereLeadTold,
  leaderAndLead,
  leaderOfGroup,
  unitUnderUnit,
  unitOfSubLead,
  unitOfMeasure,
  unitInGroup,
  ...PEOPLE_CHECKS,
  ...COUNT_CHECKS,
  matterOfPlace,
  placeOfMatter,
];
