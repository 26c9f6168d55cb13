import type { Measure, NoticeModel, TaskGroup } from '../notice/types.ts';
import type { AmendmentContent, Subject } from './types.ts';

/**
 * The notice with the amendments in force on a day (Asia/Shanghai). Verbatim texts and places stay the notice's: only
 * who leads, supports, is responsible or in charge changes. Pure; the model given stays as it is.
 *
 * @param amendments in the order of being entered
 */
export function amendedModel(
  model: NoticeModel,
  amendments: readonly AmendmentContent[],
  day: string,
): NoticeModel {
  const counting = inForce(amendments, day);
  if (counting.length === 0) return model;
  return {
    ...model,
    groups: model.groups.map((group) => counting.reduce(amendedGroup, group)),
    measures: model.measures.map((measure) => counting.reduce(amendedMeasure, measure)),
  };
}

/** The amendments that count on a day, one for each subject; what has the original text again is none. */
export function inForce(amendments: readonly AmendmentContent[], day: string): AmendmentContent[] {
  const latest = new Map<string, AmendmentContent>();
  for (const one of amendments) {
    const before = latest.get(keyOf(one));
    // Of two from the same day the one entered later corrects the other.
    if (one.from <= day && (before === undefined || before.from <= one.from)) latest.set(keyOf(one), one);
  }
  return [...latest.values()].filter((one) => one.value !== null);
}

/** Ids that the notice itself has at this place; undefined: there is no such group or measure. */
export function originalOf(model: NoticeModel, { kind, no, field }: Subject): string[] | undefined {
  if (kind === 'measure') {
    const measure = model.measures.find((one) => one.no === no);
    return measure && [...measure[field]];
  }
  const group = model.groups.find((one) => one.no === no);
  return group && (field === 'leader' ? [group.leader] : [...group[field]]);
}

/** Where the amended group or measure stands: `三、7`, `附件1·14`. */
export function locationOf(model: NoticeModel, { kind, no }: Subject): string | undefined {
  const among = kind === 'group' ? model.groups : model.measures;
  return among.find((one) => one.no === no)?.location;
}

function keyOf({ kind, no, field }: Subject): string {
  return `${kind}:${no}:${field}`;
}

function amendedGroup(group: TaskGroup, { kind, no, field, value }: AmendmentContent): TaskGroup {
  if (kind !== 'group' || no !== group.no || value === null) return group;
  return { ...group, [field]: field === 'leader' ? (value[0] ?? group.leader) : value };
}

function amendedMeasure(measure: Measure, { kind, no, field, value }: AmendmentContent): Measure {
  return kind === 'measure' && no === measure.no && value !== null ? { ...measure, [field]: value } : measure;
}
