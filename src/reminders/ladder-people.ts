import { leaderOpenIds, unitPeopleOf } from '../../db/queries/people.ts';
import type { ReportSheet } from '../../db/queries/reports.ts';
import type { DecisionRow } from '../../db/queries/reviews.ts';
import { UNIT_ROLES, type UnitRole } from '../../db/schema.ts';
import type { Deps } from '../deps.ts';
import type { NoticeModel } from '../notice/types.ts';
import { isOwed } from '../progress/standing.ts';
import type { Recipient, Rule } from '../schedule/rule.ts';
import { lastReturns } from './returns.ts';

/** What one person is told: one message, however many units and roles bring it to him. */
export interface Reminded {
  /** Units that he reports for or heads. */
  own: ReportSheet[];
  /** Units that lead a task group he is assigned to, and that are not among `own`. */
  led: ReportSheet[];
  /** Why those that were sent back were, by unit. */
  returns: ReadonlyMap<string, DecisionRow>;
}

/** Whom a rung reaches at this moment. */
export interface Reach {
  /** By open_id. */
  people: Map<string, Reminded>;
  /** Units whose report is still to be handed in. */
  missing: ReportSheet[];
  /** Those of them in which there is nobody whom it should reach. */
  unserved: ReportSheet[];
}

type Audience = Pick<Rule, 'to'>;

/** Who is reached about the reports that are still to be handed in, with stand-ins in the place of those on leave on the day. */
export async function reachOf(
  deps: Deps,
  of: { rung: Audience; sheets: readonly ReportSheet[]; day: string },
): Promise<Reach> {
  const missing = of.sheets.filter((sheet) => isOwed(sheet.report));
  const reach: Reach = { people: new Map(), missing, unserved: [] };
  for (const sheet of missing) await addOwn(deps, reach, { ...of, sheet });
  // After everybody's own units are known: a leader is not told twice of a unit that he heads.
  if (of.rung.to.includes('leader')) for (const sheet of missing) await addLed(deps, reach, sheet);
  const returns = await lastReturns(deps.db, missing);
  for (const about of reach.people.values()) about.returns = returns;
  return reach;
}

async function addOwn(
  deps: Deps,
  reach: Reach,
  { rung, sheet, day }: { rung: Audience; sheet: ReportSheet; day: string },
): Promise<void> {
  const roles = rung.to.filter(isUnitRole);
  if (roles.length === 0) return;
  const people = await unitPeopleOf(deps.db, sheet.report.unit, { day, roles });
  if (!isServed(roles, people)) reach.unserved.push(sheet);
  for (const { openId } of people) remindedOf(reach, openId).own.push(sheet);
}

/** Whether somebody is reached whom the roles mean: where those who report are meant, a head alone is not enough. */
export function isServed(roles: readonly UnitRole[], people: readonly { role: UnitRole }[]): boolean {
  const reporting = roles.filter((role) => role !== 'unit-head');
  return people.some(({ role }) => reporting.length === 0 || reporting.some((one) => one === role));
}

function isUnitRole(to: Recipient): to is UnitRole {
  return UNIT_ROLES.some((role) => role === to);
}

async function addLed(deps: Deps, reach: Reach, sheet: ReportSheet): Promise<void> {
  const leaders = leadersOver(sheet, deps.notice.model);
  const openIds = await Promise.all(leaders.map((leader) => leaderOpenIds(deps.db, leader)));
  for (const openId of new Set(openIds.flat())) {
    const reminded = remindedOf(reach, openId);
    if (!reminded.own.includes(sheet)) reminded.led.push(sheet);
  }
}

/** Persons of the notice who are assigned to the task groups that the unit leads as a whole (`二`, `三`). */
export function leadersOver(sheet: ReportSheet, model: NoticeModel): string[] {
  const groups = sheet.items.flatMap((item) => (item.kind === 'group' ? (item.group_no ?? []) : []));
  return leadersOfGroups(groups, model);
}

/** Persons of the notice who are assigned to task groups (`二`, `三`). */
export function leadersOfGroups(groups: readonly number[], model: NoticeModel): string[] {
  const named = model.groups.filter((group) => groups.includes(group.no)).map((group) => group.leader);
  const assigned = model.assignments
    .filter(({ items }) => items.some((item) => item.groups.some((no) => groups.includes(no))))
    .map((assignment) => assignment.leader);
  return [...new Set([...named, ...assigned])];
}

function remindedOf(reach: Reach, openId: string): Reminded {
  const known = reach.people.get(openId) ?? { own: [], led: [], returns: new Map() };
  reach.people.set(openId, known);
  return known;
}
