import type { Selectable } from 'kysely';
import { type Db, guard, type Write } from '../database.ts';
import type { LedgerEntryTable, LedgerStepTable } from '../schema-ledger.ts';

export type LedgerEntryRow = Selectable<LedgerEntryTable>;
export type LedgerStepRow = Selectable<LedgerStepTable>;

/** Enters a problem with its first step. `DuplicateKeyError`: the number is taken. */
export function insertLedgerEntry(db: Db, entry: LedgerEntryRow, words: string): Write[] {
  const { no, version, percent, due_on, entered_by: by, entered_at: at } = entry;
  return [
    db.query.insertInto('ledger_entry').values(entry),
    db.query
      .insertInto('ledger_step')
      .values({ no, version, what: 'entered', words, percent, due_on, by, at }),
  ];
}

/** What a step changes in its entry, and who did it with which words. */
export type LedgerChange = Pick<LedgerStepRow, 'what' | 'words' | 'by' | 'at'> &
  Pick<LedgerEntryRow, 'status' | 'percent' | 'due_on'>;

/** Brings an entry one step further. `GuardError`: somebody was first. */
export function changeLedgerEntry(db: Db, entry: LedgerEntryRow, change: LedgerChange): Write[] {
  const { status, ...step } = change;
  const version = entry.version + 1;
  return [
    db.query
      .updateTable('ledger_entry')
      .set({ status, percent: change.percent, due_on: change.due_on, version })
      .where('no', '=', entry.no)
      .where('version', '=', entry.version),
    guard('ledger entry is as it was read'),
    db.query.insertInto('ledger_step').values({ no: entry.no, version, ...step }),
  ];
}

export async function ledgerEntry(db: Db, no: string): Promise<LedgerEntryRow | undefined> {
  return db.query.selectFrom('ledger_entry').selectAll().where('no', '=', no).executeTakeFirst();
}

/** Every entry, the earliest deadline first. */
export async function ledgerEntries(db: Db): Promise<LedgerEntryRow[]> {
  return db.query.selectFrom('ledger_entry').selectAll().orderBy('due_on').orderBy('no').execute();
}

/** An entry that its unit still works on, and when it got the deadline in force (instant in ms). */
export type OpenDeadline = LedgerEntryRow & { since: number };

/** Entries that are neither closed nor handed in for it, with deadlines within the days, the earliest first. */
export async function openDeadlines(db: Db, days: { from: string; to: string }): Promise<OpenDeadline[]> {
  return db.query
    .selectFrom('ledger_entry as e')
    .innerJoin('ledger_step as s', (join) =>
      join.onRef('s.no', '=', 'e.no').on('s.what', 'in', ['entered', 'due-moved']),
    )
    .selectAll('e')
    .select(({ fn }) => fn.max('s.at').as('since'))
    .where('e.status', '=', 'open')
    .where('e.due_on', '>=', days.from)
    .where('e.due_on', '<=', days.to)
    .groupBy('e.no')
    .orderBy('e.due_on')
    .orderBy('e.no')
    .execute();
}

/** What was done with an entry, oldest first. */
export async function stepsOfEntry(db: Db, no: string): Promise<LedgerStepRow[]> {
  return db.query.selectFrom('ledger_step').selectAll().where('no', '=', no).orderBy('version').execute();
}

/** What was done with all entries, oldest first within each. */
export async function ledgerSteps(db: Db): Promise<LedgerStepRow[]> {
  return db.query.selectFrom('ledger_step').selectAll().orderBy('no').orderBy('version').execute();
}

/** What was done with all entries that were there before an instant (ms), oldest first within each. */
export async function stepsBefore(db: Db, before: number) {
  return db.query
    .selectFrom('ledger_step as s')
    .innerJoin('ledger_entry as e', 'e.no', 's.no')
    .select(['s.no', 'e.unit', 'e.problem', 's.what', 's.due_on', 's.at'])
    .where('s.at', '<', before)
    .orderBy('s.no')
    .orderBy('s.version')
    .execute();
}

/** How many entries a year's ledger has had so far: numbers are never given twice, since nothing is deleted. */
export async function entriesInYear(db: Db, year: string): Promise<number> {
  const { count } = await db.query
    .selectFrom('ledger_entry')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('no', 'like', `${year}-%`)
    .executeTakeFirstOrThrow();
  return count;
}
