import { decidedOccurrences } from '../../db/queries/occurrences.ts';
import { rightsOf } from '../../db/queries/people.ts';
import { periodById } from '../../db/queries/periods.ts';
import { type SnoozeRow, snoozesDue } from '../../db/queries/snoozes.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { OpenId } from '../ids.ts';
import type { Occurrence } from '../jobs.ts';
import type { Anew, Asked } from '../reasons.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf } from './china.ts';
import { reminderCard } from './ladder-card.ts';
import { whenToTell } from './quiet.ts';
import { isNothing, stillToRemind } from './snooze.ts';

/** Older choices were decided long ago, or the bot was not running for days. */
const LOOK_BACK_MS = 7 * 24 * 60 * 60_000;

/** 稍后提醒: the card again, once, for those who chose a time that has come; everything is checked anew. */
export async function snoozedReminders(deps: Deps, now: number): Promise<Occurrence[]> {
  const chosen = await snoozesDue(deps.db, { from: now - LOOK_BACK_MS, to: now });
  if (chosen.length === 0) return [];
  const decided = await decidedOccurrences(deps.db, chosen.map(keyOf));
  const open = chosen.filter((row) => !decided.has(keyOf(row)));
  if (open.length === 0) return [];
  const calendar = await calendarOf(deps.db);
  if (whenToTell(now, calendar) !== now) return [];
  return Promise.all(open.map((row) => remindedAgain(deps, row, { calendar, now })));
}

function keyOf({ period, open_id, at }: SnoozeRow): string {
  return `snooze:${period}:${open_id}:${at}`;
}

async function remindedAgain(
  deps: Deps,
  row: SnoozeRow,
  when: { calendar: Calendar; now: number },
): Promise<Occurrence> {
  const occurrence = { key: keyOf(row), kind: 'snooze', to: row.open_id, dueAt: row.at };
  const skipped = (skip: string): Occurrence => ({ ...occurrence, skip, outcome: nothing });
  const { now } = when;
  if (dayAt(row.at) !== dayAt(now)) return skipped('当天没有发出，不再补发');
  const period = await periodById(deps.db, row.period);
  if (period?.status !== 'open') return skipped('本期已锁定');
  const rights = await rightsOf(deps.db, row.open_id, { day: dayAt(now), office: deps.office });
  const about = await stillToRemind(deps, { period, rights, now });
  if (about === undefined) return skipped('已不负责有关单位');
  if (isNothing(about)) return skipped('有关单位都已报送');
  const unitName = (unit: string) => deps.notice.unit(unit)?.name ?? unit;
  const shown = reminderCard({ ...when, period, unitName }, about);
  return {
    ...occurrence,
    outcome: async () => ({
      messages: [
        { key: occurrence.key, to: { person: row.open_id as OpenId }, body: { type: 'card', card: shown } },
      ],
      writes: [],
    }),
  };
}

/** 稍后提醒 at the moment of sending, all checked anew. */
export async function snoozeAnew(deps: Deps, of: Asked): Promise<Anew> {
  const [, period = '', open_id = '', at] = of.reason.occurrence.split(':');
  const again = await remindedAgain(deps, { period, open_id, at: Number(at), set_at: 0 }, of);
  return again.skip ?? (await again.outcome()).messages;
}

async function nothing() {
  return { messages: [], writes: [] };
}
