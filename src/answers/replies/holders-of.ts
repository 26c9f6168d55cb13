import type { Measure, TaskGroup } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';
import type { Entity } from '../names/entities.ts';
import { groupName, measureName, ownersOf, personName, responsibleList, unitList } from './texts.ts';

/** A task group or a measure in one shape: who answers for it, so that both can be held against each other. */
export interface Held {
  entity: Entity;
  name: string;
  location: string;
  /** Person id; a measure has none. */
  leader?: string;
  /** Unit ids. */
  leads: readonly string[];
  /** Unit ids: responsible units of a group, supporting units of a measure. */
  supports: readonly string[];
  /** Who leads or answers, in words. */
  leadText: string;
  /** Who supports, in words. */
  supportText: string;
  /** What part a unit has in it, in words; undefined where it is not named. */
  part(unitId: string): string | undefined;
}

/** What is asked of things that are compared. */
export type Slot = 'leader' | 'lead' | 'support';

/** A task group as something that units and a leader answer for. */
export function heldGroup(facts: Facts, group: TaskGroup): Held {
  return {
    entity: { kind: 'group', no: group.no },
    name: groupName(group),
    location: group.location,
    leader: group.leader,
    leads: group.leadUnits,
    supports: group.responsibleUnits,
    leadText: `${unitList(facts, group.leadUnits)}${group.leadLabel.startsWith('总') ? '总' : ''}牵头`,
    supportText: `责任单位：${responsibleList(facts, group)}`,
    part(id) {
      if (group.leadUnits.includes(id)) return group.leadLabel.startsWith('总') ? '总牵头单位' : '牵头单位';
      const items = group.subLeads.filter((sub) => sub.unit === id).map((sub) => sub.item);
      if (items.length > 0) return `分项牵头单位（${items.join('、')}）`;
      return group.responsibleUnits.includes(id) ? '责任单位' : undefined;
    },
  };
}

/** A measure as something that units answer for. */
export function heldMeasure(facts: Facts, measure: Measure): Held {
  const leads = measure.leadUnits.length > 0 ? measure.leadUnits : measure.responsibleUnits;
  const named = [unitList(facts, measure.supportingUnits), ...measure.collectives].filter(Boolean).join('、');
  const end = measure.openEnded && measure.supportingUnits.length > 0 ? '等' : '';
  return {
    entity: { kind: 'measure', no: measure.no },
    name: measureName(measure),
    location: measure.location,
    leads,
    supports: measure.supportingUnits,
    leadText: ownersOf(facts, measure) || '没有写牵头单位',
    supportText: named
      ? `配合单位：${named}${end}`
      : `没有写配合单位（${ownersOf(facts, measure) || '也没有写牵头单位'}）`,
    part(id) {
      if (measure.leadUnits.includes(id)) return '牵头单位';
      if (measure.responsibleUnits.includes(id)) return '负责单位';
      return measure.supportingUnits.includes(id) ? '配合单位' : undefined;
    },
  };
}

/** The slots that a question speaks of, in a fixed order. */
export function slotsAsked(text: string): Slot[] {
  const slots: Slot[] = [];
  if (/领导(?!小组)|分包|分管|谁包|包的人|同一?个?人|同一位/.test(text)) slots.push('leader');
  if (/牵头|主抓|主办|带头|谁负责|负责(?:单位|的是)|归谁/.test(text)) slots.push('lead');
  if (/配合|责任单位|责任部门|参加的?单位|参与的?单位|协助/.test(text)) slots.push('support');
  if (slots.length === 0 && /单位|部门|哪[几个]?家|一家/.test(text)) slots.push('lead');
  return slots;
}

/** What stands in a slot, as one key and in words. */
export function slotOf(facts: Facts, held: Held, slot: Slot): { key: string; text: string } {
  if (slot === 'leader') {
    const text = held.leader === undefined ? '没有写分包领导' : personName(facts, held.leader);
    return { key: held.leader ?? '', text };
  }
  if (slot === 'lead') return { key: [...held.leads].sort().join(), text: held.leadText };
  return { key: [...held.supports].sort().join(), text: held.supportText };
}
