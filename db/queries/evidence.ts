import type { Selectable } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { EvidenceTable, ReportFormTable } from '../schema-reports.ts';
import type { ItemKey } from './drafts.ts';
import type { ReportKey } from './reports.ts';

export type EvidenceRow = Selectable<EvidenceTable>;

/** Keeps a reference to a file that somebody sent. `DuplicateKeyError`: it is kept already. */
export function keepEvidence(db: Db, row: Omit<EvidenceRow, 'removed_at'>): Write {
  return db.query.insertInto('evidence').values({ ...row, removed_at: null });
}

export async function evidenceById(db: Db, id: string): Promise<EvidenceRow | undefined> {
  return db.query.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What stands as evidence of a report, oldest first. */
export async function evidenceOf(db: Db, key: ReportKey): Promise<EvidenceRow[]> {
  return db.query
    .selectFrom('evidence')
    .selectAll()
    .where('period', '=', key.period)
    .where('unit', '=', key.unit)
    .where('removed_at', 'is', null)
    .orderBy('at')
    .execute();
}

/** Evidence of all reports of a period, what was taken away too, by unit. */
export async function evidenceOfPeriod(db: Db, period: string): Promise<EvidenceRow[]> {
  return db.query
    .selectFrom('evidence')
    .selectAll()
    .where('period', '=', period)
    .orderBy('unit')
    .orderBy('at')
    .execute();
}

/** Stands where a report's period would stand: the evidence is that of a ledger entry, its number is the item. */
export const OF_LEDGER = 'ledger';

/** What stands as evidence of a ledger entry, oldest first; without a number, of all entries. */
export async function ledgerEvidence(db: Db, no?: string): Promise<EvidenceRow[]> {
  const query = db.query
    .selectFrom('evidence')
    .selectAll()
    .where('period', '=', OF_LEDGER)
    .where('removed_at', 'is', null);
  return (no === undefined ? query : query.where('item', '=', no)).orderBy('at').execute();
}

/** Puts evidence to another item. `GuardError`: it was moved or taken away meanwhile. */
export function moveEvidence(db: Db, row: EvidenceRow, to: ItemKey): Write[] {
  return [
    db.query
      .updateTable('evidence')
      .set({ period: to.period, unit: to.unit, item: to.item })
      .where('id', '=', row.id)
      .where('unit', '=', row.unit)
      .where('item', '=', row.item)
      .where('removed_at', 'is', null),
    guard('evidence is as it was read'),
  ];
}

/** Takes evidence away; its reference stays for the record. `GuardError`: somebody was first. @param now instant in ms. */
export function removeEvidence(db: Db, row: EvidenceRow, now: number): Write[] {
  return [
    db.query
      .updateTable('evidence')
      .set({ removed_at: now })
      .where('id', '=', row.id)
      .where('removed_at', 'is', null),
    guard('evidence is as it was read'),
  ];
}

export type FormRow = Selectable<ReportFormTable>;

/** A form came back: what is in it waits for 确认写入. */
export function keepForm(db: Db, row: Omit<FormRow, 'status' | 'decided_at'>): Write {
  return db.query.insertInto('report_form').values({ ...row, status: 'previewed', decided_at: null });
}

export async function formById(db: Db, id: string): Promise<FormRow | undefined> {
  return db.query.selectFrom('report_form').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Decides a form, once. `GuardError`: somebody was first. @param how `now` is an instant in ms. */
export function decideForm(db: Db, id: string, how: { status: 'applied' | 'dropped'; now: number }): Write[] {
  return [
    db.query
      .updateTable('report_form')
      .set({ status: how.status, decided_at: how.now })
      .where('id', '=', id)
      .where('status', '=', 'previewed'),
    guard('form still waits'),
  ];
}
