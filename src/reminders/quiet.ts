import { dayAt, instantOf, timeAt } from '../clock.ts';
import { type Calendar, plusDays } from './calendar.ts';

/** Nobody is written to before. */
export const FROM = '08:00';
const UNTIL = '20:00';

/**
 * When somebody may be told what he did not ask for (减轻基层负担): at once on a working day between 08:00 and 20:00,
 * otherwise at 08:00 of the next one. Instants in ms.
 */
export function whenToTell(now: number, calendar: Calendar): number {
  const day = dayAt(now);
  const time = timeAt(now);
  if (calendar.isWorkday(day) && time >= FROM && time < UNTIL) return now;
  const next = calendar.plusWorkdays(time < FROM ? day : plusDays(day, 1), 0);
  return instantOf(next, FROM);
}
