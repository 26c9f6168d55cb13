import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { readCsv } from '../../src/files/csv-read.ts';
import { cellName, columnOf } from '../../src/files/sheet.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';

/** An xlsx file of hand-written parts. */
function book(parts: { sheet: string; strings?: string; styles?: string; workbook?: string }): Uint8Array {
  const workbook =
    parts.workbook ??
    '<workbook xmlns:r="r"><sheets><sheet name="隐藏" sheetId="2" state="hidden" r:id="rId9"/><sheet name="表&amp;一" sheetId="1" r:id="rId1"/></sheets></workbook>';
  return zipSync({
    'xl/workbook.xml': strToU8(workbook),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="/xl/worksheets/sheet9.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet><cols><col min="1"/></cols><sheetData>${parts.sheet}</sheetData></worksheet>`,
    ),
    'xl/worksheets/sheet9.xml': strToU8('<worksheet><sheetData/></worksheet>'),
    'xl/sharedStrings.xml': strToU8(`<sst>${parts.strings ?? ''}</sst>`),
    'xl/styles.xml': strToU8(parts.styles ?? '<styleSheet/>'),
    'xl/media/image1.png': new Uint8Array(10),
  });
}

const rowsOf = (bytes: Uint8Array) => readXlsx(bytes)[0]?.rows;

describe('an xlsx file is read as the sheet shows it', () => {
  it('shared and rich texts, inline texts, booleans, errors, entities; hidden sheets are left out', () => {
    const strings =
      '<si><t xml:space="preserve"> 财政局 </t></si><si><r><t>发展</t></r><r><rPr><b/></rPr><t>改革委</t></r><rPh sb="0"><t>ignored</t></rPh></si>';
    const sheet =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row><row r="3"/>' +
      '<row r="7"><c r="A7" t="inlineStr"><is><t>a &lt;b&gt; &#26999;&#x5F20; &amp;amp;</t></is></c><c r="B7" t="b"><v>1</v></c><c r="C7" t="e"><v>#N/A</v></c><c r="D7" t="str"><f>A1&amp;"x"</f><v>公式</v></c></row>';
    const [shown, ...others] = readXlsx(book({ sheet, strings }));
    expect(others).toEqual([]);
    expect(shown).toEqual({
      name: '表&一',
      rows: [
        { no: 2, cells: ['财政局', '', '发展改革委'] },
        { no: 7, cells: ['a <b> 楷张 &amp;', 'TRUE', '#N/A', '公式'] },
      ],
    });
  });

  it('numbers keep their digits, percentages and days look as they do in the sheet', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="0.0%"/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="178" formatCode="#,##0.00&quot;元&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="14"/><xf numFmtId="178"/></cellXfs></styleSheet>';
    const sheet =
      '<row><c><v>13800000001</v></c><c><v>1.3800000001E10</v></c><c><v>0.30000000000000004</v></c><c s="1"><v>0.955</v></c><c s="2"><v>46384</v></c><c s="3"><v>46384.75</v></c><c s="4"><v>1234.5</v></c><c><v></v></c><c><v>-0.07</v></c></row>';
    expect(rowsOf(book({ sheet, styles }))).toEqual([
      {
        no: 1,
        cells: [
          '13800000001',
          '13800000001',
          '0.3',
          '95.5%',
          '2026-12-28',
          '2026-12-28',
          '1234.5',
          '',
          '-0.07',
        ],
      },
    ]);
  });

  it('elements with a namespace prefix are the same', () => {
    const workbook =
      '<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet name="a" r:id="rId1"/></x:sheets></x:workbook>';
    const sheet = '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row>';
    expect(rowsOf(book({ sheet, workbook }))).toEqual([{ no: 1, cells: ['甲'] }]);
  });

  it('what our own writer writes', async () => {
    const data = [[{ value: '单位' }, { value: 12.5 }, { value: true, type: Boolean }]];
    const blob = await (await writeXlsxFile(data).toBlob()).arrayBuffer();
    expect(rowsOf(new Uint8Array(blob))).toEqual([{ no: 1, cells: ['单位', '12.5', 'TRUE'] }]);
  });

  it.each([
    ['a text', strToU8('hello'), '不是有效的 xlsx'],
    ['an empty file', new Uint8Array(), '不是有效的 xlsx'],
    ['another zip', zipSync({ 'word/document.xml': strToU8('<w/>') }), '不是有效的 xlsx'],
    ['an old or locked one', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), '旧版 xls 或加了密码'],
    ['a cut one', book({ sheet: '<row/>' }).slice(0, 200), '不是有效的 xlsx'],
    ['a bomb', zipSync({ 'xl/workbook.xml': new Uint8Array(40 * 1024 * 1024) }), '表格太大'],
    ['a long one', book({ sheet: '<row><c><v>1</v></c></row>'.repeat(5001) }), '最多5000行'],
  ])('%s is refused in a sentence', (_, bytes, says) => {
    expect(() => readXlsx(bytes)).toThrow(says);
  });
});

describe('a csv file', () => {
  const wanted = [
    { no: 1, cells: ['单位', '手机'] },
    { no: 2, cells: ['财政局', '138'] },
  ];

  it('is read in UTF-8 with and without a mark, in UTF-16 and in GBK', () => {
    const text = '单位,手机\r\n财政局,138\r\n';
    const gbk = Uint8Array.from([
      0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xca, 0xd6, 0xbb, 0xfa, 0x0d, 0x0a, 0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6,
      0x2c, 0x31, 0x33, 0x38,
    ]);
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(text.replaceAll(',', '\t'), 'utf16le')]);
    for (const bytes of [strToU8(text), strToU8(`\ufeff${text}`), utf16, gbk])
      expect(readCsv(bytes).rows).toEqual(wanted);
  });

  it('quotes hold delimiters, quotes and line ends; empty records are left out, but counted', () => {
    const text = '"a,b";"say ""hi"""\n\n"two\nlines"; x ';
    expect(readCsv(strToU8(text)).rows).toEqual([
      { no: 1, cells: ['a,b', 'say "hi"'] },
      { no: 3, cells: ['two\nlines', 'x'] },
    ]);
  });

  it('what is no text is refused', () => {
    expect(() => readCsv(Uint8Array.from([0, 1, 2, 0, 255]))).toThrow('不是表格');
  });
});

describe('names of cells', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (column, letters) => {
    expect(cellName(column, 5)).toBe(`${letters}5`);
    expect(columnOf(`${letters}5`)).toBe(column);
  });
});
