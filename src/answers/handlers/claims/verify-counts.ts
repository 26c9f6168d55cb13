import type { Body, Clause } from '../../../notice/types.ts';
import { fold } from '../../characters/fold.ts';
import { NUMERAL, parseNumeral } from '../../characters/numerals.ts';
import type { Facts } from '../../facts.ts';
import type { Handler } from '../../handler.ts';
import { attachmentIn } from '../../names/headings.ts';
import { verdict } from '../../question/claims.ts';
import { mentioned } from '../../question/parse.ts';
import { reply } from '../../replies/reply.ts';
import { at, groupName, personName, unitList } from '../../replies/texts.ts';
import { needing } from '../needing.ts';
import { findSeries, itemsOf } from '../places/clauses.ts';
import { answerLists } from '../sets/lists.ts';
import { namedUnits } from '../units/unit-lists.ts';
import { bodyMeant } from './verify-people.ts';

const CLAIMED = new RegExp(
  `(${NUMERAL})(?:个(?!礼拜|星期|月|工作日|小时|季度|百分|点)|项|条|家|位|名|人|块|点)`,
);

/** `某领导分包4项吧`, `某某和某某都只分一项对吧` */
const fieldsOfPerson: Handler = needing(
  () => ({ masked: [/P/, /分|包|管|负责|任务/] }),
  (question, { facts }) => {
    const people = mentioned(question, 'person');
    const claimed = parseNumeral(question.masked.match(CLAIMED)?.[1] ?? '');
    if (mentioned(question, 'unit').length > 0) return undefined;
    if (people.length === 0 || claimed === undefined || !/分|包|管|负责|任务/.test(question.masked))
      return undefined;
    const each = people.map(({ id }) => ({ name: personName(facts, id), groups: facts.groupsOfLeader(id) }));
    const isTrue = each.every(({ groups }) => groups.length === claimed);
    const lines = each.map(
      ({ name, groups }) =>
        `${name}分包${groups.length}项：${groups.map((group) => group.field).join('、')}。${at('二')}`,
    );
    lines[0] = `${verdict(isTrue)}${lines[0]}`;
    return reply(lines, ['二'], { focus: people });
  },
);

/** `王五那三个组`: the number is of the leader's groups. */
const OF_LEADER = new RegExp(`P(?:分包|分管|包|管|手[里上])?的?(?:那|这)?${NUMERAL}个?(?:专项)?小?组`);

/** `某局参加10个组吧` */
const groupsOfUnit: Handler = needing(
  () => ({ masked: [/U/] }),
  (question, { facts }) => {
    if (/领导|分包|分管/.test(question.masked)) return undefined;
    const [unit, ...others] = mentioned(question, 'unit');
    const claimed = /没有.{1,4}任何组|一个(?:组)?(?:[都也](?:不|没)|没有?(?=[?？吧吗]|$))/.test(
      question.masked,
    )
      ? 0
      : parseNumeral(question.masked.replace(OF_LEADER, '').match(CLAIMED)?.[1] ?? '');
    if (
      !unit ||
      others.length > 0 ||
      claimed === undefined ||
      !/组|个/.test(question.masked) ||
      /条|M/.test(question.masked)
    )
      return undefined;
    const isOfItem = /分项/.test(question.masked);
    const leadsNone = claimed > 0 && /没有?(?:一个)?(?:是)?(?:任何)?牵头/.test(question.masked);
    const part = /牵/.test(question.masked) && !leadsNone ? 'lead' : undefined;
    const groups = facts.groupsOfUnit(unit.id, part);
    const name = unitList(facts, [unit.id]);
    if (isOfItem) return itemsOfUnit(unit.id, claimed, facts);
    if (leadsNone) return leadsNoneOf(unit.id, claimed, facts);
    if (groups.length === 0) {
      const joined = facts.groupsOfUnit(unit.id);
      const rest =
        joined.length === 0 ? '' : `，参加${joined.length}个组：${joined.map(groupName).join('、')}`;
      return reply(
        `${verdict(claimed === 0)}${name}没有${part ? '牵头' : '参加'}任何组${rest}。${at('三')}`,
        ['三'],
      );
    }
    const text = `${name}${part ? '牵头' : '参加'}${groups.length}个组：${groups.map(groupName).join('、')}。${at('三')}`;
    return reply(`${verdict(claimed === groups.length)}${text}`, ['三']);
  },
);

/** `某局参加四个组，没一个牵头的对不` */
function leadsNoneOf(id: string, claimed: number, facts: Facts) {
  const [led, all] = [facts.groupsOfUnit(id, 'lead'), facts.groupsOfUnit(id)];
  const isTrue = led.length === 0 && all.length === claimed;
  const leads = led.length === 0 ? '没有牵头的组' : `牵头${led.map(groupName).join('、')}`;
  return reply(
    `${verdict(isTrue)}${unitList(facts, [id])}${leads}，参加${all.length}个组：${all.map(groupName).join('、')}。${at('三')}`,
    ['三'],
  );
}

/** `某局又牵了一个分项吧` */
function itemsOfUnit(id: string, claimed: number, facts: Facts) {
  const items = facts
    .groupsOfUnit(id, 'subLead')
    .flatMap((group) => group.subLeads.filter(({ unit }) => unit === id).map(({ item }) => item));
  const text = `${unitList(facts, [id])}牵头${items.length}个分项${items.length > 0 ? `：${items.join('、')}` : ''}。${at('三')}`;
  return reply(`${verdict(claimed === items.length)}${text}`, ['三'], { focus: [{ kind: 'unit', id }] });
}

/** `点了28家，数对了吗`: nothing but the count. */
const COUNTED = /^(?:[点数算列写记说拢共对错了得没的]|\d)+$/;

const COUNTED_UNITS = new RegExp(`(${NUMERAL})(?:个(?!工作日|月|小时|百分|点|环节|礼拜|星期)|家)`);

/** `某事的责任单位28家吧` */
const unitsOfGroup: Handler = needing(
  () => ({ masked: [/G/, COUNTED_UNITS] }),
  (question, { facts }) => {
    const [asked, ...others] = mentioned(question, 'group');
    const group = asked && facts.group(asked.no);
    const claimed = parseNumeral(question.masked.match(COUNTED_UNITS)?.[1] ?? '');
    if (!group || others.length > 0 || claimed === undefined || mentioned(question, 'unit').length > 0)
      return undefined;
    if (!/单位|部门|成员|(?<![人大国专商厂店])家/.test(question.masked) || /同一/.test(question.masked))
      return undefined;
    const lead = /牵头/.test(question.masked);
    // `一家一家点名了没有`: how they are named, not how many.
    const isEach = /[一1]([家个])[一1]\1/.test(question.masked);
    if (!lead && (isEach || group.responsibleUnits.length === 0))
      return {
        ...namedUnits(facts, group),
        spoken: question.residue.filter((part) => isEach || COUNTED.test(part)),
      };
    const units = lead ? group.leadUnits : group.responsibleUnits;
    const what = lead ? '牵头单位' : '点名的责任单位';
    const text = `${groupName(group)}${what}共${units.length}家：${unitList(facts, units)}。${at(group.location)}`;
    return reply(`${verdict(claimed === units.length)}${text}`, [group.location], {
      focus: [asked],
      spoken: question.residue.filter((part) => COUNTED.test(part)),
    });
  },
);

/** `某事是第8组吧` */
const groupNumber: Handler = needing(
  () => ({ masked: [/G/] }),
  (question, { facts }) => {
    const numbered = question.mentions.find((m) => m.kind === 'group' && m.how === 'number');
    const named = question.mentions.find((m) => m.kind === 'group' && m.how !== 'number' && m.how !== 'hint');
    const [a] = numbered?.entities ?? [];
    const [b] = named?.entities ?? [];
    if (a?.kind !== 'group' || b?.kind !== 'group' || mentioned(question, 'measure').length > 0)
      return undefined;
    const group = facts.group(b.no);
    if (!group) return undefined;
    const other = a.no === b.no ? undefined : facts.group(a.no);
    const rest = other ? `第${other.no}组是${other.field}。` : '';
    return reply(
      `${verdict(a.no === b.no)}${group.field}是第${group.no}组。${rest}${at(group.location)}`,
      [group.location],
      {
        focus: [b],
      },
    );
  },
);

const COUNTED_ITEMS = new RegExp(`(${NUMERAL})(个|项|条|点|款|方面)`);

/** `附件2的工作措施有八项对吧` */
const itemsOfClause: Handler = (question, { facts }) => {
  const attachment = attachmentIn(question.text) ?? '';
  const named = mentioned(question, 'clause');
  const meant = named.find(({ location }) => location.startsWith(attachment)) ?? named[0];
  const word = question.text.match(/措施|要求|重点|制度/)?.[0];
  const series = word && attachment !== '' ? findSeries(facts, word, attachment) : undefined;
  const clause = (meant && facts.clause(meant.location)) ?? series;
  const claim = question.masked.match(COUNTED_ITEMS);
  const claimed = parseNumeral(claim?.[1] ?? '');
  if (!clause || claimed === undefined) return undefined;
  const items = itemsOf(facts, clause);
  if (items.length === 0) return undefined;
  const inside = itemNamed(question.text, facts.children(clause.location));
  if (inside)
    return reply(`有，是${inside.location}：${inside.heading}。${at(inside.location)}`, [inside.location], {
      focus: [{ kind: 'clause', location: inside.location }],
      spoken: question.residue,
    });
  const text = `${clause.heading ?? clause.location}共${items.length}${claim?.[2]}。${at(clause.location)}`;
  return reply(`${verdict(claimed === items.length)}${text}`, [clause.location], {
    focus: [{ kind: 'clause', location: clause.location }],
  });
};

/** `五个组写的是各相关单位，对吗`: a number claimed of a list that the notice gives. */
const listed: Handler = (question, desk) => {
  const claimed = parseNumeral(question.masked.match(CLAIMED)?.[1] ?? '');
  if (claimed === undefined || question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'body'))
    return undefined;
  const asked = question.masked.replace(CLAIMED, '哪些').replace(/(?:对吗|对不对|是吗|没错|吧|吗)+$/g, '');
  const found = answerLists({ ...question, masked: asked }, desk);
  const count = Number(found?.lines[0]?.match(/(?:共|有)(\d+)[个家条位]/)?.[1] ?? Number.NaN);
  if (!found || Number.isNaN(count)) return undefined;
  const [first = '', ...rest] = found.lines;
  return {
    ...found,
    lines: [`${verdict(count === claimed)}${first}`, ...rest],
    spoken: question.residue,
    readsAll: true,
  };
};

/** `六项措施里有没有专项巡察`: the item whose heading has the words after the question for it. */
function itemNamed(text: string, items: readonly Clause[]): Clause | undefined {
  const word = text.match(
    /(?:有没有|有无|包不包括|含不含|是不是有|里(?:面)?有|包括|包含)([^,，吗吧么没]{2,12})/,
  )?.[1];
  return word === undefined
    ? undefined
    : items.find(({ heading }) => heading !== undefined && fold(heading).includes(word));
}

const TOTAL = new RegExp(
  `(${NUMERAL})(?:个|家|条|项|位|名)?(专项|小组|组|成员|措施|副组长|副主任|领导|单位|附件)`,
);

/** A claim with more words than these of its own is about another matter. */
const MATTER = 4;

const TOTAL_BEHIND = new RegExp(
  `(?<after>专项|小组|组|成员单位|措施|副组长|领导|附件).{0,6}?(?<!同)(?<no>${NUMERAL})(?:个|家|条|项|位|名)`,
);

/** `有没有领导包了五个组`: how many one of them has, not how many there are. */
const HELD_BY_ONE = new RegExp(
  `(?:领导|单位|局|谁).{0,3}(?:分包|分管|包|管|牵头|参加)(?:了|着)?${NUMERAL}个`,
);

/** `小组一共20个吧` */
const totals: Handler = (question, { facts }) => {
  const claim = question.masked.match(TOTAL) ?? question.masked.match(TOTAL_BEHIND);
  const value = parseNumeral(claim?.groups?.no ?? claim?.[1] ?? '');
  const named = question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'body' && m.kind !== 'office');
  if (!claim || value === undefined || named || question.residue.join('').length > MATTER) return undefined;
  if (HELD_BY_ONE.test(question.masked)) return undefined;
  const isItems = (claim.groups?.after ?? claim[2]) === '附件' && /附件\d.*(?:条|项)/.test(question.masked);
  if (isItems && !/附件1/.test(question.masked)) return undefined;
  const said = isItems ? '措施' : (claim.groups?.after ?? claim[2] ?? '');
  const isFields =
    said === '领导' && /分包/.test(question.masked) && /\d项|[一二三四五六七八九十]项/.test(question.masked);
  const total = totalOf(facts, bodyMeant(question, facts), isFields ? '事项' : said);
  if (!total) return undefined;
  return reply(
    `${verdict(total.count === value)}共${total.count}${total.what}。${at(total.location)}`,
    [total.location],
    { spoken: question.residue.filter((part) => /\d/.test(part)), readsAll: true },
  );
};

function totalOf(facts: Facts, body: Body, what: string) {
  const { model, mainBody } = facts;
  const home = model.measures[0]?.location.split('·')[0] ?? '';
  if (/组$|专项/.test(what) && what !== '副组长')
    return { count: model.groups.length, what: '个专项工作小组', location: '三' };
  if (/成员|单位/.test(what))
    return { count: mainBody.memberUnits.length, what: '家成员单位', location: mainBody.location };
  if (what === '措施')
    return { count: Math.max(0, ...model.measures.map((m) => m.no)), what: '条措施', location: `${home}·三` };
  if (what === '副组长') {
    const names = body.deputies.map((id) => personName(facts, id)).join('、');
    return { count: body.deputies.length, what: `名副组长：${names}`, location: body.location };
  }
  if (what === '副主任') {
    return {
      count: mainBody.office?.deputies.length ?? 0,
      what: '名办公室副主任',
      location: mainBody.location,
    };
  }
  if (what === '领导' || what === '分包')
    return { count: model.assignments.length, what: '位分包区领导', location: '二' };
  if (what === '事项') {
    const count = model.assignments.reduce((sum, { items }) => sum + items.length, 0);
    return { count, what: '项分包事项', location: '二' };
  }
  if (what === '附件')
    return { count: model.document.attachments.length, what: '个附件', location: '附件清单' };
  return undefined;
}

export const COUNT_CHECKS: readonly Handler[] = [
  fieldsOfPerson,
  groupsOfUnit,
  unitsOfGroup,
  groupNumber,
  itemsOfClause,
  listed,
  totals,
];
