import type { Db } from '../../db/database.ts';
import { openPeriod } from '../../db/queries/periods.ts';
import { insertReports, reportOf } from '../../db/queries/reports.ts';
import type { ReportStatus } from '../../db/schema-reports.ts';
import type { NoticeModel } from '../../src/notice/types.ts';
import { formsOf } from '../../src/reports/opening.ts';

/** What a unit has done in a period that a test begins with. */
export interface Filled {
  status: ReportStatus;
  /** Fields by item; `values` the raw texts by indicator. */
  items?: Record<
    string,
    {
      progress?: string;
      problems?: string;
      next_steps?: string;
      coordinate?: 0 | 1;
      values?: Record<string, string>;
    }
  >;
  submittedAt?: number;
}

/** Opens a period over the notice, with some units further than others. Instants in ms. */
export async function openFilled(
  db: Db,
  model: NoticeModel,
  of: { period: string; dueOn: string; now: number; units?: Record<string, Filled> },
): Promise<void> {
  const { period } = of;
  await db.apply([
    ...openPeriod(db, { id: period, opens_on: '2026-12-25', due_on: of.dueOn }, { by: 'bot', now: of.now }),
    ...insertReports(db, period, formsOf(model)),
  ]);
  for (const [unit, filled] of Object.entries(of.units ?? {})) await fill(db, { period, unit }, filled);
}

/** Brings one report to a state, past all rules. */
export async function fill(db: Db, key: { period: string; unit: string }, filled: Filled): Promise<void> {
  const report = await reportOf(db, key);
  if (report === undefined) throw new Error(`${key.unit} has no report in ${key.period}`);
  await db.apply([
    db.query
      .updateTable('report')
      .set({
        status: filled.status,
        version: report.version + 1,
        submitted_at: filled.submittedAt ?? null,
        first_submitted_at: filled.submittedAt ?? null,
      })
      .where('period', '=', key.period)
      .where('unit', '=', key.unit),
    ...Object.entries(filled.items ?? {}).flatMap(([item, { values = {}, ...fields }]) => [
      db.query
        .updateTable('report_item')
        .set({ ...fields, version: 1 })
        .where('period', '=', key.period)
        .where('unit', '=', key.unit)
        .where('item', '=', item),
      ...Object.entries(values).map(([indicator, raw]) =>
        db.query
          .updateTable('report_value')
          .set({ raw, value: Number(raw) })
          .where('period', '=', key.period)
          .where('unit', '=', key.unit)
          .where('item', '=', item)
          .where('indicator', '=', indicator),
      ),
    ]),
  ]);
}
