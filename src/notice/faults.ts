import { indexNotice, type Notice, namesOf } from './index-of.ts';
import { quotesOf } from './quotes.ts';
import type { NoticeModel } from './types.ts';
import { standsIn } from './verbatim.ts';

/** Looks for one kind of fault; each is a sentence that names what is wrong. */
type Check = (notice: Notice) => string[];

const CHECKS: readonly Check[] = [
  keysAreUnique,
  namesAreUnique,
  parentsExist,
  placesExist,
  peopleExist,
  unitsExist,
  mattersExist,
  membersAgree,
  brokenPiecesAreGaps,
  valuesFit,
  quotesStand,
];

/** Everything in a stored notice that points to nothing, is there twice, or is not verbatim. Empty when sound. */
export function findFaults(model: NoticeModel): string[] {
  const notice = indexNotice(model);
  return CHECKS.flatMap((check) => check(notice));
}

function keysAreUnique({ model }: Notice): string[] {
  const keys: [string, readonly (string | number)[]][] = [
    ['条款位置', model.clauses.map((clause) => clause.location)],
    ['人员编号', model.people.map((person) => person.id)],
    ['单位编号', model.units.map((unit) => unit.id)],
    ['小组序号', model.groups.map((group) => group.no)],
    ['措施序号', model.measures.map((measure) => measure.no)],
    ['部分序号', model.parts.map((part) => part.no)],
    ['指标编号', model.indicators.map((indicator) => indicator.id)],
    ['机构名称', model.bodies.map((body) => body.name)],
    ['分包领导', model.assignments.map((assignment) => assignment.leader)],
  ];
  return keys.flatMap(([what, list]) => repeated(list).map((key) => `${what}“${key}”出现了两次`));
}

function namesAreUnique({ model }: Notice): string[] {
  const names = model.units.flatMap((unit) => namesOf(unit));
  const inNotice = new Set(model.units.flatMap((unit) => unit.spellings.map((spelling) => spelling.text)));
  const aliases = model.units.flatMap((unit) => unit.aliases);
  return [
    ...repeated(names).map((name) => `“${name}”是两个单位的名称或俗称`),
    ...aliases.filter((alias) => inNotice.has(alias)).map((alias) => `俗称“${alias}”是通知里的写法`),
  ];
}

function parentsExist({ model }: Notice): string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const { location, parent } of model.clauses) {
    if (parent !== undefined && !seen.has(parent)) {
      faults.push(`条款“${location}”的上级“${parent}”不存在或排在它后面`);
    }
    seen.add(location);
  }
  return faults;
}

function placesExist(notice: Notice): string[] {
  const { model } = notice;
  const used: [string, string][] = [
    ...quotesOf(model).map((quote): [string, string] => [quote.of, quote.location]),
    ...model.people.flatMap((person) =>
      person.roles.map((role): [string, string] => [`${person.name}的职务`, role.location]),
    ),
    ...model.bodies.flatMap(({ name, location, office }): [string, string][] => [
      [name, location],
      ...(office ? [[office.name, office.location] satisfies [string, string]] : []),
    ]),
    ...model.document.attachments.map(({ title, location }): [string, string] => [title, location]),
    ...model.measures.map(({ no, location }): [string, string] => [`措施${no}`, location]),
    ...model.gaps.map(({ what, location }): [string, string] => [what, location]),
  ];
  return used
    .filter(([, location]) => !notice.clause(location))
    .map(([what, location]) => `${what}：位置“${location}”不存在`);
}

function peopleExist(notice: Notice): string[] {
  const { bodies, assignments, groups, people } = notice.model;
  const bodyNames = new Set(bodies.map((body) => body.name));
  const used: [string, string][] = [
    ...bodies.flatMap(({ name, head, deputies, office }) =>
      [head, ...deputies, ...(office ? [office.head, ...office.deputies] : [])].map(
        (id): [string, string] => [name, id],
      ),
    ),
    ...assignments.map(({ location, leader }): [string, string] => [location, leader]),
    ...groups.map(({ location, leader }): [string, string] => [location, leader]),
  ];
  return [
    ...used.filter(([, id]) => !notice.person(id)).map(([at, id]) => `${at}：没有编号为“${id}”的人`),
    ...people.flatMap(({ name, roles }) =>
      roles.filter((role) => !bodyNames.has(role.body)).map((role) => `${name}：没有机构“${role.body}”`),
    ),
  ];
}

function unitsExist(notice: Notice): string[] {
  const { bodies, groups, measures } = notice.model;
  const used: [string, readonly string[]][] = [
    ...bodies.map(({ name, memberUnits, office }): [string, string[]] => [
      name,
      [...memberUnits, ...(office?.seat === undefined ? [] : [office.seat])],
    ]),
    ...groups.map((group): [string, string[]] => [
      group.location,
      [...group.leadUnits, ...group.subLeads.map((sub) => sub.unit), ...group.responsibleUnits],
    ]),
    ...measures.map((measure): [string, string[]] => [
      measure.location,
      [...measure.leadUnits, ...measure.supportingUnits, ...measure.responsibleUnits],
    ]),
  ];
  return used.flatMap(([at, ids]) =>
    ids.filter((id) => !notice.unit(id)).map((id) => `${at}：没有编号为“${id}”的单位`),
  );
}

function mattersExist(notice: Notice): string[] {
  const { assignments, measures, indicators, parts } = notice.model;
  const groups: [string, readonly number[]][] = [
    ...assignments.flatMap(({ location, items }) =>
      items.map((item): [string, number[]] => [`${location}“${item.text}”`, item.groups]),
    ),
    ...measures.map(({ location, groups }): [string, number[]] => [location, groups]),
    ...indicators.map(({ id, groups }): [string, number[]] => [`指标${id}`, groups]),
  ];
  const partNumbers = new Set(parts.map((part) => part.no));
  return [
    ...groups.flatMap(([at, list]) =>
      list.filter((no) => !notice.group(no)).map((no) => `${at}：没有第${no}个小组`),
    ),
    ...indicators.flatMap(({ id, measures: list }) =>
      list.filter((no) => !notice.measure(no)).map((no) => `指标${id}：没有第${no}条措施`),
    ),
    ...measures
      .filter((measure) => !partNumbers.has(measure.part))
      .map(({ location, part }) => `${location}：没有第${part}部分`),
    ...measures
      .filter(({ groups: [no], subItem }) => subItem !== undefined && !hasSubItem(notice, no, subItem))
      .map(({ location, subItem }) => `${location}：它的小组没有第${subItem}个分项`),
  ];
}

function hasSubItem(notice: Notice, group: number | undefined, no: number): boolean {
  return group !== undefined && notice.group(group)?.subLeads.some((sub) => sub.no === no) === true;
}

function membersAgree({ model }: Notice): string[] {
  const listed = new Set(model.bodies[0]?.memberUnits ?? []);
  return model.units
    .filter((unit) => unit.isMember !== listed.has(unit.id))
    .map(
      ({ name, isMember }) =>
        `${name}：${isMember ? '标为成员单位，名单里没有' : '在成员名单里，没有标为成员单位'}`,
    );
}

function brokenPiecesAreGaps(notice: Notice): string[] {
  const { clauses, gaps, measures } = notice.model;
  const known = new Set(gaps.map((gap) => gap.location));
  const broken = clauses.filter((clause) => clause.status !== 'whole');
  return [
    ...broken
      .filter((clause) => clause.note === undefined || !known.has(clause.location))
      .map(({ location }) => `${location}：残缺，但没有说明或没有列入缺页`),
    ...clauses
      .filter((clause) => clause.status === 'missing' && clause.text !== '')
      .map(({ location }) => `${location}：标为缺失，却有正文`),
    ...measures
      .filter(({ location, status, text }) => {
        const clause = notice.clause(location);
        return clause !== undefined && (clause.status !== status || clause.text !== text);
      })
      .map(({ no, location }) => `措施${no}与条款“${location}”的正文或状态不同`),
  ];
}

function valuesFit({ model }: Notice): string[] {
  return model.indicators.flatMap(({ id, comparator, value, upTo }) => {
    if ((comparator === 'qualitative') !== (value === undefined))
      return [`指标${id}：定性指标没有数值，其余的要有`];
    return upTo !== undefined && upTo <= (value ?? upTo) ? [`指标${id}：上限不大于下限`] : [];
  });
}

function quotesStand(notice: Notice): string[] {
  return quotesOf(notice.model).flatMap(({ of, location, text }) => {
    const clause = notice.clause(location);
    return clause && !standsIn(clause, text) ? [`${of}：“${text}”不在“${location}”的原文里`] : [];
  });
}

function repeated<T>(list: readonly T[]): T[] {
  return [...new Set(list.filter((item, index) => list.indexOf(item) !== index))];
}
