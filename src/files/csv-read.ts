import { UserError } from '../errors.ts';
import type { Sheet, SheetRow } from './sheet.ts';

const MOST_ROWS = 5000;

/**
 * Reads a comma, semicolon or tab separated file in UTF-8, UTF-16 (as Excel's “Unicode text”) or GBK/GB18030.
 *
 * @throws UserError for a file that is no text, or too long.
 */
export function readCsv(bytes: Uint8Array): Sheet {
  const text = textOf(bytes);
  if (text.includes('\u0000')) throw new UserError('这个文件不是表格。请另存为 xlsx 或 csv 再发。');
  const rows: SheetRow[] = [];
  for (const { line, cells } of records(text, delimiterOf(text))) {
    if (cells.every((cell) => cell === '')) continue;
    if (rows.length >= MOST_ROWS) throw new UserError(`表格太长：最多${MOST_ROWS}行。`);
    rows.push({ no: line, cells });
  }
  return { name: '', rows };
}

function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What is no UTF-8 is what Chinese Windows saves.
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The mark that the first line has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
}

/** Records with the number of their record, from 1; a quoted field may hold delimiters, quotes and line ends. */
function* records(text: string, delimiter: string): Generator<{ line: number; cells: string[] }> {
  let cells: string[] = [];
  let field = '';
  let isQuoted = false;
  let line = 1;
  const endField = () => {
    cells.push(field.trim());
    field = '';
  };
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (isQuoted && char !== undefined) {
      if (char !== '"') field += char;
      else if (text[at + 1] === '"') field += text[++at];
      else isQuoted = false;
    } else if (char === '"' && field.trim() === '') {
      field = '';
      isQuoted = true;
    } else if (char === delimiter) endField();
    else if (char === '\n' || char === '\r' || char === undefined) {
      if (char === '\r' && text[at + 1] === '\n') at++;
      endField();
      yield { line: line++, cells };
      cells = [];
    } else field += char;
  }
}
