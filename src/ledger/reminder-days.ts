import type { OpenDeadline } from '../../db/queries/ledger.ts';
import { instantOf } from '../clock.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { type Rule, type Rules, ruleOf } from '../schedule/rule.ts';

/** What goes at one time to the units, or to the office and the leaders about what has become overdue. */
export interface Batch {
  kind: 'ledger-unit' | 'ledger-overdue';
  /** The deadline that it is about, and whether it goes on that day itself. */
  dueOn: string;
  isOnDay: boolean;
  day: string;
  /** Instant in ms. */
  dueAt: number;
  rule: Rule;
  entries: OpenDeadline[];
}

/**
 * Says what it is: decided once, ever. Named after the deadline, so that a rule that is put to another day does not
 * send a second time.
 */
export function batchKey({ kind, dueOn, isOnDay }: Pick<Batch, 'kind' | 'dueOn' | 'isOnDay'>): string {
  return `${kind}:${dueOn}${isOnDay ? ':on' : ''}`;
}

/**
 * What has come due by an instant (ms), the earliest first; days that lay before a deadline or the rule was set were
 * never meant to go. A deadline on a day off is reminded of on the working day before. Pure.
 */
export function batchesDue(
  entries: readonly OpenDeadline[],
  by: { calendar: Calendar; rules: Rules },
  now: number,
): Batch[] {
  const batches = new Map<string, Batch>();
  for (const entry of entries)
    for (const one of daysOf(entry, by)) {
      const dueAt = instantOf(one.day, one.rule.time);
      if (dueAt > now || dueAt < Math.max(entry.since, one.rule.timedAt)) continue;
      const key = batchKey({ ...one, dueOn: entry.due_on });
      const batch = batches.get(key) ?? { ...one, dueOn: entry.due_on, dueAt, entries: [] };
      batches.set(key, { ...batch, entries: [...batch.entries, entry] });
    }
  return [...batches.values()].sort((a, b) => a.dueAt - b.dueAt);
}

function daysOf(
  { due_on }: OpenDeadline,
  { calendar, rules }: { calendar: Calendar; rules: Rules },
): Pick<Batch, 'kind' | 'day' | 'isOnDay' | 'rule'>[] {
  const last = calendar.isWorkday(due_on) ? due_on : calendar.plusWorkdays(due_on, -1);
  const unit = { kind: 'ledger-unit' as const, rule: ruleOf(rules, 'ledger-unit') };
  const over = { kind: 'ledger-overdue' as const, rule: ruleOf(rules, 'ledger-overdue') };
  return [
    { ...unit, day: calendar.plusWorkdays(last, unit.rule.offset), isOnDay: false },
    { ...unit, day: last, isOnDay: true },
    { ...over, day: calendar.plusWorkdays(due_on, over.rule.offset), isOnDay: false },
  ].filter(({ rule }) => rule.isOn);
}

/** A batch with why it does not go, or with all that it says: its own entries and those of what was missed before it. */
export type Decided = Batch & { skip?: string };

/** Of several that were missed only the last goes, with what all of them would have said; none far too late. Pure. */
export function collapsed(batches: readonly Batch[], calendar: Calendar, now: number): Decided[] {
  const isLate = ({ day, rule }: Batch) =>
    now >= instantOf(calendar.plusWorkdays(day, rule.latest), rule.time);
  const fresh = batches.filter((batch) => !isLate(batch));
  const last = fresh.at(-1);
  const all = new Map(fresh.flatMap((batch) => batch.entries).map((entry) => [entry.no, entry]));
  return batches.map((batch) => {
    if (batch === last) return { ...batch, entries: [...all.values()] };
    return {
      ...batch,
      skip: fresh.includes(batch)
        ? '错过了应发时间，与后一次合并'
        : `错过应发时间已有${batch.rule.latest}个工作日，不再发送`,
    };
  });
}
