import type { OpenDeadline } from '../../db/queries/ledger.ts';
import { instantOf } from '../clock.ts';
import type { Calendar } from '../reminders/calendar.ts';

/** All of 台账提醒 goes at this minute of a working day (Asia/Shanghai). */
export const LEDGER_TIME = '09:11';
/** The unit is reminded so many working days before its deadline, and on it. Ours, not the notice's. */
const BEFORE_WORKDAYS = 3;
/** What could not go for so many working days has lost its sense. */
const TOO_LATE_WORKDAYS = 5;

/** What goes on one day to the units, or to the office and the leaders about what has become overdue. */
export interface Batch {
  kind: 'ledger-unit' | 'ledger-overdue';
  day: string;
  /** Instant in ms. */
  dueAt: number;
  entries: OpenDeadline[];
}

/** Says what it is: decided once, ever. */
export function batchKey({ kind, day }: Pick<Batch, 'kind' | 'day'>): string {
  return `${kind}:${day}`;
}

/**
 * What has come due by an instant (ms), the earliest first; days that lay before a deadline was set were never meant to
 * go. A deadline on a day off is reminded of on the working day before. Pure.
 */
export function batchesDue(entries: readonly OpenDeadline[], calendar: Calendar, now: number): Batch[] {
  const batches = new Map<string, Batch>();
  for (const entry of entries)
    for (const { kind, day } of daysOf(entry, calendar)) {
      const dueAt = instantOf(day, LEDGER_TIME);
      if (dueAt > now || dueAt < entry.since) continue;
      const key = batchKey({ kind, day });
      const batch = batches.get(key) ?? { kind, day, dueAt, entries: [] };
      batches.set(key, { ...batch, entries: [...batch.entries, entry] });
    }
  return [...batches.values()].sort((a, b) => a.dueAt - b.dueAt);
}

function daysOf({ due_on }: OpenDeadline, calendar: Calendar): Pick<Batch, 'kind' | 'day'>[] {
  const last = calendar.isWorkday(due_on) ? due_on : calendar.plusWorkdays(due_on, -1);
  return [
    { kind: 'ledger-unit', day: calendar.plusWorkdays(last, -BEFORE_WORKDAYS) },
    { kind: 'ledger-unit', day: last },
    { kind: 'ledger-overdue', day: calendar.plusWorkdays(due_on, 1) },
  ];
}

/** A batch with why it does not go, or with all that it says: its own entries and those of what was missed before it. */
export type Decided = Batch & { skip?: string };

/** Of several that were missed only the last goes, with what all of them would have said; none far too late. Pure. */
export function collapsed(batches: readonly Batch[], calendar: Calendar, now: number): Decided[] {
  const isLate = ({ day }: Batch) =>
    now >= instantOf(calendar.plusWorkdays(day, TOO_LATE_WORKDAYS), LEDGER_TIME);
  const fresh = batches.filter((batch) => !isLate(batch));
  const last = fresh.at(-1);
  const all = new Map(fresh.flatMap((batch) => batch.entries).map((entry) => [entry.no, entry]));
  return batches.map((batch) => {
    if (batch === last) return { ...batch, entries: [...all.values()] };
    return {
      ...batch,
      skip: fresh.includes(batch)
        ? '错过了应发时间，与后一次合并'
        : `错过应发时间已有${TOO_LATE_WORKDAYS}个工作日，不再发送`,
    };
  });
}
