import type { ItemSheet } from '../../db/queries/reports.ts';
import { type Card, card, type Element, folded, markdown, text } from '../cards/elements.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { form, input, select, submit } from '../cards/form.ts';
import { isObjective } from './assigned.ts';
import { reportHeader, reportValue } from './card-parts.ts';
import { changeHint, changeLabel, changeNote } from './change-targets.ts';
import { checkItem } from './checks.ts';
import {
  type Content,
  contentOf,
  fieldIn,
  fieldsOf,
  indicatorField,
  LONGEST_TEXT,
  LONGEST_VALUE,
  TEXT_FIELDS,
} from './content.ts';
import type { Desk } from './desk.ts';
import { periodName } from './period.ts';
import { startOf } from './start.ts';
import { COORDINATE, doubtText, faultText, fieldName, rangeName, TEXT_LABELS, targetName } from './texts.ts';
import { isChange } from './values.ts';

const PLACEHOLDERS = {
  progress: '本季度做了什么、到了哪一步',
  problems: '没有就不填',
  next_steps: '下一步做什么、什么时候完成',
} as const;

/** One item as a form. Every button keeps what is in the fields. */
export function pageCard(desk: Desk, item: ItemSheet): Card {
  const { items } = desk.sheet;
  return card({
    summary: `填报 ${item.position}/${items.length}：${item.title}`,
    header: reportHeader(desk, `${desk.periodName} · 第 ${item.position}/${items.length} 项`),
    elements: [
      markdown(`**${escapeMarkdown(item.title)}**（${escapeMarkdown(item.location)}）`),
      text(item.asks, { size: 'notation', color: 'grey' }),
      ...remarks(item),
      ...lastTime(desk, item),
      form('report_form', [...fields(desk, item), buttons(desk, item)]),
    ],
  });
}

/** What stands in the draft and cannot be right. */
function remarks(item: ItemSheet): Element[] {
  const { faults, doubts } = checkItem(item);
  return [
    ...faults.map(({ value, fault }) => text(`请修改：${faultText(fault, value)}`, { color: 'red' })),
    ...doubts.map((value) => text(doubtText(value), { color: 'orange' })),
  ];
}

/** What was reported last, beside the fields; its beginning only, where all of it would not fit into the card. */
function lastTime(desk: Desk, item: ItemSheet): Element[] {
  const last = desk.last?.contents.get(item.item);
  if (desk.last === undefined || last === undefined) return [];
  const said = fieldsOf(item).flatMap((field) => {
    const value = fieldIn(last, field);
    return typeof value === 'string' && value !== '' ? [`${fieldName(field, item.values)}：${value}`] : [];
  });
  if (said.length === 0) return [];
  const name = periodName(desk.last.period);
  // What is carried over stands in the fields already: it is not sent twice.
  if (item.version === 0) return [text(`已带入${name}报的内容，请改成本季度的情况。`, { color: 'blue' })];
  const isLong = bytesOf(said) + bytesOf(contentOf(item)) > ROOM_BYTES;
  return [
    folded(`${name}报的内容`, [
      ...said.map((line) =>
        text(isLong && line.length > SHORT ? `${line.slice(0, SHORT)}……` : line, { size: 'notation' }),
      ),
      ...(isLong ? [text(`全文请发“/报送 ${desk.last.period}”查看。`, { size: 'notation' })] : []),
    ]),
  ];
}

/** What both quarters' texts may take of a card, and how much of a long line is shown. */
const ROOM_BYTES = 16 * 1024;
const SHORT = 150;

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

function fields(desk: Desk, item: ItemSheet): Element[] {
  const shown = item.version === 0 ? startOf(desk, item) : contentOf(item);
  return [
    ...TEXT_FIELDS.map((field) =>
      input({
        name: field,
        label: `${TEXT_LABELS[field]}（最多1,000字）`,
        placeholder: PLACEHOLDERS[field],
        maxLength: LONGEST_TEXT,
        rows: field === 'progress' ? 5 : 3,
        initial: shown[field],
      }),
    ),
    ...item.values.map((value) =>
      input({
        name: indicatorField(value.indicator),
        label: valueLabel(desk, value),
        placeholder: isChange(value) ? changeHint(value) : '数字，或“暂无数据：原因”',
        maxLength: LONGEST_VALUE,
        initial: shown.values[value.indicator],
      }),
    ),
    ...aboutChanges(desk, item),
    coordination(shown),
  ];
}

function valueLabel(desk: Desk, value: ItemSheet['values'][number]): string {
  const { model } = desk.act.deps.notice;
  const asked = isChange(value)
    ? changeLabel(model, value)
    : `${value.what}（目标 ${targetName(value)}，合理范围 ${rangeName(value)}`;
  return `${asked}${givenNote(desk, value)}）`;
}

/** No base is stored, so that the unit must know that it is its own percentage which counts. */
function aboutChanges({ act }: Desk, { values }: ItemSheet): Element[] {
  const changes = values.filter(isChange);
  if (changes.length === 0) return [];
  const { indicators } = act.deps.notice.model;
  const isBaseMissing = changes.some(
    ({ indicator }) => indicators.find(({ id }) => id === indicator)?.baseline === undefined,
  );
  return [text(changeNote(isBaseMissing), { size: 'notation', color: 'grey' })];
}

/** An objective of a part stands in the form because the office has given it to the unit. */
function givenNote({ act }: Desk, { indicator }: ItemSheet['values'][number]): string {
  return isObjective(act.deps.notice.model, indicator) ? '，办公室落实' : '';
}

function coordination(shown: Content): Element {
  return select({
    name: 'coordinate',
    placeholder: COORDINATE,
    options: [
      { label: `不${COORDINATE}`, value: 'no' },
      { label: COORDINATE, value: 'yes' },
    ],
    initial: shown.coordinate ? 'yes' : 'no',
  });
}

function buttons(desk: Desk, item: ItemSheet): Element {
  const isFirst = item.position === 1;
  const isLast = item.position === desk.sheet.items.length;
  const of = (go: 'prev' | 'next' | 'save' | 'preview', label: string, isMain: boolean) => ({
    tag: 'column',
    width: 'auto',
    elements: [
      submit(label, reportValue(desk, 'report-page', { item: item.item, version: item.version, go }), {
        name: go,
        type: isMain ? 'primary' : 'default',
        width: 'default',
      }),
    ],
  });
  return {
    tag: 'column_set',
    flex_mode: 'flow',
    horizontal_spacing: '8px',
    columns: [
      ...(isFirst ? [] : [of('prev', '上一项', false)]),
      ...(isLast ? [] : [of('next', '下一项', true)]),
      of('save', '保存草稿', false),
      of('preview', '预览', isLast),
    ],
  };
}
