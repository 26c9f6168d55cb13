import type { Db } from '../db/database.ts';
import { type TickState, tickState, writeTickBegun, writeTickDone } from '../db/queries/ended.ts';
import { forgetFiles } from '../db/queries/files.ts';
import { forgetEvents } from '../db/queries/inbox.ts';
import { decidedOccurrences, recordOccurrence } from '../db/queries/occurrences.ts';
import { dueRows, forgetSent, rowsByKey } from '../db/queries/outbox.ts';
import { reasonsNumber } from '../db/queries/reasons.ts';
import { writeLastTick } from '../db/queries/settings.ts';
import { forgetTurns } from '../db/queries/turns.ts';
import { Caution } from './caution.ts';
import { isoAt } from './clock.ts';
import type { Deps } from './deps.ts';
import { DuplicateKeyError } from './errors.ts';
import { resumeOpenEvents } from './inbox/handle.ts';
import { JOB_NAMES, JOBS, JOBS_OF_ANY_HOUR, type Job, type Occurrence } from './jobs.ts';
import { loggerOf } from './logger.ts';
import { outboxWrites } from './outbox/message.ts';
import { beginSpell, isInSpell, isResting, prolong } from './quiet-spell.ts';
import type { Calendar } from './reminders/calendar.ts';
import { calendarOf } from './reminders/china.ts';
import { goesAt } from './reminders/morning.ts';
import { whenToTell } from './reminders/quiet.ts';
import { type Held, heldNow } from './schedule/paused.ts';
import type { Rules } from './schedule/rule.ts';
import { rulesNow } from './schedule/rules-now.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The platform pushes again for about 7 hours; ids are kept longer than the 7 days that design §3.1 asks for. */
const KEEP_EVENTS_MS = 8 * DAY_MS;
const KEEP_SENT_MS = 90 * DAY_MS;
const HOUR_MS = 60 * 60_000;
const KEEP_TURNS_MS = HOUR_MS;

/** One thing that was due, and what became of it. */
export interface Due {
  key: string;
  kind: string;
  to: string;
  /** Instant in UTC ISO. */
  at: string;
  status: string;
  because?: string;
}

/**
 * One wake-up: unfinished events are taken up, scheduled things decided, what is due is sent, what is too old is
 * forgotten. Which process wakes, how often and how late does not matter. Where nothing can have come due since the last
 * one, it is noted and that is all.
 */
export async function tick(deps: Deps): Promise<Due[]> {
  const { db } = deps;
  const now = deps.clock.now();
  if (isResting(db, now)) return [];
  const mark = await db.mark?.();
  const noted = mark && { ...mark, own: mark.own + 1 };
  if (isInSpell(db, mark, now)) {
    await noteTick(db, now);
    prolong(db, noted, now);
    return [];
  }
  const before = await tickState(db);
  await db.apply([writeLastTick(now), writeTickBegun(db, now)]);
  await resumeOpenEvents(deps);
  const rules = await rulesNow(db);
  const { done: decided, comesAt } = await decideAll(deps, now, {
    rules,
    caution: new Caution(db, before, now),
  });
  const due = await dueMessages(deps, now);
  await deps.delivery.pump();
  await forget(deps, { now, before });
  const isDone = !decided.some(({ status }) => status === 'failed');
  await beginSpell(db, {
    // What this tick itself has written: that it began, and that it is over.
    ...{ mark: isDone ? noted && { ...noted, own: noted.own + 1 } : undefined, now, rules, comesAt },
    keepTurns: KEEP_TURNS_MS,
  });
  return [...decided, ...(await withResults(deps, due))];
}

async function noteTick(db: Db, now: number): Promise<void> {
  await db.apply([writeLastTick(now)]);
}

/** What is too old goes with the first tick of an hour, questions at once. Instants in ms. */
async function forget({ db }: Deps, { now, before }: { now: number; before: TickState }): Promise<void> {
  const isNewHour = Math.floor(now / HOUR_MS) !== Math.floor(before.last / HOUR_MS);
  const hourly = isNewHour
    ? [
        forgetEvents(db, now - KEEP_EVENTS_MS),
        forgetSent(db, now - KEEP_SENT_MS),
        ...forgetFiles(db, now - KEEP_SENT_MS),
      ]
    : [];
  await db.apply([forgetTurns(db, now - KEEP_TURNS_MS), ...hourly, writeTickDone(db, now)]);
}

/** What a tick at this instant (ms) would do; changes nothing. */
export async function whatIsDue(deps: Deps, now: number): Promise<Due[]> {
  const { open, failed } = await openOccurrences(deps, now, { rules: await rulesNow(deps.db) });
  const held = await heldNow(deps.db);
  return [
    ...failed,
    ...open.map((each) => heldBack(each, held) ?? shown(each, each.skip === undefined ? 'due' : 'skip')),
    ...(await dueMessages(deps, now)),
  ];
}

/** What the jobs find at an instant. */
interface Found {
  /** Due and not yet decided, the earliest first. */
  open: Occurrence[];
  /** The jobs that could not say: one in trouble keeps no other from its work. */
  failed: Due[];
  /** When the next of what came due at night has its minute of this morning; infinite when none has. Instant in ms. */
  comesAt: number;
}

async function openOccurrences(
  deps: Deps,
  now: number,
  how: { rules: Rules; caution?: Caution },
): Promise<Found> {
  const failed: Due[] = [];
  const calendar = await calendarNow(deps);
  const look = async (job: Job) => {
    try {
      return await job(deps, now, how.rules);
    } catch (error) {
      loggerOf('tick').error('job {job} failed: {says}', { job: nameOf(job), says: String(error) });
      failed.push(notLooked(job, now, String(error)));
      return [];
    }
  };
  const jobs = jobsOf(calendar, now);
  const { caution } = how;
  const all =
    caution === undefined || caution.isCalm
      ? (await Promise.all(jobs.map(look))).flat()
      : await lookedWithCaution(jobs, { look, caution, now, failed });
  const keys = all.map((each) => each.key);
  const decided = await decidedOccurrences(deps.db, [...keys, ...(caution?.suspects ?? [])]);
  await caution?.forget(caution.suspects.filter((what) => decided.has(what)));
  const undecided = all.filter((each) => !decided.has(each.key)).sort((a, b) => a.dueAt - b.dueAt);
  const timed = undecided.map((each) => ({ each, at: timeOf(each, now, calendar) }));
  return {
    open: timed.filter(({ at }) => at <= now).map(({ each }) => each),
    failed,
    comesAt: Math.min(...timed.filter(({ at }) => at > now).map(({ at }) => at)),
  };
}

/** One after the other, each written down before, since a process was ended in the middle of them or of what follows. */
async function lookedWithCaution(
  jobs: readonly Job[],
  of: { look: (job: Job) => Promise<Occurrence[]>; caution: Caution; now: number; failed: Due[] },
): Promise<Occurrence[]> {
  const { look, caution, now, failed } = of;
  const found: Occurrence[] = [];
  for (const job of caution.inOrder(jobs, nameOf)) {
    const until = caution.waitsUntil(nameOf(job));
    if (until === undefined) found.push(...(await caution.during(nameOf(job), () => look(job))));
    else failed.push(notLooked(job, now, endedBefore(until)));
  }
  return found;
}

function nameOf(job: Job): string {
  return JOB_NAMES.get(job) ?? job.name;
}

function notLooked(job: Job, now: number, because: string): Due {
  return { key: nameOf(job), kind: nameOf(job), to: '', at: isoAt(now), status: 'failed', because };
}

function endedBefore(until: number): string {
  return `its process was ended in the middle, tried again from ${isoAt(until)} on`;
}

/** Undefined where it cannot be read: each job says by itself what is wrong, and what waits to be sent goes all the same. */
async function calendarNow(deps: Deps): Promise<Calendar | undefined> {
  return calendarOf(deps.db).catch(() => undefined);
}

function jobsOf(calendar: Calendar | undefined, now: number): readonly Job[] {
  return calendar === undefined || whenToTell(now, calendar) === now ? JOBS : JOBS_OF_ANY_HOUR;
}

/** When it goes, as seen at `now`; a change of a card tells nobody anything. Instants in ms. */
function timeOf(occurrence: Occurrence, now: number, calendar: Calendar | undefined): number {
  if (occurrence.kind === 'status-change' || calendar === undefined) return now;
  // A job that finds it due says so, whatever clock has told its time.
  return goesAt({ ...occurrence, dueAt: Math.min(occurrence.dueAt, now) }, now, calendar);
}

async function decideAll(
  deps: Deps,
  now: number,
  how: { rules: Rules; caution: Caution },
): Promise<{ done: Due[]; comesAt: number }> {
  // Before the looks: what changes meanwhile is looked at again when it is sent.
  const asOf = await reasonsNumber(deps.db);
  const { open, failed: results, comesAt } = await openOccurrences(deps, now, how);
  const held = await heldNow(deps.db);
  const { caution } = how;
  for (const occurrence of caution.inOrder(open, ({ key }) => key)) {
    if (!deps.mayBegin()) break;
    const until = caution.waitsUntil(occurrence.key);
    if (until !== undefined) {
      results.push({ ...shown(occurrence, 'failed'), because: endedBefore(until) });
      continue;
    }
    const kept = heldBack(occurrence, held);
    if (kept !== undefined) {
      results.push(kept);
      continue;
    }
    try {
      const decided = () => decide(deps, occurrence, { now, asOf });
      results.push(await caution.during(occurrence.key, decided));
    } catch (error) {
      // Somebody else's tick was first, or it failed and is due again next minute: the rest goes on.
      if (error instanceof DuplicateKeyError) continue;
      loggerOf('tick').error('{key} failed: {says}', { key: occurrence.key, says: String(error) });
      results.push({ ...shown(occurrence, 'failed'), because: String(error) });
    }
  }
  return { done: results, comesAt };
}

/** What the office has paused stays undecided, also what it would be skipped for. */
function heldBack(occurrence: Occurrence, held: Held): Due | undefined {
  const because = held(occurrence.kind);
  return because === undefined ? undefined : { ...shown(occurrence, 'held'), because };
}

async function decide(
  deps: Deps,
  occurrence: Occurrence,
  { now, asOf }: { now: number; asOf: number },
): Promise<Due> {
  const { skip } = occurrence;
  const record = { key: occurrence.key, kind: occurrence.kind, dueAt: occurrence.dueAt, now };
  if (skip !== undefined) {
    await deps.db.apply([recordOccurrence(deps.db, { ...record, skippedBecause: skip })]);
    return { ...shown(occurrence, 'skipped'), because: skip };
  }
  const outcome = await occurrence.outcome();
  await deps.db.apply([
    recordOccurrence(deps.db, record),
    ...outcome.writes,
    ...outcome.messages.flatMap((message) =>
      outboxWrites(deps.db, { ...message, reason: { occurrence: occurrence.key, asOf } }, now),
    ),
  ]);
  return shown(occurrence, 'done');
}

function shown(occurrence: Occurrence, status: string): Due {
  const { key, kind, to, dueAt, skip } = occurrence;
  return { key, kind, to, at: isoAt(dueAt), status, ...(skip !== undefined && { because: skip }) };
}

async function dueMessages(deps: Deps, now: number): Promise<Due[]> {
  const rows = await dueRows(deps.db, now);
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    to: row.lane,
    at: isoAt(row.next_at),
    status: 'due',
  }));
}

async function withResults(deps: Deps, due: Due[]): Promise<Due[]> {
  if (due.length === 0) return [];
  const rows = await rowsByKey(
    deps.db,
    due.map((each) => each.key),
  );
  const after = new Map(rows.map((row) => [row.key, row]));
  return due.map((each) => {
    const row = after.get(each.key);
    return { ...each, status: row?.status ?? each.status, ...(row?.error ? { because: row.error } : {}) };
  });
}
