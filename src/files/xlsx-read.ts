import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import { UserError } from '../errors.ts';
import { type NumberFormat, numberFormats, shownNumber } from './number-formats.ts';
import { columnOf, type Sheet, type SheetRow } from './sheet.ts';
import { attribute, decoded, element, elements, type XmlElement } from './xml.ts';

/** Unpacked; a zip of a few KB can claim gigabytes. */
const MOST_UNPACKED_BYTES = 30 * 1024 * 1024;
const MOST_ROWS = 5000;
const MOST_COLUMNS = 500;
const NEEDED =
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;
/** Old .xls files, and .xlsx files with a password. */
const OLE_MARK = [0xd0, 0xcf, 0x11, 0xe0];

interface Book {
  strings: string[];
  formats: NumberFormat[];
  is1904: boolean;
}

/**
 * Reads the visible sheets of an xlsx file, in their order: every cell as the text that the sheet shows, dates as
 * `2026-12-28`. Formulas count with their stored result.
 *
 * @throws UserError for what is no xlsx file, is locked, or unpacks to more than 30 MB or 5,000 rows.
 */
export function readXlsx(bytes: Uint8Array): Sheet[] {
  const parts = unpacked(bytes);
  const part = (path: string) => (parts[path] ? strFromU8(parts[path]) : '');
  const workbook = part('xl/workbook.xml');
  if (workbook === '') throw notXlsx();
  const book: Book = {
    strings: [...elements(part('xl/sharedStrings.xml'), 'si')].map(richText),
    formats: numberFormats(part('xl/styles.xml')),
    is1904: /date1904\s*=\s*["'](?:1|true)/.test(workbook),
  };
  const targets = sheetPaths(part('xl/_rels/workbook.xml.rels'));
  return [...elements(workbook, 'sheet')]
    .filter((sheet) => !/hidden/i.test(attribute(sheet, 'state') ?? ''))
    .map((sheet) => {
      const path = targets.get(attribute(sheet, '\\w+:id') ?? '') ?? '';
      return { name: attribute(sheet, 'name') ?? '', rows: rowsOf(part(path), book) };
    });
}

function unpacked(bytes: Uint8Array): Unzipped {
  if (OLE_MARK.every((byte, index) => bytes[index] === byte))
    throw new UserError('这是旧版 xls 或加了密码的表格。请去掉密码、另存为 xlsx 再发。');
  let left = MOST_UNPACKED_BYTES;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!NEEDED.test(name)) return false;
        left -= originalSize;
        if (left < 0) throw new UserError('表格太大：请只留需要的内容，另存为新的 xlsx 再发。');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof UserError ? error : notXlsx(error);
  }
}

function notXlsx(cause?: unknown): UserError {
  return new UserError('这个文件不是有效的 xlsx 表格。请用 Excel 或 WPS 另存为 xlsx 再发。', { cause });
}

/** Relation id → path inside the package. */
function sheetPaths(relations: string): Map<string, string> {
  return new Map(
    [...elements(relations, 'Relationship')].map((relation) => {
      const target = attribute(relation, 'Target') ?? '';
      return [attribute(relation, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}

/** A text with its runs joined, without the phonetic ones. */
function richText(si: XmlElement): string {
  const inner = si.inner.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  return [...elements(inner, 't')].map((t) => decoded(t.inner)).join('');
}

function rowsOf(sheetXml: string, book: Book): SheetRow[] {
  const rows: SheetRow[] = [];
  let no = 0;
  for (const row of elements(element(sheetXml, 'sheetData')?.inner ?? '', 'row')) {
    no = Number(attribute(row, 'r') ?? no + 1);
    const cells = cellsOf(row, book);
    if (cells.every((cell) => cell === '')) continue;
    if (rows.length >= MOST_ROWS) throw new UserError(`表格太长：最多${MOST_ROWS}行。`);
    rows.push({ no, cells });
  }
  return rows;
}

function cellsOf(row: XmlElement, book: Book): string[] {
  const cells: string[] = [];
  for (const cell of elements(row.inner, 'c')) {
    const column = columnOf(attribute(cell, 'r') ?? '') ?? cells.length;
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push('');
    cells[column] = cellText(cell, book).trim();
  }
  return cells;
}

function cellText(cell: XmlElement, book: Book): string {
  const type = attribute(cell, 't') ?? 'n';
  if (type === 'inlineStr') return richText(element(cell.inner, 'is') ?? { attributes: '', inner: '' });
  const value = decoded(element(cell.inner, 'v')?.inner ?? '');
  if (type === 's') return book.strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n') return value;
  return shownNumber(value, book.formats[Number(attribute(cell, 's') ?? 0)] ?? 'general', book.is1904);
}
