import type { TargetOwner } from '../../db/queries/target-owners.ts';
import type { Indicator, NoticeModel, TaskGroup } from '../notice/types.ts';
import type { ReportItem } from './items.ts';

/** An objective and the unit that the office has given it to, for one task group. */
export type Assigned = Pick<TargetOwner, 'indicator' | 'group_no' | 'unit'>;

/** Whether an indicator is an objective of a part: no measure holds it, so that no unit answers for it by itself. */
export function isObjective(model: NoticeModel, id: string): boolean {
  const indicator = model.indicators.find((one) => one.id === id);
  return indicator !== undefined && model.measures.every(({ location }) => location !== indicator.location);
}

/**
 * A unit's items with the objectives that the office has given it (design §5): each belongs to the unit's item of its
 * measure or of the task group; where the unit has none, to an item made for it. Pure.
 *
 * @param items of the unit, as the notice alone gives them
 */
export function withAssigned(
  model: NoticeModel,
  items: readonly ReportItem[],
  assigned: readonly Assigned[],
): ReportItem[] {
  return assigned.reduce(
    (all, one) => {
      const indicator = model.indicators.find(({ id }) => id === one.indicator);
      const group = model.groups.find(({ no }) => no === one.group_no);
      return indicator && group ? placed(model, all, { indicator, group }) : all;
    },
    [...items],
  );
}

interface Given {
  indicator: Indicator;
  group: TaskGroup;
}

function placed(model: NoticeModel, items: readonly ReportItem[], given: Given): ReportItem[] {
  const place = placeOf(model, items, given);
  if (place === undefined) return [...items, ownItem(given)];
  return items.map((item) =>
    item.id === place.id ? { ...item, indicators: [...item.indicators, given.indicator] } : item,
  );
}

/** One measure of the matter that the unit owns, else its item of the group; of several measures the first. */
function placeOf(
  model: NoticeModel,
  items: readonly ReportItem[],
  { indicator, group }: Given,
): ReportItem | undefined {
  const ofGroup = items.filter((item) => item.group === group.no);
  const measures = ofGroup.filter(
    ({ measure }) => measure !== undefined && indicator.measures.includes(measure),
  );
  if (measures.length === 1) return measures[0];
  const parts = ofGroup.filter(({ measure }) => measure === undefined);
  const served = model.measures
    .filter(({ no }) => indicator.measures.includes(no))
    .map(({ subItem }) => `sub:${group.no}.${subItem}`);
  return parts.find(({ id }) => served.includes(id)) ?? parts[0] ?? measures[0];
}

function ownItem({ indicator, group }: Given): ReportItem {
  return {
    id: `assigned:${group.no}`,
    kind: 'group-part',
    title: `${group.field}（办公室落实的目标）`,
    asks: indicator.quote,
    location: indicator.location,
    group: group.no,
    measure: undefined,
    indicators: [indicator],
  };
}
