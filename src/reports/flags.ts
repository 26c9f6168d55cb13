import type { ReportItemRow } from '../../db/queries/reports.ts';
import { TEXT_FIELDS, type TextField } from './content.ts';
import { isCopied, type Shingles, shinglesOf } from './similarity.ts';

/** What somebody else reported, ready to be compared. */
export interface OtherText {
  unit: string;
  field: TextField;
  shingles: Shingles;
}

/** A text that is like another one: the unit's own last one, or another unit's. */
export interface CopyFlag {
  field: TextField;
  from: { kind: 'last' } | { kind: 'unit'; unit: string };
}

type Texts = Pick<ReportItemRow, TextField>;

/** Texts of other units as they are compared. */
export function otherTexts(items: readonly (Texts & { unit: string })[]): OtherText[] {
  return items.flatMap((item) =>
    TEXT_FIELDS.flatMap((field) => {
      const shingles = shinglesOf(item[field]);
      return shingles ? [{ unit: item.unit, field, shingles }] : [];
    }),
  );
}

/** Fields of an item that are (≥ 80 %) like the last report's, or like another unit's. Pure. */
export function copyFlags(item: Texts, last: Texts | undefined, others: readonly OtherText[]): CopyFlag[] {
  return TEXT_FIELDS.flatMap((field): CopyFlag[] => {
    const own = shinglesOf(item[field]);
    if (own === undefined) return [];
    const before = last && shinglesOf(last[field]);
    if (before && isCopied(own, before)) return [{ field, from: { kind: 'last' } }];
    const other = others.find((one) => one.field === field && isCopied(own, one.shingles));
    return other ? [{ field, from: { kind: 'unit', unit: other.unit } }] : [];
  });
}
