import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx';
import { FONT, SIZE } from './layout.ts';

/** One character of 4号, in twips. */
const ONE_CHARACTER = SIZE.small * 10;

/** `— 1 —` in 4号 宋体: odd pages to the right, even ones to the left, one character in. */
export function pageNumbers(): { default: Footer; even: Footer } {
  return { default: footer('right'), even: footer('left') };
}

function footer(side: 'left' | 'right'): Footer {
  const run = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: { ascii: FONT.page, hAnsi: FONT.page, eastAsia: FONT.page },
    size: SIZE.small,
  });
  return new Footer({
    children: [
      new Paragraph({
        children: [run],
        spacing: { line: SIZE.small * 10, lineRule: LineRuleType.EXACT },
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: ONE_CHARACTER } : { left: ONE_CHARACTER },
      }),
    ],
  });
}
