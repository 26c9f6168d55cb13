/** The only zone of the story; China keeps one offset all year. */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

export const JUMPS = ['T-10', 'T-3', 'T0', 'T+1', 'monday', 'quarter-end'] as const;
export type Jump = (typeof JUMPS)[number];

/** Whether a day (`2026-12-28`) is worked on. */
export type IsWorkingDay = (day: string) => boolean;

/** Working days from the due day of a quarter's report. */
const FROM_DUE: Record<Exclude<Jump, 'monday' | 'quarter-end'>, number> = {
  'T-10': -10,
  'T-3': -3,
  T0: 0,
  'T+1': 1,
};
/** The report is due on this working day after the quarter ends. */
const DUE_WORKING_DAY = 5;
/** So long after its due day, in working days, a report is still the current one. */
const STILL_CURRENT = 10;
/** When the story's scheduled messages go out. */
const MORNING = '09:07';
const EVENING = '17:00';

export const notWeekend: IsWorkingDay = (day) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/**
 * The instant in ms that a jump from `now` leads to: 09:07 of the day, for a quarter's end 17:00. `T` is the due day
 * of the current report: that of the last quarter until ten working days after it was due, then the running one's.
 */
export function instantOfJump(jump: Jump, now: number, isWorkingDay: IsWorkingDay = notWeekend): number {
  const today = dayAt(now);
  if (jump === 'monday') return instant(nextMonday(today), MORNING);
  if (jump === 'quarter-end') {
    const end = quarterEnd(today, 0);
    return instant(instant(end, EVENING) > now ? end : quarterEnd(today, 1), EVENING);
  }
  return instant(workingDaysFrom(currentDueDay(today, isWorkingDay), FROM_DUE[jump], isWorkingDay), MORNING);
}

/** Due day of the current report, seen from a day. */
function currentDueDay(today: string, isWorkingDay: IsWorkingDay = notWeekend): string {
  const last = workingDaysFrom(quarterEnd(today, -1), DUE_WORKING_DAY, isWorkingDay);
  if (today <= workingDaysFrom(last, STILL_CURRENT, isWorkingDay)) return last;
  return workingDaysFrom(quarterEnd(today, 0), DUE_WORKING_DAY, isWorkingDay);
}

/** Last day of the quarter that a day is in, `shift` quarters later. */
function quarterEnd(day: string, shift: number): string {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3) + shift;
  return new Date(Date.UTC(year, (quarter + 1) * 3, 0)).toISOString().slice(0, 10);
}

function workingDaysFrom(day: string, count: number, isWorkingDay: IsWorkingDay): string {
  const step = Math.sign(count);
  let left = Math.abs(count);
  let found = day;
  while (left > 0) {
    found = plusDays(found, step);
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

function nextMonday(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, (8 - weekday) % 7 || 7);
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function dayAt(ms: number): string {
  return new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

function instant(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00+08:00`);
}
