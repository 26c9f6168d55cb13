import { publishedBriefs } from '../../db/queries/briefs.ts';
import { latestBulletin, publishedBulletin, sectionsOf } from '../../db/queries/bulletins.ts';
import { storedFile } from '../../db/queries/files.ts';
import { periodById } from '../../db/queries/periods.ts';
import { periodSheets } from '../../db/queries/reports.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { composed } from './compose.ts';
import { isOpen, partsOf } from './desk.ts';
import { bulletinDocx } from './docx.ts';
import { rebuilt } from './sections.ts';

/**
 * The docx of a period's bulletin for an export: as it was published; before, as it stands, or as it would be begun.
 * Undefined before the first unit has reported.
 */
export async function exportedBulletin(
  { db, notice, clock }: Pick<Deps, 'db' | 'notice' | 'clock'>,
  id: string,
): Promise<Uint8Array | undefined> {
  const published = await publishedBulletin(db, id);
  if (published?.docx_file) return (await storedFile(db, published.docx_file))?.content;
  const [period, sheets, row, briefs] = await Promise.all([
    periodById(db, id),
    periodSheets(db, id),
    latestBulletin(db, id),
    publishedBriefs(db, id),
  ]);
  if (period === undefined || !sheets.some(({ report }) => report.submitted_at !== null)) return undefined;
  if (row?.own_file) return (await storedFile(db, row.own_file))?.content;
  const fresh = composed({ period, sheets, notice, briefs });
  const stored = row === undefined ? undefined : await sectionsOf(db, row);
  const parts = row && stored ? partsOf(isOpen(row) ? rebuilt(stored, fresh) : stored) : fresh;
  return bulletinDocx({ parts, year: dayAt(clock.now()).slice(0, 4), isDraft: true });
}
