import type { Db } from '../../db/database.ts';
import type { OutboxRow } from '../../db/queries/outbox.ts';
import { isFollowed } from '../../db/queries/outbox-morning.ts';
import { kindOf, reasonOfRow } from '../outbox/message.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';
import { laneMinute, waitedOn } from '../reminders/morning.ts';
import { whenToTell } from '../reminders/quiet.ts';
import { type Held, heldNow } from './paused.ts';
import { ruleOfKind } from './rules.ts';

/** A broadcast asks for the calendar once, not once a message. */
const CALENDAR_LASTS_MS = 60_000;

/** What is paused is looked at again so often. */
const HELD_MS = 5 * 60_000;
/** The pauses are read once for all that is sent in the same moment. */
const MOMENT_MS = 200;

/** Whether it may go in working hours only: what goes by a rule, the office's own 催报, alerts of what failed. */
function isBound({ key, broadcast }: OutboxRow): boolean {
  const [kind = ''] = key.split(':');
  return ruleOfKind(kind) !== undefined || kind === 'alert' || broadcast?.startsWith('nudge:') === true;
}

/**
 * Makes the function that says when a row may go, instants in ms: what the bot sends by itself and the office's 催报 do
 * not slip into the night by a retry or a restart (减轻基层负担); answers, changes of cards and 加急 go at once. What
 * stood there overnight goes in its lane's minute of the morning, sooner where something newer is to follow it. What the
 * office has paused waits, also where it was decided before.
 */
export function quietGuard(db: Db): (row: OutboxRow, now: number) => Promise<number> {
  let known: { calendar: Calendar; at: number } | undefined;
  let held: { is: Held; at: number } | undefined;
  return async (row, now) => {
    if (row.kind !== 'send' || !isBound(row)) return now;
    const reason = reasonOfRow(row);
    // The office's own 催报 is nothing that goes by itself.
    if (reason !== undefined && ruleOfKind(kindOf(reason)) !== undefined) {
      if (held === undefined || Math.abs(now - held.at) > MOMENT_MS)
        held = { is: await heldNow(db), at: now };
      if (held.is(kindOf(reason)) !== undefined) return now + HELD_MS;
    }
    if (known === undefined || Math.abs(now - known.at) > CALENDAR_LASTS_MS)
      known = { calendar: await calendarOf(db), at: now };
    const from = whenToTell(now, known.calendar);
    if (from > now) return laneMinute(row.lane, from);
    const waited = waitedOn(now);
    const minute = laneMinute(row.lane, waited.from);
    if (row.created_at >= waited.from || minute <= now) return now;
    return (await isFollowed(db, row, waited)) ? now : minute;
  };
}
