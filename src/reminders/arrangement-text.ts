import {
  type ArrangementEntry,
  type ArrangementFault,
  daysFromTo,
  type NamedDay,
  type ReadArrangement,
} from './arrangement.ts';

/** The title may be broken into lines, and its paper's number (〔2025〕7号) may stand before it. */
const TITLE_YEAR = /(\d{4})\s*年\s*(?:部分\s*)?节假日|现将\s*(\d{4})\s*年/;
/** `一、元旦：`, at the beginning of a line or pasted behind the last one; some papers write `国庆节、中秋节：`. */
const ITEM = /(?:[一二三四五六七八九十]+|\d+)[、.．]\s*([一-鿿]{2,4}(?:[、和][一-鿿]{2,4})?)\s*[：:]/g;
/** What is done on the days before it. The longer words first. */
const VERB = /放假调休|放假|补休|调休|休息|上班/g;
const DATE =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})[日号](?:[（(]([^）)]*)[）)])?(\s*(?:至|到|[-—–~～]+)\s*)?/g;
const WEEKDAY = /(?:周|星期|礼拜)([一二三四五六日天])/;
const COUNT = /(?:共|放假)\s*(\d{1,2})\s*天/;
/** What stands under the last item: the office's name and the day it signed. */
const SIGNED = /^[^\d]*\d{4}年\d{1,2}月\d{1,2}日(?!\s*\()(?:[^\d日号]*)$/;
/** Advice about paid leave binds nobody. */
const ADVICE = /^\s*(?:鼓励|建议|倡导)/;

/**
 * Reads the State Council's arrangement as it is published, e.g.
 * `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。`
 *
 * @param text its title (or a bare `2027年` before the first item) says the year; lines count from 1.
 */
export function readArrangementText(text: string): ReadArrangement {
  const plain = text.normalize('NFKC').replace(/\r\n?/g, '\n');
  const items = [...plain.matchAll(ITEM)];
  const head = plain.slice(0, items[0]?.index ?? plain.length);
  const [, titled, announced] = TITLE_YEAR.exec(plain) ?? [];
  const said = titled ?? announced ?? /(?<!\d)(20\d{2})(?!\d)/.exec(head)?.[1];
  const year = said === undefined ? undefined : Number(said);
  const entries: ArrangementEntry[] = [];
  const faults: ArrangementFault[] = [];
  items.forEach((item, index) => {
    const start = item.index + item[0].length;
    const end = items[index + 1]?.index ?? plain.length;
    const read = readItem(plain.slice(start, end), {
      name: item[1] ?? '',
      isLast: index === items.length - 1,
      year: year ?? 0,
      lineAt: (offset) => plain.slice(0, start + offset).split('\n').length,
    });
    entries.push(...read.entries);
    faults.push(...read.faults);
  });
  if (items.length === 0) faults.push({ line: 1, says: '没有读到“一、元旦：……”这样的条目，请粘贴通知全文' });
  return { year, entries, faults };
}

interface Item {
  name: string;
  isLast: boolean;
  year: number;
  lineAt: (offset: number) => number;
}

function readItem(body: string, item: Item): Omit<ReadArrangement, 'year'> {
  const entries: ArrangementEntry[] = [];
  const faults: ArrangementFault[] = [];
  for (const sentence of body.matchAll(/[^。;\n]+/g)) {
    if (ADVICE.test(sentence[0]) || (item.isLast && isSignature(sentence[0]))) continue;
    const line = item.lineAt(sentence.index);
    const read = readSentence(sentence[0], { ...item, line });
    if (typeof read === 'string') faults.push({ line, says: `${item.name}${read}` });
    else entries.push(...read);
  }
  if (entries.length === 0 && faults.length === 0)
    faults.push({ line: item.lineAt(0), says: `${item.name}没有读到日子` });
  return { entries, faults };
}

function isSignature(sentence: string): boolean {
  return sentence.search(VERB) === -1 && SIGNED.test(sentence.trim().replace(/\(此件公开发布\)$/, ''));
}

/** Clauses of a sentence, each ending with its verb; what is wrong as a text. */
function readSentence(sentence: string, of: Item & { line: number }): ArrangementEntry[] | string {
  const entries: ArrangementEntry[] = [];
  let from = 0;
  for (const verb of sentence.matchAll(VERB)) {
    const days = readDays(sentence.slice(from, verb.index), of);
    from = verb.index + verb[0].length;
    if (typeof days === 'string') return days;
    const kind = verb[0] === '上班' ? 'work' : 'off';
    if (days.length > 0) entries.push({ line: of.line, name: of.name, kind, days });
  }
  const left = readDays(sentence.slice(from), of);
  if (typeof left === 'string' || left.length > 0)
    return `有日子没有说是放假还是上班：“${sentence.trim().slice(0, 30)}”`;
  const count = COUNT.exec(sentence)?.[1];
  const first = entries[0];
  if (count !== undefined && first?.kind === 'off') first.count = Number(count);
  return entries;
}

/** The days of a clause, ranges spelled out; what is wrong as a text. */
function readDays(clause: string, { name, year }: Item): NamedDay[] | string {
  const days: NamedDay[] = [];
  let last: NamedDay | undefined;
  let isRange = false;
  for (const [, saidYear, saidMonth, date, note, until] of clause.matchAll(DATE)) {
    const month = Number(saidMonth ?? last?.month ?? 0);
    const named: NamedDay = {
      year: Number(saidYear ?? yearOf({ name, year, month })),
      month,
      date: Number(date),
      ...weekdayIn(note ?? ''),
    };
    if (isRange && last !== undefined) {
      const range = daysFromTo(last, named);
      if (range === undefined)
        return `从${last.month}月${last.date}日到${named.month}月${named.date}日不像一个假期`;
      days.push(...range.slice(1));
    } else {
      days.push(named);
    }
    last = named;
    isRange = until !== undefined;
  }
  return days;
}

/** 元旦 may begin in the December before, which papers do not always say. */
function yearOf({ name, year, month }: { name: string; year: number; month: number }): number {
  return name.includes('元旦') && month === 12 ? year - 1 : year;
}

function weekdayIn(note: string): { weekday?: number } {
  const found = WEEKDAY.exec(note)?.[1];
  return found === undefined ? {} : { weekday: '日一二三四五六天'.indexOf(found) % 7 };
}
