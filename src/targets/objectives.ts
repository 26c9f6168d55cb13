import { targetOwners, targetsInOpenForms } from '../../db/queries/target-owners.ts';
import type { Deps } from '../deps.ts';
import type { Objective } from './pending.ts';
import { objectivesOf, type TargetScope } from './scope.ts';

/** The objectives that a card speaks of, numbered, with the units that the office has given them to. */
export async function objectivesNow(
  { db, notice }: Pick<Deps, 'db' | 'notice'>,
  scope: TargetScope,
): Promise<Objective[]> {
  const indicators = objectivesOf(notice.model, scope);
  const { group } = scope;
  if (group === undefined || indicators.length === 0)
    return indicators.map((indicator, index) => ({ indicator, no: index + 1, owner: undefined }));
  const [owners, open] = await Promise.all([
    targetOwners(db),
    targetsInOpenForms(db, { group, indicators: indicators.map(({ id }) => id) }),
  ]);
  return indicators.map((indicator, index) => {
    const row = owners.find((one) => one.group_no === group && one.indicator === indicator.id);
    const isInOpenForm = open.some((one) => one.indicator === indicator.id && one.unit === row?.unit);
    const owner = row && { unit: row.unit, assignedAt: row.assigned_at, isInOpenForm };
    return { indicator, no: index + 1, owner };
  });
}
