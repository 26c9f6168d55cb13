import type { Notice } from '../notice/index-of.ts';
import type { Rights } from '../people/rights.ts';
import type { UnitStanding } from './standing.ts';

/** Whose standing somebody may see by name: the office all, a leader his groups' units, a unit its own. */
export interface Scope {
  isAll: boolean;
  /** Task groups that he leads or is in charge of (`二`, `三`). */
  groups: ReadonlySet<number>;
  units: ReadonlySet<string>;
}

/** Whom something is told to, and the names it needs. */
export interface Reader {
  scope: Scope;
  notice: Notice;
}

/** Sees counts only: what a group is told. */
export const NOBODY: Scope = { isAll: false, groups: new Set(), units: new Set() };

/** What somebody may see by name on this day. */
export function scopeOf(rights: Rights, notice: Notice): Scope {
  return {
    isAll: rights.isOffice,
    groups: new Set(groupsOf(rights.leaderIds, notice)),
    units: new Set(rights.units.map((unit) => unit.unitId)),
  };
}

/** Task groups that persons of the notice lead, or that are among what they are in charge of. */
function groupsOf(leaderIds: readonly string[], { model }: Notice): number[] {
  const led = model.groups.filter((group) => leaderIds.includes(group.leader)).map((group) => group.no);
  const assigned = model.assignments
    .filter((assignment) => leaderIds.includes(assignment.leader))
    .flatMap((assignment) => assignment.items.flatMap((item) => item.groups));
  return [...new Set([...led, ...assigned])].sort((a, b) => a - b);
}

/** Whether a unit's standing may be told by name. */
export function maySee(scope: Scope, unit: Pick<UnitStanding, 'unit' | 'groups'>): boolean {
  return scope.isAll || scope.units.has(unit.unit) || unit.groups.some((no) => scope.groups.has(no));
}

/** Whether there is anything at all that he may see by name. */
export function seesNames({ isAll, groups, units }: Scope): boolean {
  return isAll || groups.size > 0 || units.size > 0;
}
