import type { ItemSheet, ReportValueRow } from '../../db/queries/reports.ts';
import { contentOf, hasContent } from './content.ts';
import { readValue, type ValueFault } from './values.ts';

/** What is to be said about an item before it is submitted. */
export interface ItemCheck {
  item: ItemSheet;
  isEmpty: boolean;
  /** Values that cannot be read: these have to be mended. */
  faults: { value: ReportValueRow; fault: ValueFault }[];
  /** Values that are outside the plausible range: these may stand. */
  doubts: ReportValueRow[];
  /** Values that nothing was given for, though the item has content. */
  unfilled: ReportValueRow[];
}

/** Looks an item through. Pure. */
export function checkItem(item: ItemSheet): ItemCheck {
  const isEmpty = !hasContent(contentOf(item));
  const check: ItemCheck = { item, isEmpty, faults: [], doubts: [], unfilled: [] };
  for (const value of item.values) {
    const reading = readValue(value.raw, value);
    if (reading.kind === 'fault') check.faults.push({ value, fault: reading.fault });
    else if (reading.kind === 'empty') check.unfilled.push(value);
    else if (reading.kind === 'number' && reading.isDoubtful) check.doubts.push(value);
  }
  return check;
}

/** Why a report cannot be submitted as it is. */
export type Obstacle = 'nothing' | 'faults';

/** At least one item has content, and every value can be read. */
export function obstacleOf(checks: readonly ItemCheck[]): Obstacle | undefined {
  if (checks.every((check) => check.isEmpty)) return 'nothing';
  return checks.some((check) => check.faults.length > 0) ? 'faults' : undefined;
}
