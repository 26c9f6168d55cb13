import type { Calendar } from './calendar.ts';

const GUESSED = '（放假安排未公布，日期为推算）';

/**
 * What is said beside days that the published 放假安排 does not reach, or that were counted from such a day; empty where
 * all are known. Days in Asia/Shanghai.
 */
export function guessNote(calendar: Calendar, ...days: string[]): string {
  return days.every((day) => calendar.isCovered(day)) ? '' : GUESSED;
}
