import { sql } from 'kysely';
import type { Db } from '../database.ts';

/** A number that a unit reported for a target in one period. */
export interface ReportedNumber {
  period: string;
  unit: string;
  /** Not accepted yet means: submitted, and not reviewed. */
  status: 'submitted' | 'accepted';
  /** Null where an objective of a part is reported that the office has given to the unit. */
  measure_no: number | null;
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
 *
 * @param given objectives of parts, whichever item of the task group they are reported in
 */
export async function numbersOfMeasures(
  db: Db,
  measures: readonly number[],
  given: { indicators: readonly string[]; group: number | undefined } = { indicators: [], group: undefined },
): Promise<ReportedNumber[]> {
  const objectives = sql`(select value from json_each(${JSON.stringify(given.indicators)}))`;
  const { rows } = await sql<ReportedNumber>`
    select v.period, v.unit, r.status, case when v.indicator in ${objectives} then null else i.measure_no end as measure_no, v.indicator, v.what, v.comparator, v.target, v.up_to,
      v.measured_in, v.deadline, v.value
    from report_value v
    join report_item i on i.period = v.period and i.unit = v.unit and i.item = v.item
    join report r on r.period = v.period and r.unit = v.unit
    where v.value is not null and r.status in ('submitted', 'accepted')
      and (i.measure_no in (select value from json_each(${JSON.stringify(measures)}))
        or (v.indicator in ${objectives} and i.group_no = ${given.group ?? null}))
    order by measure_no is null, measure_no, case when v.indicator in ${objectives} then 0 else v.position end,
      v.indicator, r.no, v.period`.execute(db.query);
  return rows;
}
