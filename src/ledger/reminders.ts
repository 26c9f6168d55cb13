import { type LedgerEntryRow, openDeadlines } from '../../db/queries/ledger.ts';
import { decidedOccurrences } from '../../db/queries/occurrences.ts';
import { leaderOpenIds, officeMembers, unitPeopleOf } from '../../db/queries/people.ts';
import { UNIT_ROLES } from '../../db/schema.ts';
import type { Card } from '../cards/elements.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { NoticeModel } from '../notice/types.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Anew, Asked } from '../reasons.ts';
import { plusDays } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';
import { leadersOfGroups } from '../reminders/ladder-people.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { namesOfRecipients, type Rules, ruleOf } from '../schedule/rule.ts';
import { opened, sentenceOf } from '../schedule/wording.ts';
import { overdueCard, type Telling, unitReminderCard, unservedEntriesCard } from './reminder-cards.ts';
import { type Batch, batchesDue, batchKey, collapsed, type Decided } from './reminder-days.ts';

/** Deadlines so far away on either side have nothing due today, whatever the holidays. */
const WINDOW_DAYS = 30;

/**
 * 台账提醒: a unit's liaisons some working days before a deadline and on it, the office and the assigned leaders one
 * summary once it is over; nothing about what is closed or waits for the office.
 */
export async function ledgerReminders(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const today = dayAt(now);
  const days = { from: plusDays(today, -WINDOW_DAYS), to: plusDays(today, WINDOW_DAYS) };
  const entries = await openDeadlines(deps.db, days);
  if (entries.length === 0) return [];
  const calendar = await calendarOf(deps.db);
  if (whenToTell(now, calendar) !== now) return [];
  const due = batchesDue(entries, { calendar, rules }, now);
  const decided = await decidedOccurrences(deps.db, due.map(batchKey));
  const open = due.filter((batch) => !decided.has(batchKey(batch)));
  const telling: Telling = { today, calendar, unitName: (unit) => deps.notice.unit(unit)?.name ?? unit };
  return [...Map.groupBy(open, ({ kind }) => kind).values()]
    .flatMap((batches) => collapsed(batches, calendar, now))
    .map((batch) => occurrence(deps, telling, batch));
}

function occurrence(deps: Deps, telling: Telling, batch: Decided): Occurrence {
  const { kind, dueAt, skip } = batch;
  const tell = kind === 'ledger-unit' ? toUnits : toOfficeAndLeaders;
  return {
    key: batchKey(batch),
    kind,
    to: namesOfRecipients(batch.rule.to),
    dueAt,
    ...(skip !== undefined && { skip }),
    outcome: async () => ({ messages: await tell(deps, telling, batch), writes: [] }),
  };
}

/** What a batch's messages go by. */
type Told = Pick<Batch, 'kind' | 'dueOn' | 'isOnDay' | 'rule' | 'entries'>;

/** One card a person, whatever his units; the office hears of units that nobody is bound to. */
async function toUnits(deps: Deps, telling: Telling, batch: Told): Promise<OutboundMessage[]> {
  const people = new Map<string, LedgerEntryRow[]>();
  const roles = UNIT_ROLES.filter((role) => batch.rule.to.includes(role));
  const unserved: LedgerEntryRow[] = [];
  for (const entry of batch.entries) {
    const liaisons = await unitPeopleOf(deps.db, entry.unit, { day: telling.today, roles });
    if (liaisons.length === 0) unserved.push(entry);
    for (const { openId } of liaisons) people.set(openId, [...(people.get(openId) ?? []), entry]);
  }
  const office = unserved.length > 0 ? await officeMembers(deps.db, deps.office) : [];
  return [
    ...[...people].map(([openId, own]) =>
      message(batch, openId, { card: unitReminderCard(telling, own), entries: own }),
    ),
    ...office.map(
      (openId): OutboundMessage => ({
        key: `${batchKey(batch)}:unserved:${openId}`,
        to: { person: openId as OpenId },
        body: { type: 'card', card: unservedEntriesCard(telling, unserved) },
        about: unserved.map(nameOf),
      }),
    ),
  ];
}

/** One summary a person: the office of all, a leader of what is in his groups; nobody gets two. */
async function toOfficeAndLeaders(deps: Deps, telling: Telling, batch: Told): Promise<OutboundMessage[]> {
  const { to } = batch.rule;
  const office = to.includes('office') ? await officeMembers(deps.db, deps.office) : [];
  const led = new Map<string, LedgerEntryRow[]>();
  for (const entry of to.includes('leader') ? batch.entries : []) {
    const leaders = leadersOfGroups(groupsOf(entry.unit, deps.notice.model), deps.notice.model);
    const openIds = await Promise.all(leaders.map((leader) => leaderOpenIds(deps.db, leader)));
    for (const openId of new Set(openIds.flat())) led.set(openId, [...(led.get(openId) ?? []), entry]);
  }
  return [
    ...office.map((openId) =>
      message(batch, openId, { card: overdueCard(telling, batch.entries, ''), entries: batch.entries }),
    ),
    ...[...led]
      .filter(([openId]) => !office.includes(openId))
      .map(([openId, own]) =>
        message(batch, openId, { card: overdueCard(telling, own, '您分包领域'), entries: own }),
      ),
  ];
}

/** Groups that the unit leads; where it leads none, those that it has a part in (`三`). */
function groupsOf(unit: string, { groups }: NoticeModel): number[] {
  const led = groups.filter(
    ({ leadUnits, subLeads }) => leadUnits.includes(unit) || subLeads.some((sub) => sub.unit === unit),
  );
  const own = led.length > 0 ? led : groups.filter((group) => group.responsibleUnits.includes(unit));
  return own.map(({ no }) => no);
}

function message(
  batch: Told,
  openId: string,
  { card, entries }: { card: Card; entries: readonly LedgerEntryRow[] },
): OutboundMessage {
  return {
    key: `${batchKey(batch)}:${openId}`,
    to: { person: openId as OpenId },
    body: { type: 'card', card: opened(card, sentenceOf(batch.rule, {})) },
    about: entries.map(nameOf),
  };
}

/** An entry with its deadline: one that is put off is another matter. */
function nameOf({ no, due_on }: Pick<LedgerEntryRow, 'no' | 'due_on'>): string {
  return `${no} ${due_on}`;
}

/** 台账提醒 at the moment of sending: about what is still open, and due on the same day. */
export async function ledgerAnew(deps: Deps, of: Asked): Promise<Anew> {
  const { calendar, now } = of;
  const [kind, dueOn = '', onDay] = of.reason.occurrence.split(':');
  const rule = ruleOf(of.rules, kind === 'ledger-unit' ? 'ledger-unit' : 'ledger-overdue');
  if (!rule.isOn) return '这条规则已关闭';
  const today = dayAt(now);
  const days = of.reason.about.map((name) => name.split(' ').at(-1) ?? '').sort();
  const all = await openDeadlines(deps.db, { from: days[0] ?? '', to: days.at(-1) ?? '' });
  const entries = all.filter((entry) => of.reason.about.includes(nameOf(entry)));
  if (entries.length === 0) return '已销号、已申请销号或已延期';
  const telling: Telling = { today, calendar, unitName: (unit) => deps.notice.unit(unit)?.name ?? unit };
  const batch: Told = {
    kind: kind === 'ledger-unit' ? 'ledger-unit' : 'ledger-overdue',
    ...{ dueOn, isOnDay: onDay === 'on', rule, entries },
  };
  return (batch.kind === 'ledger-unit' ? toUnits : toOfficeAndLeaders)(deps, telling, batch);
}
