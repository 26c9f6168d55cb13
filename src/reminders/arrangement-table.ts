import type { Sheet, SheetRow } from '../files/sheet.ts';
import { quoted } from '../people/texts.ts';
import type { ArrangementEntry, ArrangementFault, NamedDay, ReadArrangement } from './arrangement.ts';

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/;
const OFF = /放假|休|假/;
const WORK = /上班|补班|工作/;

/**
 * Reads a table with a column of days (`2027-01-01`, `2027/1/1`, `2027年1月1日`) and one that says 放假 or 上班, in
 * whatever order; other columns are left alone. The year is the one most days lie in.
 */
export function readArrangementTable(sheets: readonly Sheet[]): ReadArrangement {
  const entries: ArrangementEntry[] = [];
  const faults: ArrangementFault[] = [];
  for (const row of sheets.flatMap((sheet) => sheet.rows)) {
    const read = readRow(row);
    if (read === undefined) continue;
    if ('says' in read) faults.push(read);
    else entries.push(read);
  }
  return { year: commonYear(entries), entries, faults };
}

/** Undefined for a title or a heading. */
function readRow({ no, cells }: SheetRow): ArrangementEntry | ArrangementFault | undefined {
  const texts = cells.map((cell) => cell.normalize('NFKC').trim()).filter((cell) => cell !== '');
  const day = texts.map(dayIn).find((found) => found !== undefined);
  const said = texts.find((cell) => dayIn(cell) === undefined && (WORK.test(cell) || OFF.test(cell)));
  const isHeading = !texts.some((cell) => /\d/.test(cell)) || texts.length < 2;
  if (day === undefined)
    return isHeading ? undefined : { line: no, says: `“${quoted(texts.join(' '))}”里没有读到日期` };
  if (said === undefined) return { line: no, says: '没有写是放假还是上班' };
  return { line: no, name: '', kind: WORK.test(said) ? 'work' : 'off', days: [day] };
}

function dayIn(cell: string): NamedDay | undefined {
  const [, year, month, date] = DATE.exec(cell) ?? [];
  return year === undefined ? undefined : { year: Number(year), month: Number(month), date: Number(date) };
}

function commonYear(entries: readonly ArrangementEntry[]): number | undefined {
  const years = Map.groupBy(
    entries.flatMap((entry) => entry.days),
    (day) => day.year,
  );
  return [...years].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
