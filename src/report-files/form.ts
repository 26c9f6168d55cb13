import type { ItemSheet } from '../../db/queries/reports.ts';
import { type Table, type TableColumn, writeXlsx } from '../files/xlsx-write.ts';
import { changeHint, goalText } from '../reports/change-targets.ts';
import { type Content, contentOf, fieldIn, fieldsOf, TEXT_FIELDS } from '../reports/content.ts';
import type { Desk } from '../reports/desk.ts';
import { periodName } from '../reports/period.ts';
import { startOf } from '../reports/start.ts';
import { COORDINATE, fieldName, momentName, rangeName, TEXT_LABELS } from '../reports/texts.ts';
import { isChange } from '../reports/values.ts';

/** The sheets of the form, and the headings that they are read by again. */
const ITEM_SHEET = '填报';
const VALUE_SHEET = '指标';
export const ID_HEADING = '编号';
export const VALUE_HEADING = '本期数值';
/** Whose form it is, for which period: in the lines above the table. */
export const IDENTITY = '表格编号';

/** `2026Q4-某局-报送表.xlsx` */
export function formName(desk: Desk): string {
  return `${desk.key.period}-${desk.unitName}-报送表.xlsx`;
}

/** 报送表: a unit's items of a period to be filled in by many hands, with what stands in the draft. */
export function formFile(desk: Desk): Promise<Uint8Array> {
  const values = valueTable(desk);
  return writeXlsx([itemTable(desk), ...(values.rows.length > 0 ? [values] : [])]);
}

/** What the form shows of an item: the draft, or what it begins with. */
function shown(desk: Desk, item: ItemSheet): Content {
  return item.version === 0 ? startOf(desk, item) : contentOf(item);
}

/** Names an item as it was when the form was made, so that what changed meanwhile is noticed. */
function itemId(item: Pick<ItemSheet, 'item' | 'version'>): string {
  return `${item.item}@${item.version}`;
}

function itemTable(desk: Desk): Table {
  return {
    name: ITEM_SHEET,
    isProtected: true,
    preface: preface(desk, '每项最多1,000字。填“是”表示需分包领导协调，不需要就空着。'),
    columns: [
      { title: ID_HEADING, width: 14 },
      { title: '事项', width: 26 },
      { title: '通知要求', width: 36 },
      { title: '上次报送', width: 36 },
      ...TEXT_FIELDS.map((field): TableColumn => ({ title: TEXT_LABELS[field], width: 44, isInput: true })),
      { title: COORDINATE, width: 12, isInput: true },
    ],
    rows: desk.sheet.items.map((item) => {
      const content = shown(desk, item);
      return [
        itemId(item),
        `${item.position}. ${item.title}（${item.location}）`,
        item.asks,
        lastTime(desk, item),
        ...TEXT_FIELDS.map((field) => content[field]),
        content.coordinate ? '是' : '',
      ];
    }),
  };
}

function valueTable(desk: Desk): Table {
  return {
    name: VALUE_SHEET,
    isProtected: true,
    preface: preface(desk, '只填数字，小数用点；没有数据请写“暂无数据：原因”。'),
    columns: [
      { title: ID_HEADING, width: 26 },
      { title: '事项', width: 26 },
      { title: '指标', width: 40 },
      { title: '目标', width: 18 },
      { title: '合理范围', width: 18 },
      { title: '上次数值', width: 14 },
      { title: VALUE_HEADING, width: 24, isInput: true },
    ],
    rows: desk.sheet.items.flatMap((item) =>
      item.values.map((value) => [
        `${itemId(item)}/${value.indicator}`,
        item.title,
        value.what,
        goalText(desk.act.deps.notice.model, value),
        isChange(value) ? changeHint(value) : rangeName(value),
        desk.last?.contents.get(item.item)?.values[value.indicator] ?? '',
        shown(desk, item).values[value.indicator] ?? '',
      ]),
    ),
  };
}

function preface(desk: Desk, how: string): string[] {
  return [
    `${desk.periodName} ${desk.unitName} 报送表`,
    `${IDENTITY}：${desk.key.period}/${desk.key.unit}`,
    `黄色的格子请填写，其他格子不要改动；填好后在与机器人的单聊里发回来，确认后写入草稿。制表：${momentName(desk.act.now)}。${how}`,
  ];
}

function lastTime(desk: Desk, item: ItemSheet): string {
  const last = desk.last?.contents.get(item.item);
  if (desk.last === undefined || last === undefined) return '';
  const said = fieldsOf({ values: [] }).flatMap((field) => {
    const value = fieldIn(last, field);
    return typeof value === 'string' && value !== '' ? [`${fieldName(field, [])}：${value}`] : [];
  });
  return said.length === 0 ? '' : [periodName(desk.last.period), ...said].join('\n');
}
