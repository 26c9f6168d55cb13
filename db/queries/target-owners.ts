import { type Selectable, sql } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { TargetOwnerTable } from '../schema-reports.ts';

export type TargetOwner = Selectable<TargetOwnerTable>;

/** All objectives that the office has given to a unit, by group and indicator. */
export async function targetOwners(db: Db): Promise<TargetOwner[]> {
  return db.query
    .selectFrom('target_owner')
    .selectAll()
    .orderBy('group_no')
    .orderBy('assigned_at')
    .orderBy('indicator')
    .execute();
}

/** Gives an objective to a unit. `DuplicateKeyError`: some unit has it. */
export function assignTarget(db: Db, row: TargetOwner): Write {
  return db.query.insertInto('target_owner').values(row);
}

/** Takes an objective back. `GuardError`: it was given to another unit, or taken back, meanwhile. */
export function unassignTarget(db: Db, row: TargetOwner): Write[] {
  return [
    db.query
      .deleteFrom('target_owner')
      .where('indicator', '=', row.indicator)
      .where('group_no', '=', row.group_no)
      .where('unit', '=', row.unit)
      .where('assigned_at', '=', row.assigned_at),
    guard('target belongs to the unit still'),
  ];
}

/** Which of some indicators stand in the forms of open periods, by unit. */
export async function targetsInOpenForms(
  db: Db,
  of: { group: number; indicators: readonly string[] },
): Promise<{ indicator: string; unit: string }[]> {
  const { rows } = await sql<{ indicator: string; unit: string }>`
    select distinct v.indicator, v.unit
    from period p
    join report_item i on i.period = p.id and i.group_no = ${of.group}
    join report_value v on v.period = i.period and v.unit = i.unit and v.item = i.item
    where p.status = 'open' and v.indicator in (select value from json_each(${JSON.stringify(of.indicators)}))`.execute(
    db.query,
  );
  return rows;
}
