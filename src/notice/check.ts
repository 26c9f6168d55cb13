import type { Conflict } from './conflicts/conflict.ts';
import { findConflicts } from './conflicts.ts';
import type { Gap, NoticeModel } from './types.ts';

/** What a stored notice holds, lacks, and says in two ways. */
export interface NoticeCheck {
  counts: Record<string, number>;
  gaps: Gap[];
  conflicts: Conflict[];
}

/** The report of `notice check` (design §4). */
export function checkNotice(model: NoticeModel): NoticeCheck {
  return { counts: countsOf(model), gaps: model.gaps, conflicts: findConflicts(model) };
}

function countsOf(model: NoticeModel): Record<string, number> {
  const [main] = model.bodies;
  return {
    clauses: model.clauses.length,
    leaders: main ? 1 + main.deputies.length : 0,
    officeDeputies: main?.office?.deputies.length ?? 0,
    memberUnits: main?.memberUnits.length ?? 0,
    units: model.units.length,
    assignments: model.assignments.length,
    groups: model.groups.length,
    subLeads: model.groups.reduce((sum, group) => sum + group.subLeads.length, 0),
    parts: model.parts.length,
    measures: model.measures.length,
    missingMeasures: model.measures.filter((measure) => measure.status === 'missing').length,
    cutMeasures: model.measures.filter((measure) => measure.status === 'cut').length,
    indicators: model.indicators.length,
    numericIndicators: model.indicators.filter((indicator) => indicator.value !== undefined).length,
  };
}
