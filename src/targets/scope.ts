import type { Indicator, Measure, NoticeModel, TaskGroup, Unit } from '../notice/types.ts';
import { isObjective } from '../reports/assigned.ts';

/** What a card speaks of: one measure, or a task group with all its measures. */
export interface TargetScope {
  kind: 'measure' | 'group';
  no: number;
  measures: readonly number[];
  /** The task group that objectives are given to units in; undefined where a measure belongs to none. */
  group: number | undefined;
}

export function scopeOfMeasure({ no, groups }: Measure): TargetScope {
  return { kind: 'measure', no, measures: [no], group: groups[0] };
}

export function scopeOfGroup(model: NoticeModel, { no }: TaskGroup): TargetScope {
  const measures = model.measures.filter(({ groups }) => groups.includes(no)).map((measure) => measure.no);
  return { kind: 'group', no, measures, group: no };
}

/** `措施 14`, `小组 7`: what the command is called with. */
export function scopeName({ kind, no }: TargetScope): string {
  return `${kind === 'measure' ? '措施' : '小组'} ${no}`;
}

/** The numeric targets that the measures themselves hold, in the order of the notice. Pure. */
export function ownTargets(model: NoticeModel, { measures }: TargetScope): Indicator[] {
  const places = new Set(model.measures.filter(({ no }) => measures.includes(no)).map((one) => one.location));
  return model.indicators.filter((one) => isNumeric(one) && places.has(one.location));
}

/**
 * The numeric objectives of parts that speak of the same matter: those of this matter alone first, else in the order of
 * the notice, which is what they are numbered by from 1. What a measure asks as well is the measure's own. Pure.
 */
export function objectivesOf(model: NoticeModel, scope: TargetScope): Indicator[] {
  const own = ownTargets(model, scope);
  const meant = model.indicators
    .filter((one) => isNumeric(one) && isMeant(scope, one) && isObjective(model, one.id))
    .toSorted((a, b) => Number(a.groups.length > 1) - Number(b.groups.length > 1));
  return meant.filter(
    (one, index) =>
      !own.some((other) => same(one, other)) && meant.findIndex((other) => same(one, other)) === index,
  );
}

/** A measure of another group may share an objective with these. */
function isMeant({ kind, no, measures }: TargetScope, indicator: Indicator): boolean {
  if (indicator.measures.some((one) => measures.includes(one))) return true;
  return kind === 'group' && indicator.groups.includes(no);
}

function isNumeric({ comparator, value }: Indicator): boolean {
  return comparator !== 'qualitative' && value !== undefined;
}

function same(a: Indicator, b: Indicator): boolean {
  return a.what === b.what && a.value === b.value && a.comparator === b.comparator;
}

/** Units that an objective may be given to: who owns the measure and leads the group first, then who takes part. */
export function unitsFor(model: NoticeModel, scope: TargetScope): Unit[] {
  const measures = model.measures.filter(({ no }) => scope.measures.includes(no));
  const group = model.groups.find(({ no }) => no === scope.group);
  const nearest = [
    ...measures.flatMap(({ leadUnits }) => leadUnits),
    ...(group?.leadUnits ?? []),
    ...(group?.subLeads.map(({ unit }) => unit) ?? []),
    ...measures.flatMap(({ responsibleUnits }) => responsibleUnits),
    ...(group?.responsibleUnits ?? []),
  ];
  const rank = ({ id }: Unit) => (nearest.includes(id) ? nearest.indexOf(id) : nearest.length);
  return model.units.toSorted((a, b) => rank(a) - rank(b));
}
