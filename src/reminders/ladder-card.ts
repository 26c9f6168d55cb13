import type { PeriodRow } from '../../db/queries/periods.ts';
import type { ReportSheet } from '../../db/queries/reports.ts';
import type { DecisionRow } from '../../db/queries/reviews.ts';
import { button, buttonRow, type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { dayAt, timeAt } from '../clock.ts';
import { isMissing } from '../progress/standing.ts';
import { contentOf, hasContent } from '../reports/content.ts';
import { lateDays, type PeriodId, periodName } from '../reports/period.ts';
import { dayName, dueName, OURS, reasonsText } from '../reports/texts.ts';
import type { Calendar } from './calendar.ts';
import { guessNote } from './guess.ts';
import type { Reminded } from './ladder-people.ts';
import { snoozeInstants } from './snooze-times.ts';

/** Units that a card shows with what they lack and a button, and items of each that it names. */
const MOST_UNITS = 10;
const MOST_ITEMS = 5;
/** Of a reason for a return; the form shows it whole. */
const LONGEST_REASON = 150;

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
export function reminderCard(occasion: Occasion, about: Reminded): Card {
  const { own, led, returns } = about;
  const late = lateOf(occasion);
  const name = periodName(occasion.period.id as PeriodId);
  const whose = titleOf(about);
  const isNeverHandedIn = [...own, ...led].some(({ report }) => isMissing(report));
  return card({
    summary: `${name}报送：${whose}`,
    header: {
      title: `${name}报送 · ${whose}`,
      template: late > 0 && isNeverHandedIn ? 'red' : 'orange',
    },
    elements: [
      markdown(dueLine(occasion, { late, isNeverHandedIn })),
      ...own
        .slice(0, MOST_UNITS)
        .flatMap((sheet) => unitElements(occasion, sheet, returns.get(sheet.report.unit))),
      ...rest(occasion, own.slice(MOST_UNITS)),
      ...ledElements(occasion, led),
      ...(led.length > 0 ? [progressButton(occasion)] : []),
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

function titleOf({ own, led }: Reminded): string {
  const [missing, returned] = split(own);
  if (missing.length > 0) return '还没有提交';
  if (returned.length > 0) return '退回后还没有重新提交';
  const [ledMissing, ledReturned] = split(led);
  return ledMissing.length > 0
    ? `分包小组有${ledMissing.length}个牵头单位未报`
    : `分包小组有${ledReturned.length}个牵头单位退回后未重新提交`;
}

/** Those never handed in, and those sent back. */
function split(sheets: readonly ReportSheet[]): [missing: ReportSheet[], returned: ReportSheet[]] {
  return [
    sheets.filter(({ report }) => isMissing(report)),
    sheets.filter(({ report }) => !isMissing(report)),
  ];
}

/** Who was sent back is not late: the first submission decides timeliness (design: score). */
function dueLine(
  { period, calendar, now }: Occasion,
  { late, isNeverHandedIn }: { late: number; isNeverHandedIn: boolean },
): string {
  const due = `**截止时间**：${dueName(period.due_on, dayAt(now))}${guessNote(calendar, period.due_on)}`;
  if (late === 0) return due;
  return isNeverHandedIn
    ? `${due}，已**逾期${late}个工作日**；办公室锁定前都可以补报。`
    : `${due}，已经过了；办公室锁定前都可以重新提交，是否按时仍按第一次提交算。`;
}

function ledElements(occasion: Occasion, led: readonly ReportSheet[]): Element[] {
  const [missing, returned] = split(led);
  return [
    ...(missing.length > 0 ? [text(`您分包的小组，牵头单位未报：${namesOf(occasion, missing)}。`)] : []),
    ...(returned.length > 0
      ? [text(`您分包的小组，牵头单位退回后未重新提交：${namesOf(occasion, returned)}。`)]
      : []),
  ];
}

/** Whoever leads groups has no form to fill in; he looks at how far they are. */
function progressButton({ period }: Occasion): Element {
  const value = { action: 'progress', period: period.id, by: 'units', page: 0 };
  return button({ label: '报送进度', value });
}

function unitElements(
  occasion: Occasion,
  { report, items }: ReportSheet,
  decision: DecisionRow | undefined,
): Element[] {
  const { period, unitName } = occasion;
  const returned = report.status === 'returned' ? [returnedText(occasion, decision)] : [];
  const empty = items.filter((item) => !hasContent(contentOf(item)));
  const titles = empty.slice(0, MOST_ITEMS).map((item) => `${item.position}. ${escapeMarkdown(item.title)}`);
  const more = empty.length > titles.length ? [`……等${empty.length}项`] : [];
  const filled =
    empty.length === 0
      ? `${items.length}项都已填，点“继续填报”后预览、提交。`
      : `共${items.length}项，还有${empty.length}项没有内容：`;
  const lacks = [...(returned.length > 0 ? [filled] : []), ...titles, ...more];
  return [
    markdown([`**${escapeMarkdown(unitName(report.unit))}**　${returned[0] ?? filled}`, ...lacks].join('\n')),
    buttonRow([
      button({
        label: report.status === 'none' ? '开始填报' : '继续填报',
        type: 'primary',
        value: { action: 'report-open', period: period.id, unit: report.unit },
      }),
    ]),
  ];
}

/** 退回: when and why, so that nobody has to look for the older card. */
function returnedText({ now }: Occasion, decision: DecisionRow | undefined): string {
  if (decision === undefined) return '办公室已退回，请改好后重新提交。';
  const reason = reasonsText(decision);
  const shown = reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
  return `办公室**${dayName(dayAt(decision.at), dayAt(now))}退回**，请改好后重新提交。退回原因：${escapeMarkdown(shown)}`;
}

/** 稍后提醒: the times of this day that are left, and the one that was chosen. */
function snoozeElements({ period, calendar, now, snoozedTo }: Occasion): Element[] {
  const others = snoozeInstants(now, calendar).filter((at) => at !== snoozedTo);
  const label = (at: number) => `${snoozedTo === undefined ? '稍后提醒' : '改为'} ${timeAt(at)}`;
  return [
    ...(snoozedTo === undefined
      ? []
      : [markdown(`今天**${timeAt(snoozedTo)}**再提醒您一次，已报送就不再提醒。`)]),
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
