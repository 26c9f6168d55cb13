import writeXlsxFile, { type CellObject, type Feature, type Sheet } from 'write-excel-file/universal';
import { asPrinted, rowHeight, withPrintTitles } from './xlsx-print.ts';

/** What stands in a cell; a text is never a formula, whatever it begins with. */
export type CellValue = string | number | undefined;

export interface TableColumn {
  title: string;
  /** In characters. */
  width: number;
  /** People fill it in: coloured, and the only cells that a protected sheet lets them change. */
  isInput?: boolean;
}

/** One sheet: lines above the table, its headings, its rows. */
export interface Table {
  name: string;
  /** Texts above the headings, a row each. */
  preface?: readonly string[];
  columns: readonly TableColumn[];
  rows: readonly (readonly CellValue[])[];
  /** Locks every cell but the inputs, without a password: against slips, not against intent. */
  isProtected?: boolean;
}

const INPUT_COLOR = '#FFF6D6';
const HEADING_COLOR = '#E8EEF7';
const BORDER = { borderStyle: 'thin', borderColor: '#A6A6A6' } as const;
const TITLE_POINTS = 26;
const LONGEST_NAME = 31;
/** A spreadsheet's cell holds no more. */
const LONGEST_TEXT = 32_767;

/** An xlsx file of tables, the headings kept in view and on each printed page. Works on Node and in Workers. */
export async function writeXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  const file = writeXlsxFile(tables.map(sheetOf), {
    features: [protection(tables), printing(tables)],
    fontFamily: '宋体',
    fontSize: 11,
  });
  return new Uint8Array(await (await file.toBlob()).arrayBuffer());
}

/** A name that a spreadsheet takes for a sheet. */
export function sheetName(text: string): string {
  return text.replace(/[[\]/\\:*?']/g, ' ').slice(0, LONGEST_NAME);
}

function sheetOf({ name, preface = [], columns, rows, isProtected }: Table): Sheet<Blob> {
  const headingHeight = rowHeight(
    columns.map(({ title }) => title),
    columns,
  );
  return {
    sheet: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: preface.length + 1,
    data: [
      ...preface.map((line, index): CellObject[] => [
        {
          ...textCell(line),
          ...(index === 0 && { fontWeight: 'bold' as const, fontSize: 14, height: TITLE_POINTS }),
        },
      ]),
      columns.map(({ title }) => ({
        ...textCell(title),
        fontWeight: 'bold',
        backgroundColor: HEADING_COLOR,
        wrap: true,
        alignVertical: 'center' as const,
        height: headingHeight,
        ...BORDER,
      })),
      ...rows.map((row) => {
        const cells = columns.map((column, index) => cellOf(row[index], column));
        // A row that people fill in grows with what they write.
        if (isProtected === true) return cells;
        const height = rowHeight(
          cells.map(({ value }) => String(value ?? '')),
          columns,
        );
        return cells.map((cell, index) => (index === 0 ? { ...cell, height } : cell));
      }),
    ],
  };
}

function cellOf(value: CellValue, { isInput = false }: TableColumn): CellObject {
  const look = {
    wrap: true,
    alignVertical: 'top' as const,
    ...BORDER,
    ...(isInput && { backgroundColor: INPUT_COLOR, borderColor: '#C9B458' }),
  };
  if (typeof value === 'number' && Number.isFinite(value)) return { value, type: Number, ...look };
  return { ...textCell(value === undefined ? '' : String(value)), ...look };
}

/** Formatted as text, so that a client that edits the cell does not take it for a formula or a number either. */
function textCell(text: string): CellObject {
  return { value: text.slice(0, LONGEST_TEXT), type: String, format: '@' };
}

/** Sheets are protected by an element of their own; which cells stay open is a matter of their style. */
function protection(tables: readonly Table[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _sheet, { sheetIndex }) =>
            tables[sheetIndex]?.isProtected === true
              ? xml.replace('</sheetData>', `</sheetData>${PROTECTED}`)
              : xml,
        },
        'xl/styles.xml': { transform: withOpenInputs },
      },
    },
  };
}

/** How it comes out of a printer. */
function printing(tables: readonly Table[]): Feature<Blob> {
  const named = tables.map((table) => ({ ...table, name: sheetName(table.name) }));
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _sheet, { sheetIndex }) => {
            const table = named[sheetIndex];
            return table === undefined ? xml : asPrinted(xml, table);
          },
        },
        'xl/workbook.xml': { transform: (xml) => withPrintTitles(xml, named) },
      },
    },
  };
}

const PROTECTED =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0" sort="0"/>';

function withOpenInputs(stylesXml: string): string {
  const color = INPUT_COLOR.slice(1).toUpperCase();
  const fills = stylesXml.match(/<fill>.*?<\/fill>/gs) ?? [];
  const input = fills.findIndex((fill) => fill.toUpperCase().includes(color));
  if (input < 0) return stylesXml;
  return stylesXml.replace(
    new RegExp(`<xf ([^>]*fillId="${input}"[^>]*?)(?:/>|>(.*?)</xf>)`, 'gs'),
    (_, attributes: string, inner = '') =>
      `<xf ${attributes} applyProtection="1">${inner}<protection locked="0"/></xf>`,
  );
}
