import { oneLook } from '../../db/one-look.ts';
import { workChat } from '../../db/queries/chats.ts';
import { decidedOccurrences } from '../../db/queries/occurrences.ts';
import { periodById } from '../../db/queries/periods.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { JOBS, type Occurrence } from '../jobs.ts';
import { statusTime } from '../progress/status-card.ts';
import { type Calendar, plusDays } from '../reminders/calendar.ts';
import { rungKey, rungTimes } from '../reminders/ladder.ts';
import { goesAt } from '../reminders/morning.ts';
import { defaultDueDay, type PeriodId } from '../reports/period.ts';
import { type Rules, ruleOf, rungsOf } from './rule.ts';
import { rulesNow } from './rules-now.ts';

/** When the rules are asked what they would do on a day: all that have a time of their own go before. */
const ASKED_AT = '19:59';

/** Something that will be sent, if nothing changes until then. */
export interface Upcoming {
  /** Says what it is, as `Occurrence.key`. */
  key: string;
  kind: string;
  /** In Asia/Shanghai. */
  day: string;
  /** Instant in ms; absent for what goes at some time of the day. */
  at?: number;
}

/** The rules of the days asked about. */
interface Rest {
  calendar: Calendar;
  rules: Rules;
}

/** The days asked about. */
export interface Span {
  /** Instant in ms. */
  now: number;
  today: string;
  /** The last day. */
  until: string;
  calendar: Calendar;
}

/**
 * What will be sent until the end of a day, earliest first; also what has come due and is not sent yet. The rules are
 * asked what they would do on each working day, so that the list cannot differ from what happens; what follows from
 * a period that is not open yet is added from the days that the same rules give.
 */
export async function upcoming(given: Deps, span: Span): Promise<Upcoming[]> {
  // Every rule asks the same of every day.
  const deps: Deps = { ...given, db: oneLook(given.db) };
  const found = new Map<string, Upcoming>();
  const rules = await rulesNow(deps.db);
  for (let day = span.today; day <= span.until; day = plusDays(day, 1)) {
    if (day !== span.today && !span.calendar.isWorkday(day)) continue;
    for (const at of instantsOf(day, span))
      for (const each of await askedAt(deps, { at, rules, span }))
        if (!found.has(each.key)) found.set(each.key, each);
  }
  const openings = [...found.values()].filter((each) => each.kind === 'open');
  for (const each of await followingFrom(deps, openings, { calendar: span.calendar, rules }))
    found.set(each.key, each);
  const decided = await decidedOccurrences(deps.db, [...found.keys()]);
  return [...found.values()]
    .filter((each) => !decided.has(each.key) && each.day <= span.until)
    .sort((a, b) => timeOf(a) - timeOf(b));
}

/** Of today what waits already, and what is still to come. */
function instantsOf(day: string, { now, today }: Span): number[] {
  const evening = instantOf(day, ASKED_AT);
  if (day !== today) return [evening];
  return now < evening ? [now, evening] : [now];
}

/** The period that an occurrence is about; undefined for those of no period. */
export function periodOf(key: string): PeriodId | undefined {
  return key.split(':').find((part) => /^\d{4}Q[1-4]$/.test(part)) as PeriodId | undefined;
}

async function askedAt(
  deps: Deps,
  { at, rules, span }: { at: number; rules: Rules; span: Span },
): Promise<Upcoming[]> {
  const all = (await Promise.all(JOBS.map((job) => job(deps, at, rules)))).flat();
  return all.filter(isSent).map(({ key, kind, dueAt }) => {
    if (dueAt === at) return { key, kind, day: dayAt(at) };
    const goes = goesAt({ key, dueAt }, span.now, span.calendar);
    // What could have gone by now has its own time, and is said to wait.
    const shown = goes > span.now ? goes : dueAt;
    return { key, kind, day: dayAt(shown), at: shown };
  });
}

/** What changes a card in place is no message. */
function isSent(occurrence: Occurrence): boolean {
  return occurrence.skip === undefined && occurrence.kind !== 'status-change';
}

/** 催报 and the group's card of periods that will be opened. */
async function followingFrom(
  deps: Deps,
  openings: readonly Upcoming[],
  { calendar, rules }: Rest,
): Promise<Upcoming[]> {
  const hasWorkGroup = (await workChat(deps.db)) !== undefined;
  const all = openings.map(async ({ key, at }) => {
    const id = periodOf(key);
    const kept = id === undefined ? undefined : await periodById(deps.db, id);
    if (id === undefined || at === undefined || kept?.status === 'open') return [];
    const dueOn = kept?.due_on ?? defaultDueDay(id, calendar);
    const rungs = rungTimes({ rungs: rungsOf(rules), dueOn, since: at, calendar }).map((each) => ({
      key: rungKey({ id, dueOn }, each.rung),
      kind: 'remind',
      day: each.day,
      at: each.dueAt,
    }));
    const status = ruleOf(rules, 'status');
    if (!hasWorkGroup || !status.isOn) return rungs;
    const statusAt = statusTime(status, { openedAt: at, calendar });
    return [{ key: `status:${id}:1`, kind: 'status', day: dayAt(statusAt), at: statusAt }, ...rungs];
  });
  return (await Promise.all(all)).flat();
}

function timeOf({ day, at }: Upcoming): number {
  return at ?? instantOf(day, ASKED_AT);
}
