import { decidedOccurrences, doneSince } from '../../db/queries/occurrences.ts';
import { officeMembers, unitPeopleOf } from '../../db/queries/people.ts';
import { periodById } from '../../db/queries/periods.ts';
import { periodSheets, type ReportSheet, returnedReports } from '../../db/queries/reports.ts';
import { UNIT_ROLES } from '../../db/schema.ts';
import type { Card } from '../cards/elements.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Anew, Asked } from '../reasons.ts';
import { namesOfRecipients, type Rule, type Rules, ruleOf } from '../schedule/rule.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf } from './china.ts';
import { ALL_IN } from './ladder-anew.ts';
import { type Occasion, unservedCard } from './ladder-card.ts';
import { personCard } from './ladder-job.ts';
import { isServed, type Reminded } from './ladder-people.ts';
import { whenToTell } from './quiet.ts';
import { lastReturns } from './returns.ts';

/** Reports of one period that were sent back on one day. */
interface Batch {
  period: string;
  /** The day of the return: names the occurrence, so that a rule that is put to another day does not ask twice. */
  on: string;
  /** When they are asked for. */
  day: string;
  /** Instant in ms. */
  dueAt: number;
  units: string[];
}

/**
 * 退回后催报: what was sent back after the due day and not handed in again, some working days after the return, by
 * the rule's day. Before the due day the ladder asks for it.
 */
export async function returnedReminders(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const rule = ruleOf(rules, 'returned');
  const returned = rule.isOn ? await returnedReports(deps.db) : [];
  if (returned.length === 0) return [];
  const calendar = await calendarOf(deps.db);
  if (whenToTell(now, calendar) !== now) return [];
  const due = batchesOf(returned, { calendar, rule }).filter(
    ({ dueAt }) => dueAt <= now && dueAt >= rule.timedAt,
  );
  const decided = await decidedOccurrences(deps.db, due.map(keyOf));
  const open = Map.groupBy(
    due.filter((batch) => !decided.has(keyOf(batch))),
    ({ period }) => period,
  );
  return [...open.values()].flatMap((batches) => collapsed(deps, batches, { calendar, now, rule }));
}

function batchesOf(
  returned: readonly { period: string; unit: string; dueOn: string; at: number }[],
  { calendar, rule }: { calendar: Calendar; rule: Rule },
): Batch[] {
  const batches = new Map<string, Batch>();
  for (const { period, unit, dueOn, at } of returned) {
    const on = dayAt(at);
    if (on <= dueOn) continue;
    const day = calendar.plusWorkdays(on, rule.offset);
    const known = batches.get(`${period} ${on}`);
    const batch = known ?? { period, on, day, dueAt: instantOf(day, rule.time), units: [] };
    batches.set(`${period} ${on}`, { ...batch, units: [...batch.units, unit] });
  }
  return [...batches.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function keyOf({ period, on }: Batch): string {
  return `returned:${period}:${on}`;
}

/** What the jobs of one moment go by; instant in ms. */
interface When {
  calendar: Calendar;
  now: number;
  rule: Rule;
}

/** Several missed ones become one, the latest. */
function collapsed(deps: Deps, batches: readonly Batch[], when: When): Occurrence[] {
  const { calendar, now, rule } = when;
  const fresh = batches.filter(
    ({ day }) => now < instantOf(calendar.plusWorkdays(day, rule.latest), rule.time),
  );
  const last = fresh.at(-1);
  const units = fresh.flatMap((batch) => batch.units);
  return batches.map((batch) => {
    const skip = !fresh.includes(batch)
      ? `错过应发时间已有${rule.latest}个工作日，不再发送`
      : batch === last
        ? undefined
        : '错过了应发时间，与后一次合并';
    const key = keyOf(batch);
    return {
      key,
      kind: 'returned',
      to: namesOfRecipients(rule.to),
      dueAt: batch.dueAt,
      ...(skip !== undefined && { skip }),
      outcome: async () => ({ messages: await messagesOf(deps, { key, batch, units }, when), writes: [] }),
    };
  });
}

async function messagesOf(
  deps: Deps,
  { key, batch, units }: { key: string; batch: Pick<Batch, 'period'>; units: readonly string[] },
  when: When,
): Promise<OutboundMessage[]> {
  const period = await periodById(deps.db, batch.period);
  const today = dayAt(when.now);
  if (period?.status !== 'open' || (await isSaidToday(deps, batch.period, when.now))) return [];
  const sheets = (await periodSheets(deps.db, batch.period)).filter(
    ({ report }) => report.status === 'returned' && units.includes(report.unit),
  );
  const { people, unserved } = await reached(deps, sheets, { day: today, rule: when.rule });
  const occasion: Occasion = { ...when, period, unitName: (unit) => deps.notice.unit(unit)?.name ?? unit };
  const office = unserved.length > 0 ? await officeMembers(deps.db, deps.office) : [];
  const message = (to: string, card: Card, about: readonly ReportSheet[]): OutboundMessage => ({
    key: `${key}:${to}`,
    to: { person: to as OpenId },
    body: { type: 'card', card },
    about: about.map(({ report }) => report.unit),
  });
  return [
    ...[...people].map(([openId, about]) =>
      message(openId, personCard(occasion, when.rule, about), about.own),
    ),
    ...office.map((openId) => ({
      ...message(openId, unservedCard(occasion, unserved), unserved),
      key: `${key}:unserved:${openId}`,
    })),
  ];
}

/** A rung of this day asks for the same. */
async function isSaidToday(deps: Deps, period: string, now: number): Promise<boolean> {
  const since = instantOf(dayAt(now), '00:00');
  return (await doneSince(deps.db, { prefix: `remind:${period}:`, since })).size > 0;
}

/** 退回后催报 at the moment of sending: about what still has not been handed in again. */
export async function returnedAnew(deps: Deps, of: Asked): Promise<Anew> {
  const { now, calendar } = of;
  const { occurrence: key, about } = of.reason;
  const [, id = ''] = key.split(':');
  const rule = ruleOf(of.rules, 'returned');
  const period = await periodById(deps.db, id);
  if (period?.status !== 'open') return '本期已锁定';
  if (!rule.isOn) return '这条规则已关闭';
  if (await isSaidToday(deps, id, now)) return '与催报合并';
  const all = await periodSheets(deps.db, id);
  const isLeft = all.some(({ report }) => report.status === 'returned' && about.includes(report.unit));
  if (!isLeft) return ALL_IN;
  return messagesOf(deps, { key, batch: { period: id }, units: about }, { now, calendar, rule });
}

/** The unit's people whom the rule names, each person once. */
async function reached(
  deps: Deps,
  sheets: readonly ReportSheet[],
  { day, rule }: { day: string; rule: Rule },
): Promise<{ people: Map<string, Reminded>; unserved: ReportSheet[] }> {
  const returns = await lastReturns(deps.db, sheets);
  const roles = UNIT_ROLES.filter((role) => rule.to.includes(role));
  const people = new Map<string, Reminded>();
  const unserved: ReportSheet[] = [];
  for (const sheet of sheets) {
    const { unit } = sheet.report;
    const reachable = await unitPeopleOf(deps.db, unit, { day, roles });
    if (!isServed(roles, reachable)) unserved.push(sheet);
    for (const { openId } of reachable) {
      const about = people.get(openId) ?? { own: [], led: [], returns };
      people.set(openId, { ...about, own: [...about.own, sheet] });
    }
  }
  return { people, unserved };
}
