import type { Notice } from '../index-of.ts';
import type { Assignment, TaskGroup } from '../types.ts';
import type { Conflict } from './conflict.ts';
import { texts } from './texts.ts';

/** A task group whose leader is another, or not named for it, where leaders are assigned (`二`). */
export function leadersInTwoPlaces(notice: Notice): Conflict[] {
  const { assignments, groups } = notice.model;
  return groups.flatMap((group) => {
    const assigned = assignments.filter((assignment) => coversGroup(assignment, group));
    if (assigned.length > 0 && assigned.every((assignment) => assignment.leader === group.leader)) return [];
    const own = assignments.filter((assignment) => assignment.leader === group.leader);
    const others = assigned.map(({ location, leader }) => texts.assigned(location, nameOf(notice, leader)));
    const places = [...assigned, ...own].map((assignment) => assignment.location);
    const elsewhere = places.length > 0 ? places : assignments.slice(0, 1).map((first) => first.location);
    return [
      {
        about: texts.leaderOf(group.field),
        locations: [...elsewhere, group.location],
        says: [
          ...(others.length > 0 ? others : [onlyAssigned(notice, group, own)]),
          texts.groupLeader(group.location, group.leaderLabel, nameOf(notice, group.leader)),
        ],
      },
    ];
  });
}

function coversGroup(assignment: Assignment, group: TaskGroup): boolean {
  return assignment.items.some((item) => item.groups.includes(group.no));
}

function onlyAssigned(notice: Notice, group: TaskGroup, own: readonly Assignment[]): string {
  const at = own[0]?.location ?? notice.model.assignments[0]?.location ?? group.location;
  const items = own.flatMap((assignment) => assignment.items.map((item) => item.text));
  return texts.assignedOnly(at, nameOf(notice, group.leader), items);
}

/** A deputy head of the leading group who is neither assigned a field nor leads a task group. */
export function leadersWithoutField(notice: Notice): Conflict[] {
  const { bodies, assignments, groups, clauses } = notice.model;
  const [main] = bodies;
  if (!main || assignments.length === 0) return [];
  const busy = new Set([...assignments, ...groups].map((item) => item.leader));
  const listed = new Set(groups.map((group) => group.location));
  const parents = clauses.filter((clause) => listed.has(clause.location)).map((clause) => clause.parent);
  const places = [...assignments.map((item) => item.location), ...parents].filter((at) => at !== undefined);
  const where = [...new Set(places)];
  return main.deputies
    .filter((id) => !busy.has(id))
    .map((id) => {
      const role = notice.person(id)?.roles.find((held) => held.body === main.name);
      const at = role?.location ?? main.location;
      return {
        about: texts.fieldOf(nameOf(notice, id)),
        locations: [at, ...where],
        says: [texts.hasRole(at, role?.role ?? ''), texts.noField(where)],
      };
    });
}

/** The same line of task groups under different labels (`分包领导`, `分管领导`). */
export function mixedLabels({ model }: Notice): Conflict[] {
  const labels = Map.groupBy(model.groups, (group) => group.leaderLabel);
  if (labels.size < 2) return [];
  const says = [...labels].map(([label, groups]) =>
    texts.labelAt(
      label,
      groups.map((group) => group.location),
    ),
  );
  const locations = model.groups.map((group) => group.location);
  return [{ about: texts.labels([...labels.keys()]), locations, says }];
}

function nameOf(notice: Notice, person: string): string {
  return notice.person(person)?.name ?? person;
}
