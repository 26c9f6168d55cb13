import type { LedgerEntryRow } from '../../db/queries/ledger.ts';
import type { Calendar } from '../reminders/calendar.ts';

/** So few working days before its deadline an entry turns yellow. Ours, not the notice's. */
const NEAR_WORKDAYS = 3;

/** 正常 · 临近 · 逾期 · 待核 · 已销号 */
export type Light = 'green' | 'yellow' | 'red' | 'waiting' | 'closed';

/** How an entry stands on a day in Asia/Shanghai. What waits for the office is nobody's lateness. */
export function lightOf(
  { status, due_on }: Pick<LedgerEntryRow, 'status' | 'due_on'>,
  at: { today: string; calendar: Calendar },
): Light {
  if (status === 'closed') return 'closed';
  if (status === 'closing') return 'waiting';
  if (due_on < at.today) return 'red';
  return at.calendar.workdaysBetween(at.today, due_on) <= NEAR_WORKDAYS ? 'yellow' : 'green';
}
