import type { Measure, TaskGroup } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';

/** Names of units in their order, as a list. */
export function unitList(facts: Facts, ids: readonly string[]): string {
  return ids.map((id) => facts.unit(id)?.name ?? id).join('、');
}

/** A person's name. */
export function personName(facts: Facts, id: string): string {
  return facts.person(id)?.name ?? id;
}

/** A task group as it is called in a sentence: `某事（第7组）`. */
export function groupName(group: TaskGroup): string {
  return `${group.field}（第${group.no}组）`;
}

/** Groups as a list. */
export function groupList(groups: readonly TaskGroup[]): string {
  return groups.map(groupName).join('、');
}

/** Responsible units of a group, with those that are no single unit and the open end. */
export function responsibleList(facts: Facts, group: TaskGroup): string {
  const names = [unitList(facts, group.responsibleUnits), ...group.collectives].filter(Boolean).join('、');
  if (group.responsibleUnits.length === 0 && group.collectives.length === 0) return group.responsibleText;
  return group.openEnded && group.responsibleUnits.length > 0 ? `${names}等相关单位` : names;
}

/** Who answers for a measure, as the notice says it. */
export function ownersOf(facts: Facts, measure: Measure): string {
  if (measure.leadUnits.length > 0) return `${unitList(facts, measure.leadUnits)}牵头`;
  if (measure.responsibleUnits.length > 0) {
    const several = measure.responsibleUnits.length > 1 ? '按职责分工负责，没有写牵头单位' : '负责';
    return `${unitList(facts, measure.responsibleUnits)}${measure.openEnded ? '等' : ''}${several}`;
  }
  return '';
}

/** The attachment and number of a measure in speech: `附件1第14条`. */
export function measureName(measure: Measure): string {
  return measure.location.replace('·', '第').concat('条');
}

/** What a place is called in speech: its group (`第7组（某事）`) or measure (`附件1第14条`), else itself. */
export function placeName(facts: Facts, location: string): string {
  const group = facts.groupAt(location);
  if (group) return `第${group.no}组（${group.field}）`;
  const measure = facts.measureAt(location);
  return measure ? measureName(measure) : location;
}

/** A place in speech: `（三、7）`. */
export function at(...locations: readonly string[]): string {
  return `（${[...new Set(locations)].join('；')}）`;
}

/** Who supports a measure (`某局、某委等配合`); with how many are named where that is asked. Empty where nobody does. */
export function supportOf(facts: Facts, measure: Measure, counts = false): string {
  const names = [unitList(facts, measure.supportingUnits), ...measure.collectives].filter(Boolean).join('、');
  const head = counts ? `配合单位共${measure.supportingUnits.length}家：` : '';
  return names === ''
    ? ''
    : `${head}${names}${measure.openEnded && measure.supportingUnits.length > 0 ? '等' : ''}配合`;
}
