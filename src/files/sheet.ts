/** A table as somebody sent it: rows that hold something, as texts. */
export interface Sheet {
  name: string;
  rows: SheetRow[];
}

export interface SheetRow {
  /** As the spreadsheet counts, from 1. */
  no: number;
  /** By column; an empty cell is an empty text. */
  cells: string[];
}

/** How a spreadsheet names a cell: column 0, row 5 is `A5`. */
export function cellName(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** Column of a cell's name: `B3` is 1; undefined for what is no such name. */
export function columnOf(cell: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/.exec(cell)?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
