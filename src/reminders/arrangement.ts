import { type Calendar, plusDays } from './calendar.ts';

/** 放假安排 of one year as it was read: days named, and where. Nothing is checked yet. */
export interface ReadArrangement {
  /** Undefined: neither the title nor a date says it. */
  year: number | undefined;
  entries: ArrangementEntry[];
  /** What could not be read at all. */
  faults: ArrangementFault[];
}

/** One clause, e.g. `1月1日（周四）至3日（周六）放假调休，共3天`. */
export interface ArrangementEntry {
  /** Line of the text or row of the table, from 1. */
  line: number;
  /** 元旦; empty in a table. */
  name: string;
  kind: 'off' | 'work';
  days: NamedDay[];
  /** 共N天, said of the days off of the whole holiday. */
  count?: number;
}

/** A day as it was written; it may be impossible. */
export interface NamedDay {
  year: number;
  month: number;
  date: number;
  /** 0 (周日) … 6, where the text says it. */
  weekday?: number;
}

/** Something wrong, as the office reads it. */
export interface ArrangementFault {
  line: number;
  says: string;
}

/** Days off and make-up workdays, sorted; `faults` empty when they may be applied. */
export interface CheckedArrangement {
  year: number;
  off: string[];
  work: string[];
  faults: ArrangementFault[];
}

/** Holidays by law and the days within which each always has a day off: what is missing was forgotten in pasting. */
const HOLIDAYS: readonly [name: string, from: string, to: string][] = [
  ['元旦', '01-01', '01-01'],
  ['春节', '01-20', '02-27'],
  ['清明节', '04-03', '04-06'],
  ['劳动节', '05-01', '05-01'],
  ['端午节', '05-26', '06-27'],
  ['中秋节', '09-06', '10-08'],
  ['国庆节', '10-01', '10-01'],
];

const WEEKDAYS = '日一二三四五六';

/** `2027-04-04`; undefined for a day that no calendar has. */
function dayOf({ year, month, date }: NamedDay): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, date));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return undefined;
  return at.toISOString().slice(0, 10);
}

/**
 * Checks what was read against the calendar: impossible days, weekdays that do not match, 共N天 that does not add up,
 * make-up days that are weekdays, days named twice, holidays that are missing.
 *
 * @param known decides whether a year before this one is missing.
 */
export function checkArrangement(read: ReadArrangement, known: Calendar): CheckedArrangement {
  const year = read.year ?? 0;
  const faults = [...read.faults];
  if (read.year === undefined)
    faults.push({ line: 1, says: '没有写是哪一年，请连同标题“关于……年部分节假日安排的通知”一起粘贴' });
  else if (year > Number(known.coverageUntil.slice(0, 4)) + 1)
    faults.push({ line: 1, says: `${year - 1}年的安排还没有，请先导入${year - 1}年` });
  else if (`${year}-01-01` < '2007-01-01') faults.push({ line: 1, says: `${year}年太早，没有用处` });
  faults.push(
    ...read.entries.flatMap((entry) => dayFaults(entry, year)),
    ...countFaults(read.entries),
    ...clashes(read.entries),
  );
  const days = (kind: 'off' | 'work') =>
    [...new Set(read.entries.filter((entry) => entry.kind === kind).flatMap((entry) => valid(entry)))].sort();
  const off = days('off');
  if (read.year !== undefined && off.length > 0) faults.push(...missingHolidays(off, year, read.entries));
  if (off.length === 0) faults.push({ line: 1, says: '没有读到任何放假的日子' });
  return { year, off, work: days('work'), faults: faults.sort((a, b) => a.line - b.line) };
}

function valid(entry: ArrangementEntry): string[] {
  return entry.days.map(dayOf).filter((day) => day !== undefined);
}

function dayFaults(entry: ArrangementEntry, year: number): ArrangementFault[] {
  return entry.days.flatMap((named) => {
    const says = dayFault(named, entry, year);
    return says === undefined ? [] : [{ line: entry.line, says: `${entry.name}${says}` }];
  });
}

function dayFault(named: NamedDay, entry: ArrangementEntry, year: number): string | undefined {
  const shown = `${named.month}月${named.date}日`;
  const day = dayOf(named);
  if (day === undefined) return `${named.year}年没有${shown}`;
  const isOwn = named.year === year || (named.year === year - 1 && named.month === 12);
  if (year !== 0 && !isOwn) return `${named.year}年${shown}不属于${year}年的安排`;
  const weekday = weekdayOf(day);
  if (named.weekday !== undefined && named.weekday !== weekday)
    return `${shown}写的是周${WEEKDAYS[named.weekday]}，实际是周${WEEKDAYS[weekday]}`;
  if (entry.kind === 'work' && weekday !== 0 && weekday !== 6)
    return `${shown}是周${WEEKDAYS[weekday]}，本来就上班，不会是补班日`;
  return undefined;
}

/** 共N天 counts the days off of the clause it stands in. */
function countFaults(entries: readonly ArrangementEntry[]): ArrangementFault[] {
  return entries.flatMap((entry) =>
    entry.count === undefined || entry.count === entry.days.length
      ? []
      : [
          {
            line: entry.line,
            says: `${entry.name}写的是共${entry.count}天，但列出的是${entry.days.length}天`,
          },
        ],
  );
}

function clashes(entries: readonly ArrangementEntry[]): ArrangementFault[] {
  const seen = new Map<string, ArrangementEntry>();
  const faults: ArrangementFault[] = [];
  for (const entry of entries)
    for (const day of valid(entry)) {
      const first = seen.get(day);
      if (first !== undefined)
        faults.push({
          line: entry.line,
          says: `${entry.name}${shortName(day)}${first.kind === entry.kind ? '写了两次' : '又是放假又是上班'}（另一处在第${first.line}行）`,
        });
      seen.set(day, first ?? entry);
    }
  return faults;
}

function missingHolidays(
  off: readonly string[],
  year: number,
  entries: readonly ArrangementEntry[],
): ArrangementFault[] {
  const names = entries.map((entry) => entry.name).join('、');
  // 中秋节 may lie within 国庆节's days: a text says so by its names, a table has no names.
  const isSaid = (name: string) => names === '、'.repeat(entries.length - 1) || names.includes(name);
  const has = (from: string, to: string) =>
    off.some((day) => day >= `${year}-${from}` && day <= `${year}-${to}`);
  const last = Math.max(...entries.map((entry) => entry.line));
  return HOLIDAYS.filter(([name, from, to]) => !isSaid(name) || !has(from, to)).map(([name]) => ({
    line: last,
    says: `没有读到${name}的放假安排，一年的安排要一次导入`,
  }));
}

/** The days from one to another, both included; undefined when that is backwards or longer than any holiday. */
export function daysFromTo(from: NamedDay, to: NamedDay): NamedDay[] | undefined {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first === undefined || last === undefined) return [from, to];
  if (last < first || last > plusDays(first, LONGEST - 1)) return undefined;
  const days = [from];
  for (let day = plusDays(first, 1); day < last; day = plusDays(day, 1)) days.push(namedOf(day));
  return first === last ? days : [...days, to];
}

/** The longest holiday so far had 9 days (2026), 10 with what a city added. */
const LONGEST = 15;

/** A day as if it had been written. */
function namedOf(day: string): NamedDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}

/** 0 (周日) … 6. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function shortName(day: string): string {
  const { month, date } = namedOf(day);
  return `${month}月${date}日`;
}
