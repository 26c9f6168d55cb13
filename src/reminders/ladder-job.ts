import { officeMembers } from '../../db/queries/people.ts';
import { openPeriods, type PeriodRow, planChangedAt } from '../../db/queries/periods.ts';
import { periodSheets } from '../../db/queries/reports.ts';
import type { Card } from '../cards/elements.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Outcome } from '../outbox/outcome.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf } from './china.ts';
import { type Rung, rungsDue } from './ladder.ts';
import { type Occasion, reminderCard, unservedCard } from './ladder-card.ts';
import { reachOf } from './ladder-people.ts';
import { whenToTell } from './quiet.ts';

/** 催报: the rungs of every open period, each once; nobody is written to at night or on a day off. */
export async function reminders(deps: Deps, now: number): Promise<Occurrence[]> {
  const calendar = await calendarOf(deps.db);
  if (whenToTell(now, calendar) !== now) return [];
  const periods = await openPeriods(deps.db);
  return (await Promise.all(periods.map((period) => rungsOf(deps, { period, calendar, now })))).flat();
}

async function rungsOf(
  deps: Deps,
  of: { period: PeriodRow; calendar: Calendar; now: number },
): Promise<Occurrence[]> {
  const { period, calendar, now } = of;
  const since = (await planChangedAt(deps.db, period.id)) ?? period.opened_at ?? now;
  return rungsDue({ dueOn: period.due_on, since, calendar }, now).map(({ rung, dueAt, skip }) => {
    // The due day is in the key: after an extension the new day has its own ladder.
    const key = `remind:${period.id}:${period.due_on}:${rung.name}`;
    return {
      key,
      kind: 'remind',
      to: rung.toLeaders ? 'liaisons, heads, leaders' : rung.toHeads ? 'liaisons, heads' : 'liaisons',
      dueAt,
      ...(skip !== undefined && { skip }),
      outcome: () => reminded(deps, { ...of, rung, key }),
    };
  });
}

async function reminded(
  deps: Deps,
  of: { period: PeriodRow; calendar: Calendar; now: number; rung: Rung; key: string },
): Promise<Outcome> {
  const { period, rung, now, key } = of;
  const sheets = await periodSheets(deps.db, period.id);
  const { people, unserved } = await reachOf(deps, { rung, sheets, day: dayAt(now) });
  const occasion: Occasion = { ...of, unitName: (unit) => deps.notice.unit(unit)?.name ?? unit };
  const messages = [...people].map(([openId, about]) =>
    toPerson(`${key}:${openId}`, openId, reminderCard(occasion, about)),
  );
  if (unserved.length === 0) return { messages, writes: [] };
  const office = await officeMembers(deps.db, deps.office);
  const task = unservedCard(occasion, unserved);
  return {
    messages: [...messages, ...office.map((openId) => toPerson(`${key}:unserved:${openId}`, openId, task))],
    writes: [],
  };
}

function toPerson(key: string, openId: string, card: Card): OutboundMessage {
  return { key, to: { person: openId as OpenId }, body: { type: 'card', card } };
}
