import { type Selectable, sql } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { LeaveTable } from '../schema.ts';

export type LeaveRow = Selectable<LeaveTable>;

/** Days in Asia/Shanghai, both included. */
export interface NewLeave {
  openId: string;
  fromDay: string;
  toDay: string;
  standIn: string;
  by: string;
  /** Instant in ms. */
  now: number;
}

/** Stores a leave unless the person has one in these days, or the stand-in has: then `GuardError`. */
export function addLeave(db: Db, row: NewLeave): Write[] {
  const overlapping = db.query
    .selectFrom('leave')
    .select('id')
    .where('open_id', 'in', [row.openId, row.standIn])
    .whereRef('from_day', '<=', 'to_day')
    .where('from_day', '<=', row.toDay)
    .where('to_day', '>=', row.fromDay);
  return [
    db.query
      .insertInto('leave')
      .columns(['open_id', 'from_day', 'to_day', 'stand_in', 'set_by', 'set_at'])
      .expression(
        db.query
          .selectNoFrom([
            sql<string>`${row.openId}`.as('open_id'),
            sql<string>`${row.fromDay}`.as('from_day'),
            sql<string>`${row.toDay}`.as('to_day'),
            sql<string>`${row.standIn}`.as('stand_in'),
            sql<string>`${row.by}`.as('set_by'),
            sql<number>`${row.now}`.as('set_at'),
          ])
          .where(({ not, exists }) => not(exists(overlapping))),
      ),
    guard('days are free'),
  ];
}

/** Ends a leave early: `lastDay` is its last day from now on, before its first one if it never began. */
export function shortenLeave(db: Db, row: LeaveRow, lastDay: string): Write[] {
  return [
    db.query
      .updateTable('leave')
      .set({ to_day: lastDay })
      .where('id', '=', row.id)
      .where('to_day', '=', row.to_day),
    guard('leave is unchanged'),
  ];
}

/** Leaves that touch the days from `fromDay` to `toDay`, of one person or of everybody, earliest first. */
export async function leavesBetween(
  db: Db,
  of: { fromDay: string; toDay?: string; openId?: string },
): Promise<LeaveRow[]> {
  let query = db.query.selectFrom('leave').selectAll().where('to_day', '>=', of.fromDay);
  if (of.toDay !== undefined) query = query.where('from_day', '<=', of.toDay);
  if (of.openId !== undefined) query = query.where('open_id', '=', of.openId);
  // One that was cancelled before it began ends before its first day.
  return query.whereRef('from_day', '<=', 'to_day').orderBy('from_day').execute();
}
