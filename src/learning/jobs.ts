import { officeMembers } from '../../db/queries/people.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import { calendarOf } from '../reminders/china.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { type Rules, ruleOf } from '../schedule/rule.ts';
import { weekOf } from '../schedule/weekly.ts';
import { opened, sentenceOf } from '../schedule/wording.ts';
import { openQuestionsCard } from './list.ts';

/** 每周问题清单: to each member of the office, once a week, when there are open questions. */
export async function weeklyQuestions(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const rule = ruleOf(rules, 'questions');
  const calendar = await calendarOf(deps.db);
  const { monday, dueAt, isDue, isTooLate } = weekOf(rule, { now, calendar });
  if (!isDue || whenToTell(now, calendar) !== now) return [];
  const members = await officeMembers(deps.db, deps.office);
  const card = await openQuestionsCard(deps, { onlyQuestions: true });
  if (card === undefined) return [];
  return members.map((person) => ({
    key: `questions:${monday}:${person}`,
    kind: 'questions',
    to: person,
    dueAt,
    ...(isTooLate && { skip: `错过应发时间已有${rule.latest}个工作日，与下一次合并` }),
    outcome: async () => ({
      messages: [
        {
          key: `questions:${monday}:${person}`,
          to: { person: person as OpenId },
          body: { type: 'card', card: opened(card, sentenceOf(rule, {})) },
        },
      ],
      writes: [],
    }),
  }));
}
