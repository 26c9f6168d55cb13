import type { Notice } from '../index-of.ts';
import { bare } from '../verbatim.ts';
import { type Conflict, sameSet } from './conflict.ts';
import { texts } from './texts.ts';

/** `与甲、乙、丙等挂钩`, `与甲、乙、丙“三挂钩”`. */
const LINKED = /结果与([^，。；]+、[^，。；]+?)(?:等|“.)?挂钩/g;

/** Results of evaluation that are tied to different things in different places. */
export function consequencesThatDiffer({ model }: Notice): Conflict[] {
  const found = model.clauses.flatMap(({ location, text }) =>
    [...bare(text).matchAll(LINKED)].map(([, list = '']) => ({ location, items: list.split('、') })),
  );
  const [first, ...others] = found;
  if (!first || others.every(({ items }) => sameSet(items, first.items))) return [];
  return [
    {
      about: texts.consequences,
      locations: found.map(({ location }) => location),
      says: found.map(({ location, items }) => texts.linked(location, items)),
    },
  ];
}
