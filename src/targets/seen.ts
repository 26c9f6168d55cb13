import { rightsOf } from '../../db/queries/people.ts';
import { groupParts } from '../../db/queries/scoring-facts.ts';
import { numbersOfMeasures, type ReportedNumber } from '../../db/queries/targets.ts';
import type { Element } from '../cards/elements.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { type Asked, isPrivate } from '../people/act.ts';
import { maySee, scopeOf } from '../progress/scope.ts';
import { targetElements } from './elements.ts';
import { pendingTargets } from './pending.ts';
import { standingsOf } from './standing.ts';

/**
 * The targets of some measures (附件1) as the one who asks may see them. What the office has accepted is everybody's;
 * what it has not reviewed is shown to the office, the unit itself and its leaders, and in no group, where all read it.
 */
export async function targetsSeen(deps: Deps, asked: Asked, measures: readonly number[]): Promise<Element[]> {
  if (measures.length === 0) return [];
  const today = dayAt(deps.clock.now());
  const numbers = await numbersOfMeasures(deps.db, measures);
  const seen = await seenBy(deps, asked, { numbers, today });
  const pending = pendingTargets(
    deps.notice.model,
    measures,
    new Set(seen.map(({ indicator }) => indicator)),
  );
  const standings = standingsOf(seen, today);
  return targetElements({ standings, pending }, (unit) => deps.notice.unit(unit)?.name ?? unit);
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
