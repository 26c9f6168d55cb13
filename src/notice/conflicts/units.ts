import type { Notice } from '../index-of.ts';
import type { Unit } from '../types.ts';
import type { Conflict } from './conflict.ts';
import { PARTS, texts } from './texts.ts';

/** A unit that leads, is responsible or supports without being a member of the leading group. */
export function nonMembersThatAct(notice: Notice): Conflict[] {
  const [main] = notice.model.bodies;
  if (!main || main.memberUnits.length === 0) return [];
  const outside = notice.model.units.filter((unit) => !main.memberUnits.includes(unit.id));
  return outside.flatMap((unit) => {
    const parts = partsOf(notice, unit).filter(({ places }) => places.length > 0);
    if (parts.length === 0) return [];
    return [
      {
        about: texts.nonMember(unit.name),
        locations: [main.location, ...parts.flatMap((part) => part.places)],
        says: [
          texts.notListed(main.location, main.memberUnits.length),
          ...parts.map(({ part, places }) => texts.acts(part, places)),
        ],
      },
    ];
  });
}

function partsOf({ model }: Notice, { id }: Unit): { part: string; places: string[] }[] {
  const placesOf = <T extends { location: string }>(items: readonly T[], has: (item: T) => boolean) =>
    items.filter(has).map((item) => item.location);
  const { groups, measures } = model;
  return [
    {
      part: PARTS.lead,
      places: [
        ...placesOf(groups, (group) => group.leadUnits.includes(id)),
        ...placesOf(measures, (measure) => measure.leadUnits.includes(id)),
      ],
    },
    {
      part: PARTS.subLead,
      places: placesOf(groups, (group) => group.subLeads.some((sub) => sub.unit === id)),
    },
    {
      part: PARTS.responsible,
      places: [
        ...placesOf(groups, (group) => group.responsibleUnits.includes(id)),
        ...placesOf(measures, (measure) => measure.responsibleUnits.includes(id)),
      ],
    },
    { part: PARTS.support, places: placesOf(measures, (measure) => measure.supportingUnits.includes(id)) },
  ];
}

/** One body that the notice calls by several names. */
export function unitsUnderSeveralNames({ model }: Notice): Conflict[] {
  return model.units
    .filter((unit) => unit.spellings.length > 1)
    .map(({ name, spellings }) => ({
      about: texts.names(name),
      locations: spellings.flatMap((spelling) => spelling.locations),
      says: spellings.map((spelling) => texts.nameAt(spelling.text, spelling.locations)),
    }));
}
