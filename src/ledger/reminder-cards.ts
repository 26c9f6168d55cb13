import type { LedgerEntryRow } from '../../db/queries/ledger.ts';
import { type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import type { Calendar } from '../reminders/calendar.ts';
import { guessNote } from '../reminders/guess.ts';
import { dayName } from '../reports/texts.ts';
import { UNIT_HINTS } from './cards.ts';
import { lightOf } from './light.ts';
import { LIGHTS } from './texts.ts';

/** More would not fit into a card; the list of all is a tap away. */
const MOST_LISTED = 12;
const LISTED_WORDS = 80;
const OURS = '提醒的日子由本系统设定，通知只要求台账式、清单式管理（附件1·四（三），附件2·三（一））。';

/** What the cards of one sending have in common. */
export interface Telling {
  /** In Asia/Shanghai. */
  today: string;
  calendar: Calendar;
  unitName: (unit: string) => string;
}

/** For a unit's liaison: what has to be done until when, and how it is reported. */
export function unitReminderCard(telling: Telling, entries: readonly LedgerEntryRow[]): Card {
  const overdue = entries.filter((entry) => entry.due_on < telling.today).length;
  const today = entries.filter((entry) => entry.due_on === telling.today).length;
  const says =
    overdue > 0 ? `${overdue}条已逾期` : today > 0 ? `${today}条今天到期` : `${entries.length}条临近期限`;
  const [only, ...others] = entries;
  return card({
    summary: `台账提醒：${says}`,
    header: { title: `台账提醒 · ${says}`, template: overdue > 0 ? 'red' : 'orange' },
    elements: [
      ...listed(telling, entries),
      markdown(UNIT_HINTS.open(only === undefined || others.length > 0 ? '编号' : only.no)),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

/** For the office and the leaders: what has become overdue, in one summary. @param whose `您分包领域`, or empty */
export function overdueCard(telling: Telling, entries: readonly LedgerEntryRow[], whose: string): Card {
  const says = `${whose}${entries.length}条逾期`;
  const units = new Set(entries.map((entry) => entry.unit)).size;
  return card({
    summary: `台账提醒：${says}`,
    header: { title: `台账提醒 · ${says}`, subtitle: `${units}个单位`, template: 'red' },
    elements: [
      ...listed(telling, entries),
      markdown('看经过：/台账 编号\n看全部：/台账'),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

/** For the office: entries that nobody can be reminded of. */
export function unservedEntriesCard(telling: Telling, entries: readonly LedgerEntryRow[]): Card {
  const units = [...new Set(entries.map((entry) => telling.unitName(entry.unit)))];
  const title = `台账提醒 · ${units.length}个单位没有联络员`;
  return card({
    summary: `待办：${units.length}个单位没有联络员，台账提醒送不到`,
    header: { title, template: 'orange' },
    elements: [
      text(`整改期限临近，没有联络员可提醒：${units.join('、')}。`),
      ...listed(telling, entries),
      text('请绑定联络员，例如：/绑定 单位名称 @某人 联络员；这几条请另行告知。'),
    ],
  });
}

function listed(telling: Telling, entries: readonly LedgerEntryRow[]): Element[] {
  const left = entries.length - MOST_LISTED;
  // The deadline was set by the office; what is counted to it or from it is the guess.
  const guess = guessNote(telling.calendar, telling.today, ...entries.map((entry) => entry.due_on));
  return [
    ...entries.slice(0, MOST_LISTED).map((entry) => markdown(entryLines(telling, entry))),
    ...(left > 0 ? [text(`还有${left}条没有列出，发“/台账”看全部。`)] : []),
    ...(guess === '' ? [] : [text(`工作日${guess}`, { size: 'notation', color: 'grey' })]),
  ];
}

function entryLines({ today, calendar, unitName }: Telling, entry: LedgerEntryRow): string {
  const due = `期限${dayName(entry.due_on, today)}（${leftText(entry.due_on, today, calendar)}）`;
  const done = entry.percent === null ? '' : `　完成${entry.percent}%`;
  return [
    `**${entry.no}　${escapeMarkdown(unitName(entry.unit))}**　${LIGHTS[lightOf(entry, { today, calendar })]}`,
    `${due}${done}`,
    `问题：${escapeMarkdown(short(entry.problem))}`,
    `整改措施：${escapeMarkdown(short(entry.measure))}`,
  ].join('\n');
}

function leftText(due: string, today: string, calendar: Calendar): string {
  if (due === today) return '今天到期';
  const days = calendar.workdaysBetween(today, due);
  if (due < today) return days === 0 ? '已过期限' : `逾期${-days}个工作日`;
  return days === 0 ? '休息日到期' : `还有${days}个工作日`;
}

function short(words: string): string {
  return words.length > LISTED_WORDS ? `${words.slice(0, LISTED_WORDS)}…` : words;
}
