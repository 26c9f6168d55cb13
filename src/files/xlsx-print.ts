/** What of a table decides how it is printed. */
interface Printable {
  name: string;
  preface?: readonly string[];
  columns: readonly { width: number }[];
}

/** So many characters of eleven points stand side by side on A4; a wider table lies on its side. */
const WIDTH_OF_A4 = 92;
const LINE_POINTS = 16;
const PADDING_POINTS = 4;
/** A spreadsheet's row is no higher. */
const MOST_POINTS = 409;
/** A Chinese character is as wide as two digits and a little more. */
const WIDE = 2.1;
const FOOTER = '&amp;C第 &amp;P 页，共 &amp;N 页';

/** A sheet's XML, to be printed on A4 as wide as the page, with numbered pages. Pure. */
export function asPrinted(sheetXml: string, { columns }: Printable): string {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const orientation = width > WIDTH_OF_A4 ? 'landscape' : 'portrait';
  return sheetXml
    .replace(/<worksheet[^>]*>/, (root) => `${root}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(
      '</worksheet>',
      `<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${FOOTER}</oddFooter></headerFooter></worksheet>`,
    );
}

/** The workbook's XML, with each sheet's lines above the table and its headings on every page. Pure. */
export function withPrintTitles(workbookXml: string, tables: readonly Printable[]): string {
  const names = tables.map(({ name, preface = [] }, index) => {
    const sheet = name.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet}'!$1:$${preface.length + 1}</definedName>`;
  });
  return workbookXml.replace('<definedNames/>', `<definedNames>${names.join('')}</definedNames>`);
}

/** How high a row is whose texts break at their columns' widths, in points: not every reader works it out. Pure. */
export function rowHeight(texts: readonly string[], columns: readonly { width: number }[]): number {
  const lines = texts.map((text, index) => {
    const room = Math.max(2, (columns[index]?.width ?? 2) - 1);
    return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
  });
  return Math.min(MOST_POINTS, Math.max(1, ...lines) * LINE_POINTS + PADDING_POINTS);
}

function widthOf(line: string): number {
  return [...line].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x7f ? WIDE : 1), 0);
}
