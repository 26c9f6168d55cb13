import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { sheetName, type Table, writeXlsx } from '../../src/files/xlsx-write.ts';

const TABLE: Table = {
  name: '填报/附:件',
  preface: ['财政局', '黄色的格子请填写'],
  columns: [
    { title: '编号', width: 10 },
    { title: '进展', width: 40, isInput: true },
  ],
  rows: [
    ['group:7', '=HYPERLINK("http://x","y")'],
    ['-1', '+86 @sum\n第二行'],
    ['<b>&', 3.5],
    [undefined, '\u0000坏\ud800字😀'],
  ],
};

async function partsOf(table: Table): Promise<(path: string) => string> {
  const parts = unzipSync(await writeXlsx([table]));
  return (path) => strFromU8(parts[path] ?? new Uint8Array());
}

describe('an xlsx file of tables', () => {
  it('is read back as it was written', async () => {
    const [sheet] = readXlsx(await writeXlsx([TABLE]));
    expect(sheet?.name).toBe('填报 附 件');
    expect(sheet?.rows.map((row) => row.cells)).toEqual([
      ['财政局'],
      ['黄色的格子请填写'],
      ['编号', '进展'],
      ['group:7', '=HYPERLINK("http://x","y")'],
      ['-1', '+86 @sum\n第二行'],
      ['<b>&', '3.5'],
      ['', '坏字😀'],
    ]);
  });

  it('holds no formula, whatever a text begins with, and its text cells stay text when edited', async () => {
    const part = await partsOf(TABLE);
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    const style = /<c r="B4" s="(\d+)" t="s">/.exec(sheet)?.[1];
    const styles = [...part('xl/styles.xml').matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    const format = /numFmtId="(\d+)"/.exec(styles[Number(style)] ?? '')?.[1];
    expect(part('xl/styles.xml')).toContain(`numFmtId="${format}" formatCode="@"`);
  });

  it('protected, leaves only the inputs open', async () => {
    const part = await partsOf({ ...TABLE, isProtected: true });
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<\/sheetData><sheetProtection [^>]*sheet="1"/);
    const styleOf = (cell: string) => Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(sheet)?.[1]);
    const styles = part('xl/styles.xml').match(/<xf [\s\S]*?<\/xf>/g) ?? [];
    expect(styles[styleOf('B4')]).toContain('<protection locked="0"/>');
    expect(styles[styleOf('B6')]).toContain('<protection locked="0"/>');
    expect(styles[styleOf('A4')]).not.toContain('protection');
    expect(styles[styleOf('B3')]).not.toContain('protection');
  });

  it('cuts what no cell and no sheet name can hold', async () => {
    const [sheet] = readXlsx(await writeXlsx([{ ...TABLE, rows: [['长'.repeat(40_000)]] }]));
    expect(sheet?.rows.at(-1)?.cells[0]).toHaveLength(32_767);
    expect(sheetName('一'.repeat(50))).toHaveLength(31);
  });

  it('is printed as wide as a page, on its side where it is wide, with its headings on each page', async () => {
    const wide = {
      ...TABLE,
      name: '指标 & 事项',
      columns: TABLE.columns.map((one) => ({ ...one, width: 60 })),
    };
    const parts = unzipSync(await writeXlsx([TABLE, wide]));
    const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
    const [narrow, other] = [part('xl/worksheets/sheet1.xml'), part('xl/worksheets/sheet2.xml')];
    expect(narrow).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    expect(narrow).toMatch(
      /<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"\/>/,
    );
    expect(other).toContain('orientation="landscape"');
    expect(part('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'指标 &#38; 事项'!$1:$3</definedName>`,
    );
  });

  it('a row is as high as its longest text needs; one that people fill in grows by itself', async () => {
    const rows = [['短', '字'.repeat(60)]];
    const sheet = async (isProtected: boolean) =>
      (await partsOf({ ...TABLE, rows, isProtected }))('xl/worksheets/sheet1.xml');
    // 60 characters of two digits and a little more in 40 are four lines.
    expect(await sheet(false)).toContain(`<row r="4" ht="${4 * 16 + 4}" customHeight="1">`);
    expect(await sheet(true)).toContain('<row r="4">');
  });
});
