import { latestBulletin } from '../../db/queries/bulletins.ts';
import { officeMembers } from '../../db/queries/people.ts';
import { type PeriodRow, pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { calendarOf } from '../reminders/china.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { actOf, audit } from '../reports/act.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { type Rule, type Rules, ruleOf } from '../schedule/rule.ts';
import { opened, sentenceOf } from '../schedule/wording.ts';
import { bulletinDesk } from './desk.ts';
import { deskCard } from './desk-card.ts';
import { settled } from './settle.ts';

/**
 * 通报草稿: made by itself on the rule's day after a period was locked, unless somebody has begun it; the office is told.
 * Of a period that was locked long ago it is begun by asking for it.
 */
export async function bulletinDrafts(deps: Deps, now: number, rules: Rules): Promise<Occurrence[]> {
  const rule = ruleOf(rules, 'bulletin-draft');
  if (!rule.isOn) return [];
  const calendar = await calendarOf(deps.db);
  if (whenToTell(now, calendar) !== now) return [];
  const periods = await pastAndOpenPeriods(deps.db);
  const due = periods.map(async (period) => {
    const { locked_at } = period;
    if (locked_at === null) return [];
    const day = calendar.plusWorkdays(dayAt(locked_at), rule.offset);
    const dueAt = instantOf(day, rule.time);
    if (now < dueAt || dueAt < rule.timedAt || (await latestBulletin(deps.db, period.id)) !== undefined)
      return [];
    const isTooLate = now >= instantOf(calendar.plusWorkdays(day, rule.latest), rule.time);
    return [draftOf(deps, period, { dueAt, isTooLate, rule })];
  });
  return (await Promise.all(due)).flat();
}

function draftOf(
  deps: Deps,
  { id }: PeriodRow,
  { dueAt, isTooLate, rule }: { dueAt: number; isTooLate: boolean; rule: Rule },
): Occurrence {
  const key = `bulletin-draft:${id}`;
  return {
    key,
    kind: 'bulletin-draft',
    to: 'office',
    dueAt,
    ...(isTooLate && { skip: `错过应发时间已有${rule.latest}个工作日，需要时发“/通报 ${id}”` }),
    outcome: () => outcome(deps, { key, id: id as PeriodId, rule }),
  };
}

async function outcome(
  deps: Deps,
  { key, id, rule }: { key: string; id: PeriodId; rule: Rule },
): Promise<Outcome> {
  const act = await actOf(deps, { sender: 'bot' as OpenId, key });
  const { desk, writes } = settled(await bulletinDesk(act, id));
  const card = opened(deskCard(desk), sentenceOf(rule, { 期: periodName(id) }));
  const members = await officeMembers(deps.db, deps.office);
  return {
    messages: members.map((person) => ({
      key: `${key}:${person}`,
      to: { person: person as OpenId },
      body: { type: 'card', card },
    })),
    writes: [...writes, audit(act, 'draft-bulletin', { subject: `period:${id}` })],
  };
}
