import { roundsOver } from '../../db/queries/objections.ts';
import { officeMembers } from '../../db/queries/people.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { actOf } from '../reports/act.ts';
import { type Rule, type Rules, ruleOf } from '../schedule/rule.ts';
import { opened, sentenceOf } from '../schedule/wording.ts';
import { queueOf } from './objections.ts';

/**
 * 异议期满提醒: to each member of the office, once a round, when it is over and its ranking is not published: whether it
 * can be, or which objections still wait for an answer. One that was missed goes at the next allowed hour.
 */
export async function roundsToSettle(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const rule = ruleOf(rules, 'round-over');
  const over = rule.isOn ? await roundsOver(deps.db, now) : [];
  if (over.length === 0) return [];
  const calendar = await calendarOf(deps.db);
  if (whenToTell(now, calendar) !== now) return [];
  const rounds = over
    .map((round) => ({ ...round, dueAt: dueAtOf(rule, round.closes_at, calendar) }))
    .filter(({ dueAt }) => dueAt <= now && dueAt >= rule.timedAt);
  const members = await officeMembers(deps.db, deps.office);
  return rounds.flatMap(({ span, dueAt }) =>
    members.map((person) => {
      const key = `round-over:${span}:${person}`;
      return {
        key,
        kind: 'round-over',
        to: person,
        dueAt,
        outcome: async () => {
          const act = await actOf(deps, { sender: person as OpenId, key });
          const card = await queueOf(act, span, { title: '异议期已满' });
          return {
            messages: [
              {
                key,
                to: { person: person as OpenId },
                body: { type: 'card', card: opened(card, sentenceOf(rule, {})) },
              },
            ],
            writes: [],
          };
        },
      };
    }),
  );
}

/** When the rule speaks of a round that closes at an instant, never before it does. Instants in ms. */
function dueAtOf(rule: Rule, closesAt: number, calendar: Calendar): number {
  return Math.max(closesAt, instantOf(calendar.plusWorkdays(dayAt(closesAt), rule.offset), rule.time));
}
