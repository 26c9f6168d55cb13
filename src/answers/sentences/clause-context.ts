import type { Clause } from '../../notice/types.ts';
import type { Facts } from '../facts.ts';

/** What a clause stands under: the matter it belongs to and the headings above it. */
export interface ClauseContext {
  words: string[];
  groups: readonly number[];
  measures: readonly number[];
}

/** The group whose field the title of the clause's attachment names: all of that paper is its matter. */
function ownGroupOf({ model }: Facts, { location }: Clause): readonly number[] {
  const paper = model.document.attachments.find(({ no }) => location.startsWith(`附件${no}·`));
  const group = paper && model.groups.find(({ field }) => paper.title.includes(field));
  return group ? [group.no] : [];
}

/** Reads the context of a clause off its location. */
export function contextOf(facts: Facts, clause: Clause): ClauseContext {
  const words: string[] = [];
  for (let at: Clause | undefined = clause; at; at = at.parent ? facts.clause(at.parent) : undefined) {
    if (at.heading) words.push(at.heading);
    if (words.length > 4) break;
  }
  const group = facts.groupAt(clause.location);
  if (group) return { words: [...words, group.name], groups: [group.no], measures: [] };
  const measure = facts.measureAt(clause.location);
  if (!measure) return { words, groups: ownGroupOf(facts, clause), measures: [] };
  const fields = measure.groups.map((no) => facts.group(no)?.field ?? '');
  return { words: [...words, measure.plan ?? '', ...fields], groups: measure.groups, measures: [measure.no] };
}
