import type { Db } from '../../db/database.ts';
import { decisionsOfPeriod } from '../../db/queries/progress.ts';
import type { ReportSheet } from '../../db/queries/reports.ts';
import type { DecisionRow } from '../../db/queries/reviews.ts';

/** The newest 退回 of each unit whose report was sent back, by unit; the sheets are of one period. */
export async function lastReturns(
  db: Db,
  sheets: readonly ReportSheet[],
): Promise<ReadonlyMap<string, DecisionRow>> {
  const returned = sheets.find(({ report }) => report.status === 'returned');
  if (returned === undefined) return new Map();
  const decisions = await decisionsOfPeriod(db, returned.report.period);
  return new Map(decisions.filter(({ what }) => what === 'returned').map((one) => [one.unit, one]));
}
