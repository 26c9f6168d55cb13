import { rightsOf } from '../../db/queries/people.ts';
import { groupParts } from '../../db/queries/scoring-facts.ts';
import { numbersOfMeasures, type ReportedNumber } from '../../db/queries/targets.ts';
import { noticeOn } from '../amendments/stored.ts';
import type { Element } from '../cards/elements.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { type Asked, isPrivate } from '../people/act.ts';
import { maySee, scopeOf } from '../progress/scope.ts';
import { goalText } from '../reports/change-targets.ts';
import { assignElements } from './assign-form.ts';
import { targetElements } from './elements.ts';
import { objectivesNow } from './objectives.ts';
import type { Objective } from './pending.ts';
import { ownTargets, type TargetScope } from './scope.ts';
import { standingsOf } from './standing.ts';

/**
 * The targets of a measure or a task group (附件1) as the one who asks may see them. What the office has accepted is everybody's;
 * what it has not reviewed is shown to the office, the unit itself and its leaders, and in no group, where all read it.
 */
export async function targetsSeen(deps: Deps, asked: Asked, scope: TargetScope): Promise<Element[]> {
  const { model } = deps.notice;
  const objectives = await objectivesNow(deps, scope);
  if (scope.measures.length === 0 && objectives.length === 0) return [];
  const today = dayAt(deps.clock.now());
  const numbers = await numbersOfMeasures(deps.db, scope.measures, {
    indicators: objectives.map(({ indicator }) => indicator.id),
    group: scope.group,
  });
  const seen = await seenBy(deps, asked, { numbers, today });
  const reported = new Set(seen.map(({ indicator }) => indicator));
  const shown = targetElements({
    standings: standingsOf(seen, today),
    pending: ownTargets(model, scope).filter(({ id }) => !reported.has(id)),
    objectives,
    nameOf: (unit) => deps.notice.unit(unit)?.name ?? unit,
    goalOf: (target) => goalText(model, target),
  });
  return [...shown, ...(await assigning(deps, asked, { scope, objectives }))];
}

/** 落实到单位, where only a member of the office reads it. */
async function assigning(
  deps: Deps,
  asked: Asked,
  { scope, objectives }: { scope: TargetScope; objectives: readonly Objective[] },
): Promise<Element[]> {
  if (objectives.length === 0 || !isPrivate(asked)) return [];
  const day = dayAt(deps.clock.now());
  const { isOffice } = await rightsOf(deps.db, asked.sender, { day, office: deps.office });
  return isOffice ? assignElements(await noticeOn(deps, day), scope, objectives) : [];
}

async function seenBy(
  deps: Deps,
  asked: Asked,
  { numbers, today }: { numbers: readonly ReportedNumber[]; today: string },
): Promise<readonly ReportedNumber[]> {
  const open = numbers.filter((one) => one.status === 'submitted');
  if (open.length === 0) return numbers;
  const accepted = numbers.filter((one) => one.status === 'accepted');
  if (!isPrivate(asked)) return accepted;
  const [rights, parts] = await Promise.all([
    rightsOf(deps.db, asked.sender, { day: today, office: deps.office }),
    groupParts(deps.db, [...new Set(open.map((one) => one.period))]),
  ]);
  const scope = scopeOf(rights, deps.notice);
  const groupsOf = (unit: string) => parts.filter((part) => part.unit === unit).map((part) => part.group_no);
  return numbers.filter(
    (one) => one.status === 'accepted' || maySee(scope, { unit: one.unit, groups: groupsOf(one.unit) }),
  );
}
