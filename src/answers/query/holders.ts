import type { TaskGroup } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import { partOf } from '../handlers/units/unit-in-group.ts';
import type { Entity } from '../names/entities.ts';
import { groupName, personName, unitList } from '../replies/texts.ts';
import { doersOf, groupAt, groupsNamed, type Part, type Row } from './row.ts';

/** Somebody with groups: a unit or a leader. */
export interface Holder {
  entity: Entity;
  name: string;
  /** How many letters of the row name it. */
  size: number;
  groups(part: Part): readonly TaskGroup[];
  /** `（牵头单位）`, for a unit. */
  partIn(group: TaskGroup): string;
  does: string;
  /** Where the notice says so. */
  home: string;
}

/** A unit as one that has groups. */
export const unitHolder = (facts: Facts, id: string, size = 1): Holder => ({
  entity: { kind: 'unit', id },
  name: unitList(facts, [id]),
  size,
  groups: (part) => facts.groupsOfUnit(id, part),
  partIn: (group) => partOf(id, group) ?? '',
  does: '在',
  home: '三',
});

/** A leader as one that has groups. */
export const leaderHolder = (facts: Facts, id: string, size = 1): Holder => ({
  entity: { kind: 'person', id },
  name: personName(facts, id),
  size,
  groups: () => facts.groupsOfLeader(id),
  partIn: () => '',
  does: '分包',
  home: '二',
});

/** Whom the row is about: a name, the leader of a group, the unit that leads it, the doer a group is called after. */
export function holderOf(row: Row): Holder | undefined {
  const { letters, said, facts } = row;
  const place = letters.search(/[UP]/);
  const [entity, ...rivals] = said[place]?.entities ?? [];
  if (rivals.length > 0) return undefined;
  const isNamed = /^(?:e[tls]*G(?:aG)*g?,?|Gg?l)?[UP][^UP]*$/.test(letters);
  if (isNamed && entity?.kind === 'unit') return unitHolder(facts, entity.id);
  if (isNamed && entity?.kind === 'person') return leaderHolder(facts, entity.id);
  if (place >= 0) return undefined;
  const byLeader = letters.match(/^(?:rGg*,?p+|Gg*r?g*p+)(?=.*[xe])/)?.[0];
  const byLead = letters.match(/^(?:lGg?u|Gg?lu?)(?=,?x)/)?.[0];
  const group = groupAt(said[letters.indexOf('G')]?.entities[0], facts);
  if (group && byLeader) return leaderHolder(facts, group.leader, byLeader.length);
  const [lead, ...more] = group?.leadUnits ?? [];
  if (lead !== undefined && more.length === 0 && byLead) return unitHolder(facts, lead, byLead.length);
  if (!/^Ge?.*[xe].*G|^G,?(?:eG|Ge)/.test(letters)) return undefined;
  // `收某费的，除了某费那组…`: whoever does it, and nobody but one leads it.
  const isDoer = lead !== undefined && more.length === 0 && groupsNamed(row).length === 1;
  const [doer] = isDoer ? [lead] : doersOf(row, 0);
  return doer === undefined ? undefined : unitHolder(facts, doer);
}

/** Every unit or leader that a row names, in their order; none where a name is of several. */
export function holdersIn({ said, facts }: Row): Holder[] {
  const names = said.flatMap(({ entities }) => (entities.length > 0 ? [entities] : []));
  const holders = names.flatMap(([entity, ...rivals]) => {
    if (rivals.length > 0) return [];
    if (entity?.kind === 'unit') return [unitHolder(facts, entity.id)];
    return entity?.kind === 'person' ? [leaderHolder(facts, entity.id)] : [];
  });
  return holders.length === names.length ? holders : [];
}

/** Groups with the part that the holder takes in each. */
export const listed = (groups: readonly TaskGroup[], holder: Holder) =>
  groups
    .map((group) => {
      const part = holder.partIn(group);
      return part === '' ? groupName(group) : `${group.field}（第${group.no}组，${part}）`;
    })
    .join('、');
