import type { Notice } from '../index-of.ts';
import type { Measure, TaskGroup } from '../types.ts';
import { type Conflict, sameSet } from './conflict.ts';
import { texts } from './texts.ts';

/** A matter, who leads it by its task group, and who by a measure. */
interface Pair {
  group: TaskGroup;
  /** The sub-item of the group that the measure serves, where it has a lead of its own. */
  item: string | undefined;
  leads: readonly string[];
  measure: Measure;
  owners: readonly string[];
}

/** Measures that are led by others than the task group of the same matter; alike ones together. */
export function leadsInTwoPlaces(notice: Notice): Conflict[] {
  const differing = pairsOf(notice).filter(({ leads, owners }) => !sameSet(leads, owners));
  const alike = Map.groupBy(differing, ({ group, item, measure, owners }) =>
    [group.no, item, measure.leadUnits.length > 0, ...owners].join(' '),
  );
  return [...alike.values()].flatMap((pairs) => {
    const [first] = pairs;
    const places = pairs.map((pair) => pair.measure.location);
    return first ? [between(notice, first, places)] : [];
  });
}

function pairsOf(notice: Notice): Pair[] {
  return notice.model.measures.flatMap((measure) => {
    const owners = measure.leadUnits.length > 0 ? measure.leadUnits : measure.responsibleUnits;
    if (owners.length === 0) return [];
    return measure.groups.flatMap((no) => {
      const group = notice.group(no);
      if (!group) return [];
      const sub = group.subLeads.find((candidate) => candidate.no === measure.subItem);
      return [{ group, item: sub?.item, leads: sub ? [sub.unit] : group.leadUnits, measure, owners }];
    });
  });
}

function between(notice: Notice, pair: Pair, places: readonly string[]): Conflict {
  const { group, item, leads, measure, owners } = pair;
  const names = (ids: readonly string[]) => ids.map((id) => notice.unit(id)?.name ?? id);
  const wording = measure.leadUnits.length > 0 ? texts.leads : texts.noLead;
  return {
    about: texts.leadOf(item ?? group.field),
    locations: [group.location, ...places],
    says: [
      item === undefined
        ? texts.leads([group.location], names(leads))
        : texts.leadsItem(group.location, item, names(leads)),
      wording(places, names(owners)),
    ],
  };
}

/** A unit that is listed both as lead and among the others of one task group or measure. */
export function doubleParts(notice: Notice): Conflict[] {
  const { groups, measures } = notice.model;
  return [
    ...groups.flatMap((group) =>
      group.responsibleUnits.flatMap((unit) => {
        const sub = group.subLeads.find((candidate) => candidate.unit === unit);
        const first = group.leadUnits.includes(unit)
          ? texts.listedLead(group.location)
          : sub && texts.listedSubLead(group.location, sub.item);
        return first === undefined
          ? []
          : [twice(notice, { unit, matter: group.field, at: group.location, first })];
      }),
    ),
    ...measures.flatMap(({ leadUnits, supportingUnits, location }) =>
      supportingUnits
        .filter((unit) => leadUnits.includes(unit))
        .map((unit) =>
          twice(notice, { unit, matter: location, at: location, first: texts.listedLead(location) }),
        ),
    ),
  ];
}

function twice(notice: Notice, of: { unit: string; matter: string; at: string; first: string }): Conflict {
  return {
    about: texts.twice(notice.unit(of.unit)?.name ?? of.unit, of.matter),
    locations: [of.at],
    says: [of.first, texts.listedOther(of.at)],
  };
}
