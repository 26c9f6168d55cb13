import type { ItemKind } from '../../db/schema-reports.ts';
import type { Indicator, Measure, NoticeModel, TaskGroup } from '../notice/types.ts';
import { type Assigned, withAssigned } from './assigned.ts';

/** 报送事项: one thing that a unit reports on each quarter. */
export interface ReportItem {
  /** `group:7`, `sub:12.2`, `part:7`, `measure:14`, `assigned:7`: unique within a unit, the same each quarter. */
  id: string;
  kind: ItemKind;
  /** What the form is headed with. */
  title: string;
  /** What is asked, in the notice's words. */
  asks: string;
  location: string;
  group: number | undefined;
  measure: number | undefined;
  indicators: Indicator[];
}

/**
 * What a unit reports on (design §5): groups it leads whole, sub-items it leads, its part in groups it is responsible
 * in and neither leads nor sub-leads, measures it owns with their numeric targets. `各相关单位` binds nobody by name.
 *
 * @param assigned objectives that the office has given to units
 */
export function reportItems(
  model: NoticeModel,
  unitId: string,
  assigned: readonly Assigned[] = [],
): ReportItem[] {
  const items = [
    ...model.groups.flatMap((group) => groupItems(group, unitId)),
    ...model.measures
      .filter((measure) => ownersOf(measure).includes(unitId))
      .map((measure) => measureItem(model, measure)),
  ];
  return withAssigned(
    model,
    items,
    assigned.filter(({ unit }) => unit === unitId),
  );
}

/** Units with at least one item, in the order of the model. */
export function reportingUnits(model: NoticeModel, assigned: readonly Assigned[] = []): string[] {
  return model.units.map((unit) => unit.id).filter((id) => reportItems(model, id, assigned).length > 0);
}

/**
 * Who answers for a measure: its lead units, or where the notice says only 「…负责」 those named. Of a cut measure what
 * is legible counts; a missing one has no owner.
 */
function ownersOf(measure: Measure): string[] {
  if (measure.status === 'missing') return [];
  return measure.leadUnits.length > 0 ? measure.leadUnits : measure.responsibleUnits;
}

function groupItems(group: TaskGroup, unitId: string): ReportItem[] {
  const base = { location: group.location, group: group.no, measure: undefined, indicators: [] };
  const subLeads = group.subLeads.filter((sub) => sub.unit === unitId);
  const items: ReportItem[] = [];
  if (group.leadUnits.includes(unitId))
    items.push({ ...base, id: `group:${group.no}`, kind: 'group', title: group.name, asks: group.duty });
  for (const sub of subLeads)
    items.push({
      ...base,
      id: `sub:${group.no}.${sub.no}`,
      kind: 'sub-lead',
      title: `${group.field}：${sub.item}`,
      asks: sub.item,
    });
  if (items.length === 0 && group.responsibleUnits.includes(unitId))
    items.push({
      ...base,
      id: `part:${group.no}`,
      kind: 'group-part',
      title: `${group.field}（本单位承担部分）`,
      asks: group.duty,
    });
  return items;
}

function measureItem(model: NoticeModel, measure: Measure): ReportItem {
  return {
    id: `measure:${measure.no}`,
    kind: 'measure',
    title: `措施${measure.no} ${measure.headline ?? measure.text.slice(0, 24)}`,
    asks: measure.text,
    location: measure.location,
    group: measure.groups[0],
    measure: measure.no,
    indicators: model.indicators.filter(
      (indicator) => indicator.comparator !== 'qualitative' && indicator.location === measure.location,
    ),
  };
}
