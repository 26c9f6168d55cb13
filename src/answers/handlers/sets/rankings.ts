import type { Facts } from '../../facts.ts';
import { personName } from '../../replies/texts.ts';

/** What is ranked by how many it has. */
export interface Ranked {
  name: string;
  count: number;
}

/** Which end of a ranking is asked for, and how far from it. */
export interface Place {
  fewest: boolean;
  /** 0 for the first, 1 for the second. */
  rank: number;
}

/** Those with the count at that place. */
export function extreme<T extends Ranked>(list: readonly T[], { fewest, rank }: Place): T[] {
  const counts = [...new Set(list.map((item) => item.count).filter((count) => count > 0))];
  counts.sort((a, b) => (fewest ? a - b : b - a));
  return list.filter((item) => item.count === counts[rank]);
}

/** Leaders by the groups that they have, with what they are assigned. */
export function leaders(facts: Facts): (Ranked & { items: number; fields: string })[] {
  return facts.model.assignments.map((a) => ({
    name: personName(facts, a.leader),
    count: facts.groupsOfLeader(a.leader).length || a.items.length,
    items: a.items.length,
    fields: `${personName(facts, a.leader)}（${a.items.map(({ text }) => text).join('、')}）`,
  }));
}

/** Units by a count of each, all or some of them. */
export function units(facts: Facts, count: (id: string) => number, among?: readonly string[]): Ranked[] {
  const meant = facts.model.units.filter(({ id }) => among === undefined || among.includes(id));
  return meant.map((unit) => ({ name: unit.name, count: count(unit.id) }));
}
