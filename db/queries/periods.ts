import { type Selectable, sql } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { PeriodChange, PeriodTable } from '../schema-reports.ts';

export type PeriodRow = Selectable<PeriodTable>;

/** A period as it is kept; undefined while nobody has planned or opened it. */
export async function periodById(db: Db, id: string): Promise<PeriodRow | undefined> {
  return db.query.selectFrom('period').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Periods that reports can still be filed for, the oldest first. */
export async function openPeriods(db: Db): Promise<PeriodRow[]> {
  return db.query.selectFrom('period').selectAll().where('status', '=', 'open').orderBy('id').execute();
}

/** When the plan of a period was last changed (instant in ms); undefined while nobody has. */
export async function planChangedAt(db: Db, id: string): Promise<number | undefined> {
  const row = await db.query
    .selectFrom('period_change')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('period', '=', id)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** Every period that was ever open, the newest first. */
export async function pastAndOpenPeriods(db: Db): Promise<PeriodRow[]> {
  return db.query
    .selectFrom('period')
    .selectAll()
    .where('status', 'in', ['open', 'locked'])
    .orderBy('id', 'desc')
    .execute();
}

/** Plans a period: its days before it is open. Replaces an earlier plan, never an open period. */
export function planPeriod(
  db: Db,
  row: Pick<PeriodRow, 'id' | 'opens_on' | 'due_on'> & { status: 'planned' | 'cancelled' },
): Write[] {
  return [
    db.query
      .insertInto('period')
      .values({ ...row, ...NEVER_OPENED })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({
            status: row.status,
            opens_on: row.opens_on,
            due_on: row.due_on,
            version: sql`period.version + 1`,
          })
          .where('period.status', 'in', ['planned', 'cancelled']),
      ),
    guard('period is not open yet'),
  ];
}

/** Opens a period, once. `GuardError`: it is open or locked already. @param how `now` is an instant in ms. */
export function openPeriod(
  db: Db,
  row: Pick<PeriodRow, 'id' | 'opens_on' | 'due_on'>,
  how: { by: string; now: number },
): Write[] {
  const opened = {
    ...row,
    status: 'open' as const,
    opened_at: how.now,
    opened_by: how.by,
  };
  return [
    db.query
      .insertInto('period')
      .values({ ...NEVER_OPENED, ...opened })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ ...opened, version: sql`period.version + 1` })
          .where('period.status', 'in', ['planned', 'cancelled']),
      ),
    guard('period is not open yet'),
  ];
}

/** Moves the due day; a locked period is open again. `GuardError`: it was changed meanwhile. */
export function moveDueDay(db: Db, period: PeriodRow, dueOn: string): Write[] {
  return changed(db, period, { due_on: dueOn, status: 'open', locked_at: null, locked_by: null });
}

/** 锁定: nothing more can be filed. `GuardError`: it was changed meanwhile. */
export function lockPeriod(db: Db, period: PeriodRow, how: { by: string; now: number }): Write[] {
  return changed(db, period, { status: 'locked', locked_at: how.now, locked_by: how.by });
}

/** Keeps what was changed about a period, and why. */
export function recordPeriodChange(
  db: Db,
  row: {
    period: string;
    what: PeriodChange;
    by: string;
    at: number;
    fromDay?: string;
    toDay?: string;
    reason?: string;
  },
): Write {
  return db.query.insertInto('period_change').values({
    period: row.period,
    what: row.what,
    from_day: row.fromDay ?? null,
    to_day: row.toDay ?? null,
    reason: row.reason ?? '',
    by: row.by,
    at: row.at,
  });
}

const NEVER_OPENED = { opened_at: null, opened_by: null, locked_at: null, locked_by: null };

function changed(
  db: Db,
  period: PeriodRow,
  to: Partial<Pick<PeriodRow, 'due_on' | 'status' | 'locked_at' | 'locked_by'>>,
): Write[] {
  return [
    db.query
      .updateTable('period')
      .set({ ...to, version: period.version + 1 })
      .where('id', '=', period.id)
      .where('version', '=', period.version),
    guard('period is as it was read'),
  ];
}
