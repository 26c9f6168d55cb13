import type { PeriodRow } from '../../db/queries/periods.ts';
import type { ReportSheet } from '../../db/queries/reports.ts';
import { button, buttonRow, type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { dayAt, timeAt } from '../clock.ts';
import { contentOf, hasContent } from '../reports/content.ts';
import { lateDays, type PeriodId, periodName } from '../reports/period.ts';
import { dueName, OURS } from '../reports/texts.ts';
import type { Calendar } from './calendar.ts';
import type { Reminded } from './ladder-people.ts';
import { snoozeInstants } from './snooze-times.ts';

/** Units that a card shows with what they lack and a button, and items of each that it names. */
const MOST_UNITS = 10;
const MOST_ITEMS = 5;

/** What every card of one rung has in common. */
export interface Occasion {
  period: Pick<PeriodRow, 'id' | 'due_on'>;
  calendar: Calendar;
  /** Instant in ms. */
  now: number;
  unitName: (unit: string) => string;
  /** Instant in ms at which the reader wants to see it again, once he has chosen. */
  snoozedTo?: number;
}

/** 催报: what is missing, until when, and the way to the form. */
export function reminderCard(occasion: Occasion, { own, led }: Reminded): Card {
  const late = lateOf(occasion);
  const name = periodName(occasion.period.id as PeriodId);
  const whose = own.length > 0 ? '还没有提交' : `分包小组有${led.length}个牵头单位未报`;
  return card({
    summary: `${name}报送：${whose}`,
    header: { title: `${name}报送 · ${whose}`, template: late > 0 ? 'red' : 'orange' },
    elements: [
      markdown(dueLine(occasion, late)),
      ...own.slice(0, MOST_UNITS).flatMap((sheet) => unitElements(occasion, sheet)),
      ...rest(occasion, own.slice(MOST_UNITS)),
      ...(led.length > 0 ? [text(`您分包的小组，牵头单位未报：${namesOf(occasion, led)}。`)] : []),
      ...snoozeElements(occasion),
      text(OURS, { size: 'notation', color: 'grey' }),
    ],
  });
}

/** For the office: units that are late or soon will be, and that nobody can be reminded in. */
export function unservedCard(occasion: Occasion, sheets: readonly ReportSheet[]): Card {
  const name = periodName(occasion.period.id as PeriodId);
  return card({
    summary: `待办：${sheets.length}个单位没有联络员，催报送不到`,
    header: { title: `${name}催报 · ${sheets.length}个单位没有联络员`, template: 'orange' },
    elements: [
      text(`还没有提交，也没有联络员可催：${namesOf(occasion, sheets)}。`),
      text('请绑定联络员，例如：/绑定 单位名称 @某人 联络员。绑定后会自动收到本期的填报卡片。'),
    ],
  });
}

function lateOf({ period, calendar, now }: Occasion): number {
  return lateDays(now, { day: period.due_on, calendar });
}

function dueLine({ period, now }: Occasion, late: number): string {
  const due = dueName(period.due_on, dayAt(now));
  return late > 0
    ? `**截止时间**：${due}，已**逾期${late}个工作日**；办公室锁定前都可以补报。`
    : `**截止时间**：${due}`;
}

function unitElements({ period, unitName }: Occasion, { report, items }: ReportSheet): Element[] {
  const empty = items.filter((item) => !hasContent(contentOf(item)));
  const titles = empty.slice(0, MOST_ITEMS).map((item) => `${item.position}. ${escapeMarkdown(item.title)}`);
  const more = empty.length > titles.length ? [`……等${empty.length}项`] : [];
  const says =
    empty.length === 0
      ? `${items.length}项都已填，点“继续填报”后预览、提交。`
      : `共${items.length}项，还有${empty.length}项没有内容：`;
  return [
    markdown([`**${escapeMarkdown(unitName(report.unit))}**　${says}`, ...titles, ...more].join('\n')),
    buttonRow([
      button({
        label: report.status === 'none' ? '开始填报' : '继续填报',
        type: 'primary',
        value: { action: 'report-open', period: period.id, unit: report.unit },
      }),
    ]),
  ];
}

/** 稍后提醒: the times of this day that are left, and the one that was chosen. */
function snoozeElements({ period, calendar, now, snoozedTo }: Occasion): Element[] {
  const others = snoozeInstants(now, calendar).filter((at) => at !== snoozedTo);
  const label = (at: number) => `${snoozedTo === undefined ? '稍后提醒' : '改为'} ${timeAt(at)}`;
  return [
    ...(snoozedTo === undefined
      ? []
      : [markdown(`⏰ 今天**${timeAt(snoozedTo)}**再提醒您一次，已报送就不再提醒。`)]),
    ...(others.length === 0
      ? []
      : [
          buttonRow(
            others.map((at) =>
              button({
                label: label(at),
                size: 'small',
                value: { action: 'snooze', period: period.id, time: timeAt(at) },
              }),
            ),
          ),
        ]),
  ];
}

function rest(occasion: Occasion, sheets: readonly ReportSheet[]): Element[] {
  if (sheets.length === 0) return [];
  return [text(`还有：${namesOf(occasion, sheets)}。发“/报送”可以看到全部。`)];
}

function namesOf({ unitName }: Occasion, sheets: readonly ReportSheet[]): string {
  return sheets.map(({ report }) => unitName(report.unit)).join('、');
}
