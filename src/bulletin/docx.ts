import { Document, Packer, SectionType } from 'docx';
import { pageNumbers } from './docx-pages.ts';
import { body, head, imprint, signature } from './docx-parts.ts';
import { STYLES } from './docx-styles.ts';
import { GRID, MARGIN, PAGE } from './layout.ts';
import { type BulletinPart, textOf } from './parts.ts';

/** What a bulletin's paper says besides its parts. */
export interface Paper {
  parts: readonly BulletinPart[];
  /** Of 发文字号 and the date, `2027`; the number, the date and the seal stay the office's. */
  year: string;
  /** Not approved yet: it says so below its title. */
  isDraft: boolean;
  /** What a correction corrects (更正): it stands below the title. */
  correction?: string;
}

/** The bulletin as docx in the layout of GB/T 9704-2012. Works on Node and in Workers. */
export async function bulletinDocx(paper: Paper): Promise<Uint8Array> {
  const properties = {
    page: { size: PAGE, margin: MARGIN },
    grid: { type: 'linesAndChars', ...GRID },
  } as const;
  const document = new Document({
    title: textOf(paper.parts, 'head:title'),
    creator: textOf(paper.parts, 'head:issuer'),
    evenAndOddHeaderAndFooters: true,
    externalStyles: STYLES,
    sections: [
      {
        properties,
        footers: pageNumbers(),
        children: [...head(paper), ...body(paper.parts), ...signature(paper)],
      },
      // The imprint's place is the foot of the last page, an even one.
      {
        properties: { ...properties, type: SectionType.EVEN_PAGE },
        footers: pageNumbers(),
        children: imprint(paper),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
