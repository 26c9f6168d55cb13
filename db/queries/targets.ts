import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** A number that a unit reported for a target in one period. */
export interface ReportedNumber {
  period: string;
  unit: string;
  /** Not accepted yet means: submitted, and not reviewed. */
  status: 'submitted' | 'accepted';
  measure_no: number;
  indicator: string;
  what: string;
  comparator: string;
  target: number | null;
  up_to: number | null;
  measured_in: string;
  /** A day in Asia/Shanghai. */
  deadline: string | null;
  value: number;
}

/**
 * Every number that stands with the office for the targets of some measures, over all periods: by measure in the order
 * of the form, then unit, the oldest first. Drafts and what was given back are no reports.
 */
export async function numbersOfMeasures(db: Db, measures: readonly number[]): Promise<ReportedNumber[]> {
  const { rows } = await sql<ReportedNumber>`
    select v.period, v.unit, r.status, i.measure_no, v.indicator, v.what, v.comparator, v.target, v.up_to,
      v.measured_in, v.deadline, v.value
    from report_value v
    join report_item i on i.period = v.period and i.unit = v.unit and i.item = v.item
    join report r on r.period = v.period and r.unit = v.unit
    where v.value is not null and r.status in ('submitted', 'accepted')
      and i.measure_no in (select value from json_each(${JSON.stringify(measures)}))
    order by i.measure_no, v.position, v.indicator, r.no, v.period`.execute(db.query);
  return rows;
}
