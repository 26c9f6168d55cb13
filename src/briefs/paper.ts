import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';
import { publishedBriefs } from '../../db/queries/briefs.ts';
import { pageNumbers } from '../bulletin/docx-pages.ts';
import { body } from '../bulletin/docx-parts.ts';
import { STYLES } from '../bulletin/docx-styles.ts';
import { FONT, GRID, MARGIN, PAGE, SIZE } from '../bulletin/layout.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { dayName } from '../reports/texts.ts';
import { briefName } from './brief.ts';

/** `<期>-工作动态.docx`: what was published out of a period's reports and not withdrawn; undefined where nothing was. */
export async function briefsPaper(
  { db, notice }: Pick<Deps, 'db' | 'notice'>,
  period: string,
): Promise<{ name: string; content: Uint8Array } | undefined> {
  const briefs = (await publishedBriefs(db, period)).toReversed();
  if (briefs.length === 0) return undefined;
  const title = `${periodName(period as PeriodId)}工作动态`;
  const parts = briefs.map((brief) => {
    const day = brief.published_at === null ? '' : dayName(dayAt(brief.published_at), '');
    const from = [briefName(brief), notice.unit(brief.unit)?.name ?? brief.unit, day].join('，');
    return { id: brief.id, title: brief.title, text: `${brief.body}\n（${from}）` };
  });
  const document = new Document({
    title,
    evenAndOddHeaderAndFooters: true,
    externalStyles: STYLES,
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN }, grid: { type: 'linesAndChars', ...GRID } },
        footers: pageNumbers(),
        children: [heading(title), new Paragraph({ children: [] }), ...body(parts)],
      },
    ],
  });
  return { name: `${period}-工作动态.docx`, content: new Uint8Array(await Packer.toArrayBuffer(document)) };
}

function heading(title: string): Paragraph {
  const font = { ascii: FONT.title, hAnsi: FONT.title, eastAsia: FONT.title };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: title, font, size: SIZE.title })],
  });
}
