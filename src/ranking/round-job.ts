import { roundsOver } from '../../db/queries/objections.ts';
import { officeMembers } from '../../db/queries/people.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import { calendarOf } from '../reminders/china.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { actOf } from '../reports/act.ts';
import { queueOf } from './objections.ts';

/** Away from full and half hours, when everybody sends. */
const AFTER_MS = 7 * 60_000;

/**
 * 异议期满提醒: to each member of the office, once a round, when it is over and its ranking is not published: whether it
 * can be, or which objections still wait for an answer. One that was missed goes at the next allowed hour.
 */
export async function roundsToSettle(deps: Deps, now: number): Promise<Occurrence[]> {
  const rounds = await roundsOver(deps.db, now - AFTER_MS);
  if (rounds.length === 0 || whenToTell(now, await calendarOf(deps.db)) !== now) return [];
  const members = await officeMembers(deps.db, deps.office);
  return rounds.flatMap(({ span, closes_at }) =>
    members.map((person) => {
      const key = `round-over:${span}:${person}`;
      return {
        key,
        kind: 'round-over',
        to: person,
        dueAt: closes_at + AFTER_MS,
        outcome: async () => {
          const act = await actOf(deps, { sender: person as OpenId, key });
          const card = await queueOf(act, span, { title: '异议期已满' });
          return {
            messages: [{ key, to: { person: person as OpenId }, body: { type: 'card', card } }],
            writes: [],
          };
        },
      };
    }),
  );
}
