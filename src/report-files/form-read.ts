import type { ItemSheet } from '../../db/queries/reports.ts';
import { cellName, type Sheet } from '../files/sheet.ts';
import {
  cleaned,
  type FieldName,
  indicatorField,
  LONGEST_TEXT,
  LONGEST_VALUE,
  TEXT_FIELDS,
} from '../reports/content.ts';
import { COORDINATE, faultText, fieldName, TEXT_LABELS } from '../reports/texts.ts';
import { readValue } from '../reports/values.ts';
import { ID_HEADING, IDENTITY, VALUE_HEADING } from './form.ts';

const HEADING_ROWS = 12;

/** A cell that cannot be taken over, and what to do about it. */
export interface FormFault {
  sheet: string;
  /** `E5` */
  cell: string;
  says: string;
}

/** What a form says of an item: only the fields that could be read. */
export interface FormRow {
  item: string;
  /** Version of the item that the form was made from. */
  base: number;
  fields: Partial<Record<FieldName, string | boolean>>;
}

export interface FormRows {
  rows: FormRow[];
  faults: FormFault[];
}

/** Whose form a workbook is; undefined for one that is none. */
export function formIdentity(sheets: readonly Sheet[]): { period: string; unit: string } | undefined {
  for (const { rows } of sheets)
    for (const { cells } of rows.slice(0, HEADING_ROWS))
      for (const cell of cells) {
        const found = new RegExp(`${IDENTITY}[:：]\\s*(\\d{4}Q[1-4])/(\\S+)`).exec(cell.normalize('NFKC'));
        const [, period, unit] = found ?? [];
        if (period !== undefined && unit !== undefined) return { period, unit };
      }
  return undefined;
}

/**
 * Reads a form against the items that it is for. Sheets and columns are known by their headings, rows by their ids, so
 * that hidden, moved and added ones do no harm. A cell with a fault is left out; the draft keeps what it has there.
 */
export function readForm(sheets: readonly Sheet[], items: readonly ItemSheet[]): FormRows {
  const read = new Reading(items);
  for (const sheet of sheets) read.sheet(sheet);
  return {
    rows: [...read.rows.values()].filter((row) => Object.keys(row.fields).length > 0),
    faults: read.faults,
  };
}

interface Cell {
  sheet: string;
  name: string;
  text: string;
}

/** One workbook being read. */
class Reading {
  readonly rows = new Map<string, FormRow>();
  readonly faults: FormFault[] = [];
  readonly #items: readonly ItemSheet[];
  readonly #seen = new Map<string, string>();

  constructor(items: readonly ItemSheet[]) {
    this.#items = items;
  }

  sheet({ name, rows }: Sheet): void {
    const at = rows.slice(0, HEADING_ROWS).findIndex(({ cells }) => cells.includes(ID_HEADING));
    const headings = rows[at]?.cells;
    if (headings === undefined) return;
    const idColumn = headings.indexOf(ID_HEADING);
    for (const row of rows.slice(at + 1)) {
      const cell = (column: number): Cell => ({
        sheet: name,
        name: cellName(column, row.no),
        text: row.cells[column] ?? '',
      });
      const id = cell(idColumn);
      const inputs = inputColumns(headings).map(({ title, column }) => ({ title, cell: cell(column) }));
      if (id.text === '' && inputs.every((input) => input.cell.text === '')) continue;
      this.#row(id, inputs);
    }
  }

  #row(id: Cell, inputs: readonly { title: string; cell: Cell }[]): void {
    const found = /^(.+)@(\d+)(?:\/(.+))?$/.exec(id.text);
    const [, itemId, version, indicator] = found ?? [];
    const item = this.#items.find((one) => one.item === itemId);
    const value = item?.values.find((one) => one.indicator === indicator);
    if (item === undefined || (indicator !== undefined && value === undefined)) {
      this.#fault(id, '编号不认识，这一行没有读。请不要改动编号一列；发“/报送 模板”可以重新取表');
      return;
    }
    const earlier = this.#seen.get(id.text);
    if (earlier !== undefined) {
      this.#fault(id, `与${earlier}是同一项，只用前面的一行。请把两行合成一行`);
      return;
    }
    this.#seen.set(id.text, id.name);
    const row = this.rows.get(item.item) ?? { item: item.item, base: Number(version), fields: {} };
    this.rows.set(item.item, row);
    for (const input of inputs) {
      const field = fieldOf(input.title, indicator);
      if (field !== undefined) this.#field(row, { field, cell: input.cell, item });
    }
  }

  #field(row: FormRow, of: { field: FieldName; cell: Cell; item: ItemSheet }): void {
    const { field, cell, item } = of;
    const text = cleaned(cell.text);
    if (field === 'coordinate') {
      const isYes = /^(?:是|需要?|要|√|✓|对|y|yes|1|true)$/i.test(text);
      if (!isYes && !/^(?:否|不|不?需要|不要|无|没有|×|n|no|0|false|)$/i.test(text))
        this.#fault(cell, `“${text.slice(0, 20)}”看不懂。需要协调请填“是”，不需要就空着`);
      else row.fields[field] = isYes;
      return;
    }
    const value = item.values.find((one) => indicatorField(one.indicator) === field);
    const most = value === undefined ? LONGEST_TEXT : LONGEST_VALUE;
    if (text.length > most) {
      const name = fieldName(field, item.values);
      this.#fault(
        cell,
        `${name}有${text.length.toLocaleString('en')}字，最多${most.toLocaleString('en')}字。这一格没有写入，请删减后再发`,
      );
      return;
    }
    const reading = value && readValue(text, value);
    if (value && reading?.kind === 'fault')
      this.#fault(cell, faultText(reading.fault, { ...value, raw: text }));
    else row.fields[field] = text;
  }

  #fault(cell: Cell, says: string): void {
    this.faults.push({ sheet: cell.sheet, cell: cell.name, says: says.replace(/。$/, '') });
  }
}

const FIELDS: ReadonlyMap<string, FieldName> = new Map<string, FieldName>([
  ...TEXT_FIELDS.map((field) => [TEXT_LABELS[field], field] as const),
  [COORDINATE, 'coordinate'],
]);

function inputColumns(headings: readonly string[]): { title: string; column: number }[] {
  return headings.flatMap((title, column) =>
    FIELDS.has(title) || title === VALUE_HEADING ? [{ title, column }] : [],
  );
}

/** An item's row has its texts, an indicator's row its value. */
function fieldOf(title: string, indicator: string | undefined): FieldName | undefined {
  if (indicator === undefined) return FIELDS.get(title);
  return title === VALUE_HEADING ? indicatorField(indicator) : undefined;
}
