import { officeMembers } from '../../db/queries/people.ts';
import { openPeriods, type PeriodRow, planChangedAt } from '../../db/queries/periods.ts';
import { periodSheets, type ReportSheet } from '../../db/queries/reports.ts';
import type { Card } from '../cards/elements.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import { asBroadcast } from '../outbox/broadcast.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { dueName } from '../reports/texts.ts';
import { namesOfRecipients, type Rule, type Rules, ruleName, rungsOf } from '../schedule/rule.ts';
import { opened, sentenceOf, unitsText } from '../schedule/wording.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf } from './china.ts';
import { rungKey, rungsDue } from './ladder.ts';
import { type Occasion, reminderCard, unservedCard } from './ladder-card.ts';
import { officeCopyCard } from './ladder-copy.ts';
import { type Reminded, reachOf } from './ladder-people.ts';
import { whenToTell } from './quiet.ts';

/** 催报: the rungs of every open period, each once; nobody is written to at night or on a day off. */
export async function reminders(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const calendar = await calendarOf(deps.db);
  if (whenToTell(now, calendar) !== now) return [];
  const periods = await openPeriods(deps.db);
  const rungs = rungsOf(rules);
  const all = periods.map((period) => occurrencesOf(deps, { period, calendar, now, rungs }));
  return (await Promise.all(all)).flat();
}

async function occurrencesOf(
  deps: Deps,
  of: { period: PeriodRow; calendar: Calendar; now: number; rungs: readonly Rule[] },
): Promise<Occurrence[]> {
  const { period, calendar, now, rungs } = of;
  const since = (await planChangedAt(deps.db, period.id)) ?? period.opened_at ?? now;
  return rungsDue({ rungs, dueOn: period.due_on, since, calendar }, now).map(({ rung, dueAt, skip }) => ({
    key: rungKey({ id: period.id, dueOn: period.due_on }, rung),
    kind: 'remind',
    to: namesOfRecipients(rung.to),
    dueAt,
    ...(skip !== undefined && { skip }),
    outcome: async () => {
      const sheets = await periodSheets(deps.db, period.id);
      const id = rungKey({ id: period.id, dueOn: period.due_on }, rung);
      const name = `${periodName(period.id as PeriodId)}${ruleName(rung)}`;
      const messages = await rungMessages(deps, { period, calendar, now, rung, sheets });
      return asBroadcast(deps.db, { id, name, now }, messages);
    },
  }));
}

/** What one rung sends about the reports of a period as they stand. @param of.now instant in ms */
export async function rungMessages(
  deps: Deps,
  of: {
    period: Pick<PeriodRow, 'id' | 'due_on'>;
    calendar: Calendar;
    now: number;
    rung: Rule;
    sheets: readonly ReportSheet[];
  },
): Promise<OutboundMessage[]> {
  const { period, rung, sheets, now } = of;
  const { people, unserved, missing } = await reachOf(deps, { rung, sheets, day: dayAt(now) });
  const occasion: Occasion = { ...of, unitName: (unit) => deps.notice.unit(unit)?.name ?? unit };
  const key = rungKey({ id: period.id, dueOn: period.due_on }, rung);
  const messages = [...people].map(([openId, about]) =>
    toPerson({
      ...{ key: `${key}:${openId}`, openId, card: personCard(occasion, rung, about) },
      about: [...about.own, ...about.led],
    }),
  );
  const copies = rung.to.includes('office') && missing.length > 0;
  if (unserved.length === 0 && !copies) return messages;
  const office = await officeMembers(deps.db, deps.office);
  const toOffice = (what: string, card: Card, about: readonly ReportSheet[]) =>
    office.map((openId) => toPerson({ key: `${key}:${what}:${openId}`, openId, card, about }));
  return [
    ...messages,
    ...(copies
      ? toOffice('office', officeCopyCard(occasion, { missing, people: people.size }), missing)
      : []),
    ...(unserved.length > 0 ? toOffice('unserved', unservedCard(occasion, unserved), unserved) : []),
  ];
}

/** The card of one person, with the rule's opening sentence. */
export function personCard(occasion: Occasion, rung: Rule, about: Reminded): Card {
  const { period, now, unitName } = occasion;
  const sentence = sentenceOf(rung, {
    期: periodName(period.id as PeriodId),
    截止: dueName(period.due_on, dayAt(now)),
    单位: unitsText([...about.own, ...about.led].map(({ report }) => unitName(report.unit))),
  });
  return opened(reminderCard(occasion, about), sentence);
}

function toPerson(of: {
  key: string;
  openId: string;
  card: Card;
  about: readonly ReportSheet[];
}): OutboundMessage {
  return {
    key: of.key,
    to: { person: of.openId as OpenId },
    body: { type: 'card', card: of.card },
    about: of.about.map(({ report }) => report.unit),
  };
}
