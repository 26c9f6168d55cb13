import { isClaim } from '../claims.ts';
import type { Facts } from '../facts.ts';
import type { Desk, Handler } from '../handler.ts';
import { NUMERAL, parseNumeral } from '../numerals.ts';
import { mentioned, type Question } from '../parse.ts';
import { type Reply, reply } from '../reply.ts';
import { at, groupName, measureName, ownersOf, personName, unitList } from '../texts.ts';
import { titlesOf } from './people.ts';
import { partOf } from './units.ts';


/** A statement put to the bot for confirmation: confirmed, or corrected with what the notice says. */
export const answerClaims: Handler = (question, desk) => {
  if (!isClaim(question)) return undefined;
  return CHECKS.reduce<Reply | undefined>((found, check) => found ?? check(question, desk), undefined);
};

/** Begins an answer to a claim. A claim put in the negative (`不是…吗`) is answered by its content, not its form. */
function verdict(isTrue: boolean): string {
  return isTrue ? '是的，' : '不是。';
}

const leaderOfGroup: Handler = (question, { facts }) => {
  const groups = groupsIn(question, facts);
  const people = mentioned(question, 'person');
  if (groups.length === 0 || people.length === 0) return undefined;
  if (
    question.mentions.some(
      (m) => m.kind === 'person' && m.how === 'post' && /是P|P是/.test(question.masked) && people.length > 1,
    )
  )
    return undefined;
  const lines = groups.map((group) => {
    const isTrue = people.some(({ id }) => id === group.leader);
    return `${verdict(isTrue)}${groupName(group)}由${personName(facts, group.leader)}分包。${at(group.location)}`;
  });
  return reply(
    lines,
    groups.flatMap((g) => [g.location, '二']),
    { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
  );
};

const unitInGroup: Handler = (question, { facts }) => {
  const groups = groupsIn(question, facts);
  const units = mentioned(question, 'unit');
  if (groups.length === 0 || units.length === 0) return undefined;
  const claimsLead = /牵头|主抓|带头|负责|管|主责/.test(question.masked);
  const claimsSupport = /责任单位|配合|协助/.test(question.masked);
  const lines: string[] = [];
  for (const group of groups) {
    for (const { id } of units) {
      const part = partOf(id, group);
      const name = unitList(facts, [id]);
      const isLead = part !== undefined && part !== '责任单位';
      const isTrue = claimsLead ? isLead : claimsSupport ? part === '责任单位' : part !== undefined;
      const lead = `牵头的是${unitList(facts, group.leadUnits)}`;
      const role = part ? `${name}是${groupName(group)}的${part}` : `${name}不在${groupName(group)}的名单里`;
      lines.push(
        `${verdict(isTrue)}${role}${isLead || !claimsLead ? '' : `，${lead}`}。${at(group.location)}`,
      );
    }
  }
  return reply(
    lines,
    groups.map((g) => g.location),
    { focus: groups.map(({ no }) => ({ kind: 'group', no })) },
  );
};

const unitOfMeasure: Handler = (question, { facts }) => {
  const measures = mentioned(question, 'measure')
    .map(({ no }) => facts.measure(no))
    .filter((m) => m !== undefined);
  const units = mentioned(question, 'unit');
  if (measures.length === 0 || units.length === 0) return undefined;
  const claimsLead = /牵头|主抓|负责/.test(question.masked);
  const lines = measures.map((m) => {
    const leads = [...m.leadUnits, ...m.responsibleUnits];
    const inside = claimsLead ? leads : [...leads, ...m.supportingUnits];
    const isTrue = units.every(({ id }) => inside.includes(id));
    return `${verdict(isTrue)}${measureName(m)}由${ownersOf(facts, m)}。${at(m.location)}`;
  });
  return reply(
    lines,
    measures.map((m) => m.location),
  );
};

const membership: Handler = (question, { facts }) => {
  const units = mentioned(question, 'unit');
  if (units.length === 0 || !/成员|领导小组/.test(question.text) || groupsIn(question, facts).length > 0)
    return undefined;
  const body = facts.mainBody;
  const lines = units.map(({ id }) => {
    const isMember = body.memberUnits.includes(id);
    return `${isMember ? '是的' : '不是'}，${unitList(facts, [id])}${isMember ? '是' : '不在'}领导小组成员单位${isMember ? '' : '名单里'}。${at(body.location)}`;
  });
  return reply(lines, [body.location]);
};

const titleOfPerson: Handler = (question, { facts }) => {
  const named = question.mentions.find((m) => m.kind === 'person' && m.how !== 'post');
  const entity = named?.entities[0];
  if (!named || entity?.kind !== 'person' || named.entities.length > 1) return undefined;
  const person = facts.person(entity.id);
  if (!person) return undefined;
  const post = question.mentions.find((m) => m.kind === 'person' && m.how === 'post');
  const role = question.text.match(/副?(?:组长|主任|书记|部长|局长|调研员|委员|常委)/)?.[0];
  if (!post && !role) return undefined;
  const titles = titlesOf(person);
  const isTrue = post
    ? post.entities.some((e) => e.kind === 'person' && e.id === person.id)
    : holds(titles, role ?? '', question);
  const held =
    post && !isTrue ? post.entities.map((e) => (e.kind === 'person' ? personName(facts, e.id) : '')) : [];
  const correction = held.length > 0 && held.length < 3 ? `${post?.text}是${held.join('、')}；` : '';
  const cites = [...person.titles, ...person.roles].map((t) => t.location);
  return reply(`${verdict(isTrue)}${correction}${person.name}：${titles}。${at(...cites)}`, cites, {
    focus: [entity],
  });
};

function holds(titles: string, role: string, question: Question): boolean {
  const asked = question.text.match(/(.{0,6}?)(副?(?:组长|主任|书记|部长|局长|调研员|委员|常委))/);
  const exact = new RegExp(`(?<!副)${role}`).test(titles);
  void asked;
  return exact;
}

const fieldsOfPerson: Handler = (question, { facts }) => {
  const [person] = mentioned(question, 'person');
  if (!person || !/分包|分管|管|负责|任务/.test(question.masked)) return undefined;
  const groups = facts.groupsOfLeader(person.id);
  const claimed = question.masked.match(new RegExp(`(${NUMERAL})(?:个|项|块)`))?.[1];
  if (!claimed) return undefined;
  const isTrue = parseNumeral(claimed) === groups.length;
  return reply(
    `${verdict(isTrue)}${personName(facts, person.id)}分包${groups.length}项：${groups.map((g) => g.field).join('、')}。${at('二')}`,
    ['二'],
  );
};

const groupNumber: Handler = (question, { facts }) => {
  const numbered = question.mentions.find((m) => m.kind === 'group' && m.how === 'number');
  const named = question.mentions.find((m) => m.kind === 'group' && m.how !== 'number');
  const a = numbered?.entities[0];
  const b = named?.entities[0];
  if (a?.kind !== 'group' || b?.kind !== 'group') return undefined;
  const group = facts.group(b.no);
  if (!group) return undefined;
  return reply(
    `${verdict(a.no === b.no)}${group.field}是第${group.no}组。${at(group.location)}`,
    [group.location],
    { focus: [b] },
  );
};

const totals: Handler = (question, { facts }) => {
  const claim = question.masked.match(
    new RegExp(`(${NUMERAL})(?:个|家|条|项|位|名)?(专项|小组|组|成员|措施|副组长|领导|单位)`),
  );
  const value = parseNumeral(claim?.[1] ?? '');
  if (!claim || value === undefined || question.mentions.some((m) => m.how !== 'hint' && m.kind !== 'body'))
    return undefined;
  const { model, mainBody } = facts;
  const counts: Record<string, [number, string, string]> = {
    专项: [model.groups.length, '个专项工作小组', '三'],
    小组: [model.groups.length, '个专项工作小组', '三'],
    组: [model.groups.length, '个专项工作小组', '三'],
    成员: [mainBody.memberUnits.length, '家成员单位', mainBody.location],
    单位: [mainBody.memberUnits.length, '家成员单位', mainBody.location],
    措施: [Math.max(0, ...model.measures.map((m) => m.no)), '条措施', '附件1·三'],
    副组长: [mainBody.deputies.length, '名副组长', mainBody.location],
    领导: [model.assignments.length, '位分包区领导', '二'],
  };
  const [count, what, location] = counts[claim[2] ?? ''] ?? [];
  if (count === undefined || location === undefined) return undefined;
  return reply(`${verdict(count === value)}共${count}${what}。${at(location)}`, [location]);
};

const CHECKS: readonly Handler[] = [
  leaderOfGroup,
  unitInGroup,
  unitOfMeasure,
  membership,
  titleOfPerson,
  fieldsOfPerson,
  groupNumber,
  totals,
];

function groupsIn(question: Question, facts: Facts) {
  const isNumberOnly = (no: number) =>
    question.mentions.some(
      (m) => m.how !== 'hint' && m.entities.some((e) => e.kind === 'group' && e.no === no),
    );
  return mentioned(question, 'group', true)
    .filter(({ no }, i, all) => isNumberOnly(no) || (i === 0 && all.length === 1))
    .map(({ no }) => facts.group(no))
    .filter((g) => g !== undefined);
}

export type { Desk };
