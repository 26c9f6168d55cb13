import { leaderOpenIds, liaisonsOf, unitHeadsOf } from '../../db/queries/people.ts';
import type { ReportSheet } from '../../db/queries/reports.ts';
import type { DecisionRow } from '../../db/queries/reviews.ts';
import type { Deps } from '../deps.ts';
import type { NoticeModel } from '../notice/types.ts';
import { isOwed } from '../progress/standing.ts';
import type { Rung } from './ladder.ts';
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

type Audience = Pick<Rung, 'toHeads' | 'toLeaders'>;

/** Whom a rung reaches at this moment. */
export interface Reach {
  /** By open_id. */
  people: Map<string, Reminded>;
  /** Units whose report is still to be handed in and that have nobody who could. */
  unserved: ReportSheet[];
}

/** Who is reached about the reports that are still to be handed in, with stand-ins in the place of those on leave on the day. */
export async function reachOf(
  deps: Deps,
  of: { rung: Audience; sheets: readonly ReportSheet[]; day: string },
): Promise<Reach> {
  const missing = of.sheets.filter((sheet) => isOwed(sheet.report));
  const reach: Reach = { people: new Map(), unserved: [] };
  for (const sheet of missing) await addOwn(deps, reach, { ...of, sheet });
  // After everybody's own units are known: a leader is not told twice of a unit that he heads.
  if (of.rung.toLeaders) for (const sheet of missing) await addLed(deps, reach, sheet);
  const returns = await lastReturns(deps.db, missing);
  for (const about of reach.people.values()) about.returns = returns;
  return reach;
}

async function addOwn(
  deps: Deps,
  reach: Reach,
  { rung, sheet, day }: { rung: Audience; sheet: ReportSheet; day: string },
): Promise<void> {
  const { unit } = sheet.report;
  const liaisons = await liaisonsOf(deps.db, unit, day);
  if (liaisons.length === 0) reach.unserved.push(sheet);
  const heads = rung.toHeads ? await unitHeadsOf(deps.db, unit, day) : [];
  for (const openId of new Set([...liaisons, ...heads].map((person) => person.openId)))
    remindedOf(reach, openId).own.push(sheet);
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
