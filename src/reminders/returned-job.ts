import { decidedOccurrences, doneSince } from '../../db/queries/occurrences.ts';
import { liaisonsOf, officeMembers, unitHeadsOf } from '../../db/queries/people.ts';
import { periodById } from '../../db/queries/periods.ts';
import { periodSheets, type ReportSheet, returnedReports } from '../../db/queries/reports.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf } from './china.ts';
import { type Occasion, reminderCard, unservedCard } from './ladder-card.ts';
import type { Reminded } from './ladder-people.ts';
import { whenToTell } from './quiet.ts';
import { lastReturns } from './returns.ts';

/** Just after the ladder's own time: what a rung says on the same day is not said twice. */
const TIME = '09:09';
/** So many working days after it was sent back a report is asked for again. Ours, not the notice's. */
const AFTER_WORKDAYS = 3;
/** Later than this it has lost its sense. */
const TOO_LATE_WORKDAYS = 5;

/** Reports of one period that were sent back on one day. */
interface Batch {
  period: string;
  /** When they are asked for. */
  day: string;
  units: string[];
}

/**
 * 退回后催报: what was sent back after the due day and not handed in again, on the third working day after the return,
 * to the unit's liaisons and head. Before the due day the ladder asks for it.
 */
export async function returnedReminders(deps: Deps, now: number): Promise<Occurrence[]> {
  const returned = await returnedReports(deps.db);
  if (returned.length === 0) return [];
  const calendar = await calendarOf(deps.db);
  if (whenToTell(now, calendar) !== now) return [];
  const due = batchesOf(returned, calendar).filter(({ day }) => instantOf(day, TIME) <= now);
  const decided = await decidedOccurrences(deps.db, due.map(keyOf));
  const open = Map.groupBy(
    due.filter((batch) => !decided.has(keyOf(batch))),
    ({ period }) => period,
  );
  return [...open.values()].flatMap((batches) => collapsed(deps, batches, { calendar, now }));
}

function batchesOf(
  returned: readonly { period: string; unit: string; dueOn: string; at: number }[],
  calendar: Calendar,
): Batch[] {
  const batches = new Map<string, Batch>();
  for (const { period, unit, dueOn, at } of returned) {
    if (dayAt(at) <= dueOn) continue;
    const day = calendar.plusWorkdays(dayAt(at), AFTER_WORKDAYS);
    const batch = batches.get(`${period} ${day}`) ?? { period, day, units: [] };
    batches.set(`${period} ${day}`, { ...batch, units: [...batch.units, unit] });
  }
  return [...batches.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function keyOf({ period, day }: Batch): string {
  return `returned:${period}:${day}`;
}

/** Several missed ones become one, the latest. */
function collapsed(
  deps: Deps,
  batches: readonly Batch[],
  when: { calendar: Calendar; now: number },
): Occurrence[] {
  const { calendar, now } = when;
  const fresh = batches.filter(
    ({ day }) => now < instantOf(calendar.plusWorkdays(day, TOO_LATE_WORKDAYS), TIME),
  );
  const last = fresh.at(-1);
  const units = fresh.flatMap((batch) => batch.units);
  return batches.map((batch) => {
    const skip = !fresh.includes(batch)
      ? `错过应发时间已有${TOO_LATE_WORKDAYS}个工作日，不再发送`
      : batch === last
        ? undefined
        : '错过了应发时间，与后一次合并';
    const key = keyOf(batch);
    return {
      key,
      kind: 'returned',
      to: 'liaisons, heads',
      dueAt: instantOf(batch.day, TIME),
      ...(skip !== undefined && { skip }),
      outcome: async () => ({ messages: await messagesOf(deps, { key, batch, units }, when), writes: [] }),
    };
  });
}

async function messagesOf(
  deps: Deps,
  { key, batch, units }: { key: string; batch: Batch; units: readonly string[] },
  when: { calendar: Calendar; now: number },
): Promise<OutboundMessage[]> {
  const period = await periodById(deps.db, batch.period);
  const today = dayAt(when.now);
  const rungs = await doneSince(deps.db, {
    prefix: `remind:${batch.period}:`,
    since: instantOf(today, '00:00'),
  });
  if (period?.status !== 'open' || rungs.size > 0) return [];
  const sheets = (await periodSheets(deps.db, batch.period)).filter(
    ({ report }) => report.status === 'returned' && units.includes(report.unit),
  );
  const { people, unserved } = await reached(deps, sheets, today);
  const occasion: Occasion = { ...when, period, unitName: (unit) => deps.notice.unit(unit)?.name ?? unit };
  const office = unserved.length > 0 ? await officeMembers(deps.db, deps.office) : [];
  const message = (to: string, card: ReturnType<typeof reminderCard>): OutboundMessage => ({
    key: `${key}:${to}`,
    to: { person: to as OpenId },
    body: { type: 'card', card },
  });
  return [
    ...[...people].map(([openId, about]) => message(openId, reminderCard(occasion, about))),
    ...office.map((openId) => ({
      ...message(openId, unservedCard(occasion, unserved)),
      key: `${key}:unserved:${openId}`,
    })),
  ];
}

/** As a return itself: the unit's liaisons and its head, each person once. */
async function reached(
  deps: Deps,
  sheets: readonly ReportSheet[],
  day: string,
): Promise<{ people: Map<string, Reminded>; unserved: ReportSheet[] }> {
  const returns = await lastReturns(deps.db, sheets);
  const people = new Map<string, Reminded>();
  const unserved: ReportSheet[] = [];
  for (const sheet of sheets) {
    const { unit } = sheet.report;
    const liaisons = await liaisonsOf(deps.db, unit, day);
    const heads = await unitHeadsOf(deps.db, unit, day);
    if (liaisons.length === 0) unserved.push(sheet);
    for (const openId of new Set([...liaisons, ...heads].map((person) => person.openId))) {
      const about = people.get(openId) ?? { own: [], led: [], returns };
      people.set(openId, { ...about, own: [...about.own, sheet] });
    }
  }
  return { people, unserved };
}
