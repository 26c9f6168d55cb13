import { decidedOccurrences, doneSince } from '../../db/queries/occurrences.ts';
import { officeMembers } from '../../db/queries/people.ts';
import { periodById } from '../../db/queries/periods.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import type { Anew, Asked } from '../reasons.ts';
import { calendarOf } from '../reminders/china.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { phaseOf } from '../reports/period.ts';
import { lateListCard } from './names-card.ts';
import { isMissing } from './standing.ts';
import { stateOf } from './state.ts';

/** 未报名单: after each rung of the ladder that went today after the due day, the office gets the names. */
export async function lateLists(deps: Deps, now: number): Promise<Occurrence[]> {
  const since = instantOf(dayAt(now), '00:00');
  const rungs = [...(await doneSince(deps.db, { prefix: 'remind:', since }))];
  if (rungs.length === 0) return [];
  const decided = await decidedOccurrences(deps.db, rungs.map(keyOf));
  const open = rungs.filter((rung) => !decided.has(keyOf(rung)));
  if (open.length === 0 || whenToTell(now, await calendarOf(deps.db)) !== now) return [];
  const found = await Promise.all(open.map((rung) => lateList(deps, rung, now)));
  return found.filter((one) => one !== undefined);
}

function keyOf(rung: string): string {
  return `late-list:${rung}`;
}

/** 未报名单 at the moment of sending: whoever is still late. */
export async function lateListAnew(deps: Deps, of: Asked): Promise<Anew> {
  const rung = of.reason.occurrence.slice(keyOf('').length);
  const anew = await lateList(deps, rung, of.now);
  if (anew === undefined) return '截止日已改，或本期已锁定';
  const { messages } = await anew.outcome();
  return messages.length === 0 ? '都已报送' : messages;
}

async function lateList(deps: Deps, rung: string, now: number): Promise<Occurrence | undefined> {
  const [, id = '', dueOn] = rung.split(':');
  const period = await periodById(deps.db, id);
  // What went on the due day itself, before its hour, was no rung for the late.
  const morning = instantOf(dayAt(now), '00:00');
  if (period === undefined || period.due_on !== dueOn || phaseOf(period, morning) !== 'late')
    return undefined;
  const key = keyOf(rung);
  return {
    key,
    kind: 'late-list',
    to: 'office',
    dueAt: now,
    outcome: async () => {
      const state = await stateOf(deps, period);
      const units = state.units.filter(isMissing).map((unit) => unit.unit);
      if (units.length === 0) return { messages: [], writes: [] };
      const card = lateListCard(state, units, deps.notice);
      const office = await officeMembers(deps.db, deps.office);
      const messages = office.map(
        (person): OutboundMessage => ({
          key: `${key}:${person}`,
          to: { person: person as OpenId },
          body: { type: 'card', card },
        }),
      );
      return { messages, writes: [] };
    },
  };
}
