import { officeMembers } from '../../db/queries/people.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import { saysCard } from '../reports/act.ts';
import { type Rules, ruleOf } from '../schedule/rule.ts';
import { weekOf } from '../schedule/weekly.ts';
import { opened, sentenceOf } from '../schedule/wording.ts';
import { calendarOf } from './china.ts';
import { whenToTell } from './quiet.ts';

/** The State Council publishes next year's arrangement in November, as a rule. */
const FROM = '11-01';

/** From 1 November, once a week to each of the office until next year's 放假安排 is there; in working hours. */
export async function calendarAlerts(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const today = dayAt(now);
  const year = today.slice(0, 4);
  if (today < `${year}-${FROM}`) return [];
  const calendar = await calendarOf(deps.db);
  const next = String(Number(year) + 1);
  if (calendar.isCovered(`${next}-12-31`)) return [];
  const rule = ruleOf(rules, 'calendar');
  const { monday, dueAt, isDue, isTooLate } = weekOf(rule, { now, calendar, from: `${year}-${FROM}` });
  if (!isDue || whenToTell(now, calendar) !== now) return [];
  const card = saysCard(
    `${next}年放假安排还没有导入`,
    [
      `现在${next}年的工作日按周一至周五**推算**，截止日和提醒的日子可能不准。`,
      '国务院办公厅公布后，请发“/日程 导入”，后面粘贴通知全文；也可以把表格（xlsx、csv，一列日期，一列“放假”或“上班”）发给我，文件名里写“放假”。先看预览，确认之前不会改动任何日子。',
      '导入之前每周提醒一次。',
    ],
    'orange',
  );
  const members = await officeMembers(deps.db, deps.office);
  return members.map((person) => {
    const key = `calendar:${next}:${monday}:${person}`;
    return {
      key,
      kind: 'calendar',
      to: person,
      dueAt,
      ...(isTooLate && { skip: `错过应发时间已有${rule.latest}个工作日，与下一次合并` }),
      outcome: async () => ({
        messages: [
          {
            key,
            to: { person: person as OpenId },
            body: { type: 'card', card: opened(card, sentenceOf(rule, {})) },
          },
        ],
        writes: [],
      }),
    };
  });
}
