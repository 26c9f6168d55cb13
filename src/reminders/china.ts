import table from '../../db/calendar/china.json' with { type: 'json' };
import type { Db } from '../../db/database.ts';
import { arrangements, type YearArrangement } from '../../db/queries/calendar.ts';
import { Calendar, CalendarTable } from './calendar.ts';

const PUBLISHED = CalendarTable.parse(table);
const calendarOfRelease = new Calendar(PUBLISHED);

/** The calendar as this release knows it, for what has no database (the sandbox's people). Else use `calendarOf`. */
export function publishedCalendar(): Calendar {
  return calendarOfRelease;
}

/** The calendar with what the release knows and the office has imported since. */
export async function calendarOf(db: Db): Promise<Calendar> {
  return calendarWith(await arrangements(db));
}

/** The release's calendar with imported years over it; one an imported year, in any order. */
export function calendarWith(imported: readonly YearArrangement[]): Calendar {
  if (imported.length === 0) return calendarOfRelease;
  return new Calendar([...imported].sort((a, b) => a.year - b.year).reduce(withYear, PUBLISHED));
}

/**
 * A table in which one year's arrangement replaces what was known of that year. The days it names at the end of the
 * year before (New Year's bridge) are added.
 */
export function withYear(known: CalendarTable, { year, off, work }: YearArrangement): CalendarTable {
  const named = new Set([...off, ...work]);
  const stays = (day: string) => !day.startsWith(`${year}-`) && !named.has(day);
  const end = `${year}-12-31`;
  return {
    coverageFrom: known.coverageFrom,
    coverageUntil: end > known.coverageUntil ? end : known.coverageUntil,
    off: [...known.off.filter(stays), ...off],
    work: [...known.work.filter(stays), ...work],
  };
}
