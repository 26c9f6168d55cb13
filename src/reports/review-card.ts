import type { ItemSheet, ReportValueRow } from '../../db/queries/reports.ts';
import { button, buttonRow, type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { evidenceElements, reportValue, roundButtons } from './card-parts.ts';
import { goalText } from './change-targets.ts';
import { checkItem } from './checks.ts';
import { TEXT_FIELDS, type TextField } from './content.ts';
import { decisionForm, type ReviewForm } from './decision-form.ts';
import type { Desk } from './desk.ts';
import { unitNameOf } from './desk.ts';
import { differences } from './diff.ts';
import { type CopyFlag, copyFlags, type OtherText } from './flags.ts';
import { pagesOf } from './paging.ts';
import { lateDays, periodName } from './period.ts';
import { COORDINATE, doubtText, momentName, STATUS_NAMES, TEXT_LABELS } from './texts.ts';
import { isChange } from './values.ts';

/** A report for the office: what changed since last time, what looks wrong, and the decision. */
export function reviewCard(
  desk: Desk,
  of: { others: readonly OtherText[]; page: number; typed: ReviewForm },
): Card {
  const blocks = desk.sheet.items.flatMap((item) => itemBlocks(desk, item, of.others));
  const pages = pagesOf([top(desk), ...blocks]);
  const page = Math.min(Math.max(0, of.page), pages.length - 1);
  const which = pages.length > 1 ? ` · 第 ${page + 1}/${pages.length} 页` : '';
  const isOpen = desk.sheet.report.status === 'submitted';
  return card({
    summary: `审核：${desk.unitName} ${desk.periodName}`,
    header: {
      title: `审核 · ${desk.unitName}`,
      subtitle: `${desk.periodName} · ${STATUS_NAMES[desk.sheet.report.status]}${which}`,
      template: isOpen ? 'orange' : 'grey',
    },
    elements: [
      ...(pages[page] ?? []),
      isOpen
        ? decisionForm(desk, { page, pages: pages.length, typed: of.typed })
        : buttonRow([button({ label: '待审核列表', value: { action: 'review-queue' } })]),
      ...practiceButton(desk),
    ],
  });
}

/** 典型做法 (四（四）) are picked from what stands with the office. */
function practiceButton(desk: Desk): Element[] {
  const { status } = desk.sheet.report;
  if (status !== 'submitted' && status !== 'accepted') return [];
  return [
    buttonRow([button({ label: '选为典型做法', size: 'small', value: reportValue(desk, 'brief-pick') })]),
  ];
}

function top(desk: Desk): Element[] {
  const { report } = desk.sheet;
  const by = report.submitted_by === null ? '' : ` ${desk.labels(report.submitted_by)}`;
  const at = report.submitted_at === null ? '' : momentName(report.submitted_at);
  const late =
    report.first_submitted_at === null
      ? 0
      : lateDays(report.first_submitted_at, { day: desk.period.due_on, calendar: desk.act.calendar });
  return [
    markdown(
      `**回执号** ${escapeMarkdown(report.receipt ?? '')}　${at}${by}${late > 0 ? `　**补报**，首次提交晚${late}个工作日` : ''}`,
    ),
    ...(report.carried === 1 ? [text('整份报告是“无变化沿用”。', { color: 'orange' })] : []),
    ...(desk.last
      ? [
          text(`与${periodName(desk.last.period)}对比：加粗的是新内容，删去的列在下面。`, {
            size: 'notation',
            color: 'grey',
          }),
        ]
      : []),
    ...roundButtons(desk, report.round),
  ];
}

/** An item in pieces, so that a long one may go over several pages. */
function itemBlocks(desk: Desk, item: ItemSheet, others: readonly OtherText[]): Element[][] {
  const check = checkItem(item);
  const last = desk.last?.contents.get(item.item);
  const title = markdown(
    `**${item.position}. ${escapeMarkdown(item.title)}**（${escapeMarkdown(item.location)}）`,
  );
  if (check.isEmpty)
    return [[title, text('⚑ 没有内容', { color: 'red' }), ...evidenceElements(desk, item.item)]];
  const flags = copyFlags(item, last, others);
  const pieces = [
    ...TEXT_FIELDS.map((field) => textBlock(field, { now: item[field], before: last?.[field] })),
    valueLines(desk, item.values, last?.values),
    item.coordinate === 1 ? [text(`※ ${COORDINATE}`, { color: 'orange' })] : [],
    evidenceElements(desk, item.item),
  ].filter((piece) => piece.length > 0);
  const head = [
    title,
    ...flags.map((flag) => text(flagText(desk, flag), { color: 'orange' })),
    ...check.doubts.map((value) => text(`⚑ ${doubtText(value)}`, { color: 'orange' })),
  ];
  return [[...head, ...(pieces[0] ?? [])], ...pieces.slice(1)];
}

function flagText(desk: Desk, { field, from }: CopyFlag): string {
  const name = TEXT_LABELS[field];
  return from.kind === 'last'
    ? `⚑ ${name}与本单位上期有八成以上相同`
    : `⚑ ${name}与${unitNameOf(desk.act, from.unit)}的有八成以上相同`;
}

/** A text against last time's: the same is said in a word, changes are shown sentence by sentence. */
function textBlock(
  field: TextField,
  { now, before }: { now: string; before: string | undefined },
): Element[] {
  const name = TEXT_LABELS[field];
  if (now === '' && (before ?? '') === '') return [];
  if (now === '') return [text(`${name}：（没有填，上期有内容）`, { color: 'orange' })];
  if (before === undefined || before === '') return [text(`${name}：${now}`)];
  if (now === before) return [text(`${name}（与上期相同）：${now}`)];
  const pieces = differences(before, now);
  const shown = pieces
    .filter((piece) => piece.how !== 'gone')
    .map((piece) => (piece.how === 'new' ? bold(piece.text) : escapeMarkdown(piece.text)))
    .join('');
  const gone = pieces.filter((piece) => piece.how === 'gone').map((piece) => piece.text.trim());
  return [
    markdown(`${name}（有改动）：${shown}`),
    ...(gone.length > 0
      ? [text(`上期有、本期没有：${gone.join('')}`, { size: 'notation', color: 'grey' })]
      : []),
  ];
}

/** Marks must touch the words, or the parser takes them for asterisks. */
function bold(piece: string): string {
  const words = piece.trim();
  return words === '' ? piece : `**${escapeMarkdown(words)}** `;
}

function valueLines(
  { act }: Desk,
  values: readonly ReportValueRow[],
  last: Record<string, string> | undefined,
): Element[] {
  if (values.length === 0) return [];
  const line = (value: ReportValueRow) => {
    const before = last?.[value.indicator];
    const was = before === undefined || before === value.raw ? '' : `，上期 ${before}`;
    return `${value.what}：${value.raw === '' ? '（没有填）' : value.raw}（目标 ${goalText(act.deps.notice.model, value)}${isChange(value) ? '，由单位自己算' : ''}${was}）`;
  };
  return [text(values.map(line).join('\n'))];
}
