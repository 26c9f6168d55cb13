import { dayAt, instantOf } from '../clock.ts';
import type { Calendar } from './calendar.ts';
import { whenToTell } from './quiet.ts';

/** 稍后提醒 offers these times of a day (Asia/Shanghai), away from full and half hours. Ours. */
const TIMES = ['14:17', '16:47'] as const;

/** The instants (ms) of this day at which a reminder can come again: still ahead, and when people may be told. Pure. */
export function snoozeInstants(now: number, calendar: Calendar): number[] {
  const today = dayAt(now);
  return TIMES.map((time) => instantOf(today, time)).filter(
    (at) => at > now && whenToTell(at, calendar) === at,
  );
}
