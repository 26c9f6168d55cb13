import type { Handler } from '../handler.ts';
import { unitsOfGroup } from './group-units.ts';
import { groupsOfHolder } from './holder-groups.ts';
import type { Row } from './row.ts';
import { addedUp, groupsOfUnits } from './several-units.ts';
import { skeletonOf, without } from './tokens.ts';

/** Without one of these, nothing is set apart or denied: other handlers answer. */
const OPERATES =
  /除|外|不|没|无|未|另|别[的处家]|其[他它余]|剩|还|又|再|只|仅|光|就|单|数|合|加|都|同|一起|共|碰|两家|重|交集|均|皆|既|一边|[一二两三四五六七八九十]个/;
/** What the letters of this reader do not stand for. */
const OTHER_MATTER = /[MSCBOEzi]/;

/**
 * Which groups somebody has, by everything the question says of them: `某局两个组，一个是某组，另一个呢`,
 * `某单位不就只在某组嘛`, `管某组的领导还包什么`. Answers only what it has read to the last word.
 */
export const answerMemberships: Handler = (question, { facts }) => {
  if (!OPERATES.test(question.masked)) return undefined;
  const read = skeletonOf(question);
  if (read.unread.length > 1 || OTHER_MATTER.test(read.letters)) return undefined;
  const added = addedUp({ ...read, facts });
  const row: Row = { ...without(read, 'k'), facts };
  const found = added ?? unitsOfGroup(row) ?? groupsOfUnits(row) ?? groupsOfHolder(row);
  return found && { ...found, spoken: question.residue };
};
