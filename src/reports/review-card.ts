import type { ItemSheet, ReportValueRow } from '../../db/queries/reports.ts';
import { MARKS } from '../../db/schema-reports.ts';
import { button, buttonRow, type Card, card, type Element, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { form, input, multiSelect, select, submit } from '../cards/form.ts';
import { evidenceElements, reportValue, roundButtons } from './card-parts.ts';
import { checkItem } from './checks.ts';
import { LONGEST_TEXT, TEXT_FIELDS, type TextField } from './content.ts';
import type { Desk } from './desk.ts';
import { unitNameOf } from './desk.ts';
import { differences } from './diff.ts';
import { type CopyFlag, copyFlags, type OtherText } from './flags.ts';
import { pagesOf } from './paging.ts';
import { lateDays, periodName } from './period.ts';
import { COORDINATE, doubtText, momentName, STATUS_NAMES, TEXT_LABELS, targetName } from './texts.ts';

/** 退回 for one of these, or in one's own words. */
export const REASON_CHIPS = [
  '内容为空或过于简略',
  '与上期内容雷同',
  '数据缺失或有误',
  '没有说明存在问题',
  '没有下一步打算',
  '与通知要求不对应',
] as const;

/** What the reviewer has in the form so far. */
export interface ReviewForm {
  mark: string;
  chips: readonly string[];
  reason: string;
  /** `item|indicator` of values whose 暂无数据 is accepted. */
  noData: readonly string[];
}

export const EMPTY_REVIEW: ReviewForm = { mark: '', chips: [], reason: '', noData: [] };

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
    ],
  });
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
    valueLines(item.values, last?.values),
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

function valueLines(values: readonly ReportValueRow[], last: Record<string, string> | undefined): Element[] {
  if (values.length === 0) return [];
  const line = (value: ReportValueRow) => {
    const before = last?.[value.indicator];
    const was = before === undefined || before === value.raw ? '' : `，上期 ${before}`;
    return `${value.what}：${value.raw === '' ? '（没有填）' : value.raw}（目标 ${targetName(value)}${was}）`;
  };
  return [text(values.map(line).join('\n'))];
}

/** More 暂无数据 than this in one report are not accepted one by one: such a report goes back. */
const MOST_NO_DATA = 20;

function decisionForm(desk: Desk, of: { page: number; pages: number; typed: ReviewForm }): Element {
  const { typed, page, pages } = of;
  const missing = desk.sheet.items
    .flatMap((item) => item.values.filter((value) => value.no_data !== null))
    .slice(0, MOST_NO_DATA);
  const go = (label: string, as: string, more: { page?: number; type?: 'primary' | 'danger' } = {}) => ({
    tag: 'column',
    width: 'auto',
    elements: [
      submit(
        label,
        reportValue(desk, 'review-decide', {
          version: desk.sheet.report.version,
          as,
          page: more.page ?? page,
        }),
        { name: as, type: more.type ?? 'default', width: 'default' },
      ),
    ],
  });
  return form('review_form', [
    select({
      name: 'mark',
      placeholder: '质量等级（采纳时必选）',
      options: MARKS.map((mark) => ({ label: mark, value: mark })),
      initial: typed.mark === '' ? undefined : typed.mark,
    }),
    ...(missing.length > 0
      ? [
          multiSelect({
            name: 'no_data',
            placeholder: '认可哪些“暂无数据”（不认可的按未报计）',
            options: missing.map((value) => ({
              label: `${value.what}：${value.no_data ?? ''}`.slice(0, 40),
              value: `${value.item}|${value.indicator}`,
            })),
            initial: typed.noData,
          }),
        ]
      : []),
    multiSelect({
      name: 'reason_chips',
      placeholder: '退回原因（退回时选一项或写一句）',
      options: REASON_CHIPS.map((chip) => ({ label: chip, value: chip })),
      initial: typed.chips,
    }),
    input({
      name: 'reason',
      placeholder: '退回原因或意见',
      maxLength: LONGEST_TEXT,
      rows: 2,
      initial: typed.reason,
    }),
    {
      tag: 'column_set',
      flex_mode: 'flow',
      horizontal_spacing: '8px',
      columns: [
        ...(page > 0 ? [go('上一页', 'back', { page: page - 1 })] : []),
        ...(page < pages - 1 ? [go('下一页', 'on', { page: page + 1 })] : []),
        go('采纳', 'accept', { type: 'primary' }),
        go('退回', 'return', { type: 'danger' }),
      ],
    },
  ]);
}
