import type { Conflict, Rule } from './conflicts/conflict.ts';
import { consequencesThatDiffer } from './conflicts/consequences.ts';
import { leadersInTwoPlaces, leadersWithoutField, mixedLabels } from './conflicts/leaders.ts';
import { doubleParts, leadsInTwoPlaces } from './conflicts/leads.ts';
import { countsThatDiffer, deadlinesBeforeIssue, indicatorsThatDiffer } from './conflicts/numbers.ts';
import { nonMembersThatAct, unitsUnderSeveralNames } from './conflicts/units.ts';
import { indexNotice } from './index-of.ts';
import { documentOrder } from './locations.ts';
import type { NoticeModel } from './types.ts';

const RULES: readonly Rule[] = [
  leadersInTwoPlaces,
  leadersWithoutField,
  leadsInTwoPlaces,
  doubleParts,
  nonMembersThatAct,
  unitsUnderSeveralNames,
  countsThatDiffer,
  indicatorsThatDiffer,
  deadlinesBeforeIssue,
  consequencesThatDiffer,
  mixedLabels,
];

/**
 * Everything in which a notice disagrees with itself, most weighty first; places in the order of the document.
 * Which of them is right is not decided here.
 */
export function findConflicts(model: NoticeModel): Conflict[] {
  const notice = indexNotice(model);
  return RULES.flatMap((rule) => rule(notice)).map((conflict) => ({
    ...conflict,
    locations: [...new Set(conflict.locations)].sort(documentOrder(notice)),
  }));
}
