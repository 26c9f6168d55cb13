import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Paper } from './docx.ts';
import {
  AREA_WIDTH,
  FONT,
  GRID,
  HEAD_BEFORE,
  headSize,
  IMPRINT_CHARACTERS,
  IMPRINT_LINE,
  imprintTop,
  LEAST_LINE,
  RED,
  SIZE,
} from './layout.ts';
import { type BulletinPart, isGroup, isHead, textOf } from './parts.ts';

/** Two characters in: in hundredths of a character, and in twips for readers that know only those. */
const TWO_CHARACTERS = { firstLineChars: 200, firstLine: 2 * SIZE.body * 10 };
/** So many characters of 2号 stand in a line. */
const TITLE_LINE = 20;
const ONE_CHARACTER = SIZE.body * 10;
/** So many characters of 署名 stand in a line, with one to spare. */
const SIGNATURE = 27;
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const GROUPS_TITLE = '各专项工作小组进展';

interface Look {
  font?: string;
  size?: number;
  color?: string;
  /** Percent of the characters' own width. */
  scale?: number;
  /** Begins a new line. */
  break?: number;
}

/** 红头: the issuer, the number that the office fills in, the red line, the title, 主送. */
export function head({ parts, year, isDraft, correction }: Paper): Paragraph[] {
  const issuer = `${textOf(parts, 'head:issuer')}文件`;
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: HEAD_BEFORE, line: 240, lineRule: LineRuleType.AUTO },
      children: [run(issuer, { font: FONT.title, color: RED, ...headSize(issuer.length) })],
    }),
    empty(),
    empty(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [run(`　　〔${year}〕　号`)],
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 11 } },
    }),
    empty(),
    empty(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: titleLines(textOf(parts, 'head:title')).map((text, at) =>
        run(text, { font: FONT.title, size: SIZE.title, ...(at > 0 && { break: 1 }) }),
      ),
    }),
    ...(isDraft
      ? [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [run('（送审稿）', { font: FONT.level2 })],
          }),
        ]
      : []),
    ...(correction === undefined
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [run(`（更正：${correction}）`, { font: FONT.level2 })],
          }),
        ]),
    empty(),
    new Paragraph({ children: [run(`${textOf(parts, 'head:to')}：`)] }),
  ];
}

/** The sections, numbered 一、（一）; what the office numbers 1. and （1） in the text stays as it is. */
export function body(parts: readonly BulletinPart[]): Paragraph[] {
  const groups = parts.filter(isGroup);
  const chapters = parts.filter((part) => !isHead(part) && (!isGroup(part) || part === groups[0]));
  return chapters.flatMap((part, index) => {
    const no = numeral(index + 1);
    const isLast = index === chapters.length - 1;
    if (!isGroup(part))
      return [level1(`${no}、${part.title}`), ...paragraphs(part.text, { endsWithNext: isLast })];
    return [
      level1(`${no}、${GROUPS_TITLE}`),
      ...groups.flatMap((group, at) => [
        level2(`（${numeral(at + 1)}）${group.title}`),
        ...paragraphs(group.text),
      ]),
    ];
  });
}

/** 附件说明, 署名 and the date, which the office fills in. */
export function signature({ parts, year }: Paper): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, indent: { right: 2 * ONE_CHARACTER } };
  // No page bears the date alone, nor 署名 without a line of the text.
  const together = { keepNext: true };
  const issuer = textOf(parts, 'head:issuer');
  // Two characters in; a longer name goes as far to the right as it must to stay in a line.
  const spare = Math.max(0, Math.min(2, SIGNATURE - issuer.length));
  return [
    empty(together),
    new Paragraph({ ...together, indent: TWO_CHARACTERS, children: [run('附件：报送及指标情况表')] }),
    empty(together),
    empty(together),
    new Paragraph({
      ...right,
      ...together,
      indent: { right: spare * ONE_CHARACTER },
      children: [run(issuer)],
    }),
    new Paragraph({ ...right, children: [run(`${year}年　月　日`)] }),
  ];
}

/** 版记: 抄送, and who prints it when, between lines at the foot of the page. */
export function imprint({ parts, year }: Paper): (Paragraph | Table)[] {
  const line = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' });
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const rows = [
    imprintLines(`抄送：${textOf(parts, 'head:copies')}。`),
    imprintLines(textOf(parts, 'head:issuer'), `${year}年　月　日印发`),
  ];
  const table = new Table({
    width: { size: AREA_WIDTH, type: WidthType.DXA },
    columnWidths: [AREA_WIDTH],
    borders: {
      top: line(IMPRINT_LINE.outer),
      bottom: line(IMPRINT_LINE.outer),
      insideHorizontal: line(IMPRINT_LINE.inner),
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: rows.map(imprintRow),
  });
  const above = imprintTop(rows.reduce((sum, { lines }) => sum + lines, 0));
  // Not a floating table: LibreOffice puts one that is to stand at the foot at the top.
  return [blank(above), table, blank(LEAST_LINE)];
}

/** A title longer than a line is cut behind its period, so that no word is torn (回行词意完整). */
function titleLines(title: string): string[] {
  if (title.length <= TITLE_LINE) return [title];
  const [, first, rest] = title.match(/^(.*?(?:季度|半年))(.+)$/) ?? [];
  return first === undefined || rest === undefined ? [title] : [first, rest];
}

interface ImprintRow {
  text: string;
  /** Below it, at the right. */
  right?: string;
  lines: number;
}

function imprintLines(text: string, right?: string): ImprintRow {
  const lines = Math.ceil(text.length / IMPRINT_CHARACTERS);
  return right === undefined ? { text, lines } : { text, right, lines: lines + 1 };
}

/** One character in on both sides. */
function imprintRow({ text, right, lines }: ImprintRow): TableRow {
  const one = SIZE.small * 10;
  const look = { size: SIZE.small };
  return new TableRow({
    height: { value: lines * GRID.linePitch, rule: HeightRule.EXACT },
    children: [
      new TableCell({
        width: { size: AREA_WIDTH, type: WidthType.DXA },
        children: [
          new Paragraph({ indent: { left: one, right: one }, children: [run(text, look)] }),
          ...(right === undefined
            ? []
            : [
                new Paragraph({
                  alignment: AlignmentType.RIGHT,
                  indent: { left: one, right: one },
                  children: [run(right, look)],
                }),
              ]),
        ],
      }),
    ],
  });
}

function level1(text: string): Paragraph {
  return new Paragraph({
    indent: TWO_CHARACTERS,
    keepNext: true,
    children: [run(text, { font: FONT.level1 })],
  });
}

function level2(text: string): Paragraph {
  return new Paragraph({
    indent: TWO_CHARACTERS,
    keepNext: true,
    children: [run(text, { font: FONT.level2 })],
  });
}

/** `endsWithNext`: the last one stays on the page of what follows. */
function paragraphs(text: string, of: { endsWithNext?: boolean } = {}): Paragraph[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map(
    (line, index) =>
      new Paragraph({
        alignment: AlignmentType.BOTH,
        indent: TWO_CHARACTERS,
        keepNext: of.endsWithNext === true && index === lines.length - 1,
        children: [run(line.trim())],
      }),
  );
}

/** An empty line of a height in twips. */
function blank(height: number): Paragraph {
  return new Paragraph({ spacing: { line: height, lineRule: LineRuleType.EXACT }, children: [] });
}

function empty(how: { keepNext?: boolean } = {}): Paragraph {
  return new Paragraph({ ...how, children: [run('')] });
}

/** XML 1.0 has no place for control characters, and a file with one does not open. */
function run(text: string, look: Look = {}): TextRun {
  const { font = FONT.body, size = SIZE.body, color } = look;
  return new TextRun({
    text: text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''),
    font: { ascii: font, hAnsi: font, eastAsia: font },
    size,
    ...(color !== undefined && { color }),
    ...(look.scale !== undefined && { scale: look.scale }),
    ...(look.break !== undefined && { break: look.break }),
  });
}

/** 1…99 as they number sections: 二十三. */
function numeral(no: number): string {
  const tens = Math.floor(no / 10);
  const ones = NUMERALS[(no % 10) - 1] ?? '';
  return tens === 0 ? ones : `${tens === 1 ? '' : (NUMERALS[tens - 1] ?? '')}十${ones}`;
}
