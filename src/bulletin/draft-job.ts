import { latestBulletin } from '../../db/queries/bulletins.ts';
import { officeMembers } from '../../db/queries/people.ts';
import { type PeriodRow, pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { plusDays } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { actOf, audit } from '../reports/act.ts';
import type { PeriodId } from '../reports/period.ts';
import { bulletinDesk } from './desk.ts';
import { deskCard } from './desk-card.ts';
import { settled } from './settle.ts';

const TIME = '09:17';
/** A period that was locked longer ago is from before this rule: its bulletin is begun by asking for it. */
const LATEST_WORKDAYS = 5;

/** 通报草稿: made by itself the working morning after a period was locked, unless somebody has begun it; the office is told. */
export async function bulletinDrafts(deps: Deps, now: number): Promise<Occurrence[]> {
  const calendar = await calendarOf(deps.db);
  if (whenToTell(now, calendar) !== now) return [];
  const periods = await pastAndOpenPeriods(deps.db);
  const due = periods.map(async (period) => {
    const { locked_at } = period;
    if (locked_at === null) return [];
    const day = calendar.plusWorkdays(plusDays(dayAt(locked_at), 1), 0);
    const dueAt = instantOf(day, TIME);
    if (now < dueAt || (await latestBulletin(deps.db, period.id)) !== undefined) return [];
    const isTooLate = calendar.workdaysBetween(day, dayAt(now)) > LATEST_WORKDAYS;
    return [draftOf(deps, period, { dueAt, isTooLate })];
  });
  return (await Promise.all(due)).flat();
}

function draftOf(
  deps: Deps,
  { id }: PeriodRow,
  { dueAt, isTooLate }: { dueAt: number; isTooLate: boolean },
): Occurrence {
  const key = `bulletin-draft:${id}`;
  return {
    key,
    kind: 'bulletin-draft',
    to: 'office',
    dueAt,
    ...(isTooLate && { skip: `锁定已超过${LATEST_WORKDAYS}个工作日，需要时发“/通报 ${id}”` }),
    outcome: () => outcome(deps, key, id as PeriodId),
  };
}

async function outcome(deps: Deps, key: string, id: PeriodId): Promise<Outcome> {
  const act = await actOf(deps, { sender: 'bot' as OpenId, key });
  const { desk, writes } = settled(await bulletinDesk(act, id));
  const members = await officeMembers(deps.db, deps.office);
  return {
    messages: members.map((person) => ({
      key: `${key}:${person}`,
      to: { person: person as OpenId },
      body: { type: 'card', card: deskCard(desk) },
    })),
    writes: [...writes, audit(act, 'draft-bulletin', { subject: `period:${id}` })],
  };
}
