import type { UnitRole } from '../../db/schema.ts';

export type { UnitRole } from '../../db/schema.ts';

/** What somebody may act as on one day (`四（四）`: units report to the office). */
export interface Rights {
  openId: string;
  isOffice: boolean;
  units: readonly UnitRight[];
  /** Persons of the notice that he is bound to: 分包领导. */
  leaderIds: readonly string[];
}

/** A person's part in a unit; `standIn`: another's, while that one is on leave. */
interface UnitRight {
  unitId: string;
  role: UnitRole;
  standIn: boolean;
}

/** Anybody bound to the unit may report for it: its liaisons, and its head when he steps in. The office may not. */
export function mayReportFor(rights: Rights, unitId: string): boolean {
  return rights.units.some((unit) => unit.unitId === unitId);
}

/**
 * The office, the unit's own people and its leaders see a unit's reports, marks and lateness by name.
 *
 * @param unitLeaders ids of the notice's persons who lead the groups that the unit is in.
 */
export function maySeeUnit(rights: Rights, unitId: string, unitLeaders: readonly string[] = []): boolean {
  return (
    rights.isOffice ||
    mayReportFor(rights, unitId) ||
    rights.leaderIds.some((leader) => unitLeaders.includes(leader))
  );
}

/** 审核 is the office's (`四（四）`). */
export function mayReview(rights: Rights): boolean {
  return rights.isOffice;
}
