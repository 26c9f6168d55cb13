import type { Db } from '../../db/database.ts';
import { stepsBefore } from '../../db/queries/ledger.ts';
import type { LedgerAct } from '../../db/schema-ledger.ts';
import { dayAt, instantOf } from '../clock.ts';
import { plusDays } from '../reminders/calendar.ts';

/** Days in Asia/Shanghai, both included. */
interface Days {
  from: string;
  to: string;
}

/** What was done with an entry at an instant (ms); `due_on` is the deadline in force from then on. */
interface Step {
  what: LedgerAct;
  due_on: string;
  at: number;
}

/** An entry that was overdue, and the deadline that it had missed first. */
interface OverdueEntry {
  no: string;
  unit: string;
  problem: string;
  dueOn: string;
}

/**
 * The entries that were overdue on at least one of the days, each once. An entry is overdue on a day when, as the day
 * began, it was not closed and the deadline then in force lay before that day. What the unit handed in for 销号 by the
 * deadline waits for the office and is not overdue, until it is returned. A deadline that is moved after it was missed
 * does not undo the days before. The last day must not lie in the future: nobody is overdue yet on a day to come.
 */
export async function overdueLedgerEntries(db: Db, days: Days): Promise<OverdueEntry[]> {
  const steps = await stepsBefore(db, instantOf(days.to, '00:00'));
  return [...Map.groupBy(steps, ({ no }) => no).values()].flatMap((own) => {
    const dueOn = missedDeadline(own, days);
    const [first] = own;
    return first === undefined || dueOn === undefined
      ? []
      : [{ no: first.no, unit: first.unit, problem: first.problem, dueOn }];
  });
}

/** The first deadline that was missed on one of the days; undefined where none was. Steps are oldest first. Pure. */
export function missedDeadline(steps: readonly Step[], { from, to }: Days): string | undefined {
  let excused = false;
  return steps.find((step, index) => {
    excused = isExcused(step, excused);
    if (excused) return false;
    const next = steps[index + 1];
    const first = latest(from, plusDays(dayAt(step.at), 1), plusDays(step.due_on, 1));
    const last = next === undefined ? to : earliest(to, dayAt(next.at));
    return first <= last;
  })?.due_on;
}

/** Whether nothing is to be done by the unit after a step. */
function isExcused({ what, at, due_on }: Step, before: boolean): boolean {
  switch (what) {
    case 'closed':
      return true;
    case 'applied':
      return dayAt(at) <= due_on;
    case 'due-moved':
      return before;
    case 'entered':
    case 'progress':
    case 'returned':
      return false;
    default:
      return what satisfies never;
  }
}

const latest = (...days: string[]) => days.reduce((a, b) => (a > b ? a : b));
const earliest = (a: string, b: string) => (a < b ? a : b);
