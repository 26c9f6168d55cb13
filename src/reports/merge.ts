import { type Content, type FieldName, fieldIn, withField } from './content.ts';

export interface Merged {
  /** What is to stand in the draft: theirs, with the fields that only I changed. */
  content: Content;
  /** Fields that both changed, each in another way: they stay theirs until I have chosen. */
  clashes: FieldName[];
}

/**
 * Two hands on one item: I began from `base`, meanwhile `theirs` was saved. What only one of us changed is taken from
 * him; what both changed is for me to choose.
 */
export function merged(
  of: { base: Content; theirs: Content; mine: Content },
  fields: readonly FieldName[],
): Merged {
  let content = of.theirs;
  const clashes: FieldName[] = [];
  for (const field of fields) {
    const [base, theirs, mine] = [of.base, of.theirs, of.mine].map((one) => fieldIn(one, field));
    if (mine === base || mine === theirs) continue;
    if (theirs === base) content = withField(content, field, of.mine);
    else clashes.push(field);
  }
  return { content, clashes };
}
