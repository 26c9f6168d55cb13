import type { ItemSheet } from '../../db/queries/reports.ts';
import { type Content, LONGEST_TEXT, NO_CONTENT } from './content.ts';
import type { Desk } from './desk.ts';

/** What an untouched item's form begins with: what was reported last, without the wish for coordination. */
export function startOf(desk: Pick<Desk, 'last'>, item: ItemSheet): Content {
  const last = desk.last?.contents.get(item.item);
  if (last === undefined) return NO_CONTENT;
  const isAsked = (indicator: string) => item.values.some((value) => value.indicator === indicator);
  return {
    // A spreadsheet may have brought more than a field takes: the card would be refused.
    progress: last.progress.slice(0, LONGEST_TEXT),
    problems: last.problems.slice(0, LONGEST_TEXT),
    next_steps: last.next_steps.slice(0, LONGEST_TEXT),
    coordinate: false,
    values: Object.fromEntries(Object.entries(last.values).filter(([indicator]) => isAsked(indicator))),
  };
}
