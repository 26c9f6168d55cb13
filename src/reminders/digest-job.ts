import { digestReaders, lastDigestAt } from '../../db/queries/digest.ts';
import { rightsOf } from '../../db/queries/people.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { scopeOf } from '../progress/scope.ts';
import { type Calendar, plusDays } from './calendar.ts';
import { calendarOf } from './china.ts';
import { digestOf } from './digest.ts';
import { digestCard } from './digest-card.ts';
import { whenToTell } from './quiet.ts';

/** Of the week's first working day. Away from full and half hours, when everybody sends. */
const TIME = '09:07';
/** Later than this it waits for the next one, which holds what this one would have said. */
const LATEST_WORKDAYS = 2;

/** 每周动态: once a week to each of the office and each bound leader; decided without a message when nothing changed. */
export async function weeklyDigests(deps: Deps, now: number): Promise<Occurrence[]> {
  const calendar = await calendarOf(deps.db);
  if (whenToTell(now, calendar) !== now) return [];
  const today = dayAt(now);
  const monday = mondayOf(today);
  const day = calendar.plusWorkdays(monday, 0);
  const dueAt = instantOf(day, TIME);
  if (now < dueAt) return [];
  const isTooLate = calendar.workdaysBetween(day, today) > LATEST_WORKDAYS;
  const people = await digestReaders(deps.db, { office: deps.office, boundBy: dueAt });
  return people.map((person) => {
    const key = `digest:${monday}:${person}`;
    return {
      key,
      kind: 'digest',
      to: person,
      dueAt,
      ...(isTooLate && { skip: `错过应发时间超过${LATEST_WORKDAYS}个工作日，与下一次合并` }),
      outcome: () => digestOutcome(deps, { key, person, now, first: weekBefore(monday, calendar) }),
    };
  });
}

async function digestOutcome(
  deps: Deps,
  of: { key: string; person: string; now: number; first: number },
): Promise<Outcome> {
  const { key, person, now } = of;
  const since = (await lastDigestAt(deps.db, person)) ?? of.first;
  const rights = await rightsOf(deps.db, person, { day: dayAt(now), office: deps.office });
  const reader = { scope: scopeOf(rights, deps.notice), notice: deps.notice };
  const periods = await digestOf(deps, { scope: reader.scope, since });
  if (periods.length === 0) return { messages: [], writes: [] };
  const card = digestCard(periods, { reader, since, now });
  return { messages: [{ key, to: { person: person as OpenId }, body: { type: 'card', card } }], writes: [] };
}

/** Where a person's first digest begins: when the one before it would have been sent. Instant in ms. */
function weekBefore(monday: string, calendar: Calendar): number {
  return instantOf(calendar.plusWorkdays(plusDays(monday, -7), 0), TIME);
}

function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((weekday + 6) % 7));
}
