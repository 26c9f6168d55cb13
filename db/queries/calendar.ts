import type { Db } from '../database.ts';

/** Days off and make-up workdays that one year's arrangement names. */
export interface YearArrangement {
  year: number;
  off: string[];
  work: string[];
}

/** What the office imported, the newest version of each year, years ascending. */
export async function arrangements(db: Db): Promise<YearArrangement[]> {
  const rows = await db.query
    .selectFrom('arrangement')
    .select(['year', 'off', 'work'])
    .orderBy('year')
    .orderBy('version')
    .execute();
  const newest = new Map(rows.map((row) => [row.year, row]));
  return [...newest.values()].map((row) => ({
    year: row.year,
    off: JSON.parse(row.off) as string[],
    work: JSON.parse(row.work) as string[],
  }));
}
