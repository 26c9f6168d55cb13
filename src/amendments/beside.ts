import type { OfficeWords } from '../../db/queries/office-words.ts';
import type { Answer } from '../answers/types.ts';
import { type Element, lines, markdown } from '../cards/elements.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { inForce, locationOf } from './model.ts';
import { amendmentsIn, amendmentsOf } from './stored.ts';
import { amendmentLine } from './wording.ts';

const MOST_LINES = 6;

/**
 * The amendments in force of what an answer speaks of, by its places: shown beside the original, never over it.
 *
 * @param words what the office says, where it has been read already.
 */
export async function amendmentsBeside(
  deps: Deps,
  { citations }: Answer,
  words?: OfficeWords,
): Promise<Element[]> {
  if (citations.length === 0) return [];
  const { notice, clock } = deps;
  const all = words === undefined ? await amendmentsOf(deps) : amendmentsIn(words);
  const counting = inForce(all, dayAt(clock.now()));
  const meant = counting.filter((one) => citations.includes(locationOf(notice.model, one) ?? ''));
  if (meant.length === 0) return [];
  const shown = meant.slice(0, MOST_LINES).map((one) => amendmentLine(notice, one));
  const left = meant.length - shown.length;
  return [markdown(lines([...shown, ...(left > 0 ? [`另有${left}项修订，发 /修订 查看`] : [])]))];
}
