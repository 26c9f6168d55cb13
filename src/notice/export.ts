import { findConflicts } from './conflicts.ts';
import { indexNotice, type Notice } from './index-of.ts';
import type { Indicator, Measure, NoticeModel, TaskGroup } from './types.ts';

/** Bodies listed in words that name nobody (`各相关单位`, `区直相关部门`): `openEnded` says so already. */
const NOBODY = /相关(?:单位|部门)$/;

/** The stored notice as one JSON object of names, as `notice export` prints it (design §4). */
export function exportNotice(model: NoticeModel) {
  const notice = indexNotice(model);
  const { title, number, date } = model.document;
  return {
    document: { title, number, date },
    leaders: leadersOf(notice),
    office: officeOf(notice),
    memberUnits: unitNames(notice, model.bodies[0]?.memberUnits ?? []),
    assignments: model.assignments.map(({ leader, items, location }) => ({
      leader: personName(notice, leader),
      items: items.map((item) => item.text),
      location,
    })),
    groups: model.groups.map((group) => groupOf(notice, group)),
    measures: model.measures.map((measure) => measureOf(notice, measure)),
    indicators: model.indicators.flatMap(targetsOf),
    gaps: model.gaps,
    conflicts: findConflicts(model),
  };
}

function leadersOf(notice: Notice) {
  const [main] = notice.model.bodies;
  if (!main) return [];
  return [main.head, ...main.deputies].map((id) => {
    const person = notice.person(id);
    return {
      name: person?.name ?? id,
      role: person?.roles.find((role) => role.body === main.name)?.role ?? '',
      titles: person?.titles.flatMap((title) => title.text.split('、')) ?? [],
    };
  });
}

function officeOf(notice: Notice) {
  const office = notice.model.bodies[0]?.office;
  if (!office) return null;
  return {
    seat: office.seat === undefined ? null : (notice.unit(office.seat)?.name ?? null),
    head: personName(notice, office.head),
    deputies: office.deputies.map((id) => personName(notice, id)),
  };
}

function groupOf(notice: Notice, group: TaskGroup) {
  return {
    no: group.no,
    name: group.name,
    leader: personName(notice, group.leader),
    leadUnits: unitNames(notice, group.leadUnits),
    subLeads: group.subLeads.map(({ item, unit }) => ({ item, unit: notice.unit(unit)?.name ?? unit })),
    responsibleUnits: [...unitNames(notice, group.responsibleUnits), ...named(group.collectives)],
    openEnded: group.openEnded,
    duty: group.duty,
    location: group.location,
  };
}

function measureOf(notice: Notice, measure: Measure) {
  return {
    no: measure.no,
    part: measure.part,
    plan: measure.plan ?? null,
    text: measure.text,
    leadUnits: unitNames(notice, measure.leadUnits),
    supportingUnits: [
      ...unitNames(notice, measure.supportingUnits),
      ...named(measure.leadUnits.length > 0 ? measure.collectives : []),
    ],
    responsibleUnits: [
      ...unitNames(notice, measure.responsibleUnits),
      ...named(measure.leadUnits.length > 0 ? [] : measure.collectives),
    ],
    openEnded: measure.openEnded,
    status: measure.status,
    location: measure.location,
  };
}

/** One row for each bound: a range (`6—10个`) is two. */
function targetsOf({ what, comparator, value, upTo, unit, deadline, location }: Indicator) {
  const row = { what, unit, deadline: deadline ?? null, location };
  const lower = { ...row, comparator, value: value ?? null };
  return upTo === undefined ? [lower] : [lower, { ...row, comparator: '<=' as const, value: upTo }];
}

function unitNames(notice: Notice, ids: readonly string[]): string[] {
  return ids.map((id) => notice.unit(id)?.name ?? id);
}

function personName(notice: Notice, id: string): string {
  return notice.person(id)?.name ?? id;
}

function named(collectives: readonly string[]): string[] {
  return collectives.filter((collective) => !NOBODY.test(collective));
}
