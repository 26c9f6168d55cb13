import { officeMembers } from '../../db/queries/people.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import { plusDays } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';
import { openQuestionsCard } from './list.ts';

/** Monday's, or the first working day's after it. Away from full and half hours, when everybody sends. */
const TIME = '09:17';
/** Later in the week the list of that week has lost its sense; the next one holds its questions too. */
const LATEST_DAYS = 4;

/** 每周问题清单: to each member of the office, once a week, when there are open questions. */
export async function weeklyQuestions(deps: Deps, now: number): Promise<Occurrence[]> {
  const today = dayAt(now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const monday = plusDays(today, -((weekday + 6) % 7));
  const calendar = await calendarOf(deps.db);
  const day = calendar.plusWorkdays(monday, 0);
  const dueAt = instantOf(day, TIME);
  if (now < dueAt) return [];
  const isLate = today > plusDays(day, LATEST_DAYS) || !calendar.isWorkday(today);
  if (isLate) return [];
  const members = await officeMembers(deps.db, deps.office);
  const card = await openQuestionsCard(deps, { onlyQuestions: true });
  if (card === undefined) return [];
  return members.map((person) => ({
    key: `questions:${monday}:${person}`,
    kind: 'questions',
    to: person,
    dueAt,
    outcome: async () => ({
      messages: [
        {
          key: `questions:${monday}:${person}`,
          to: { person: person as OpenId },
          body: { type: 'card', card },
        },
      ],
      writes: [],
    }),
  }));
}
