import table from '../../db/calendar/china.json' with { type: 'json' };
import { Calendar, CalendarTable } from './calendar.ts';

/** The calendar with the arrangements that the State Council has published, as far as the stored table goes. */
export function publishedCalendar(): Calendar {
  return new Calendar(CalendarTable.parse(table));
}
