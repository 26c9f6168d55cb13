import { publishedBriefs } from '../../db/queries/briefs.ts';
import {
  type BulletinClashRow,
  type BulletinRow,
  bulletinOf,
  latestBulletin,
  openBulletinClashes,
  publishedBulletin,
  type SectionRow,
  sectionsOf,
} from '../../db/queries/bulletins.ts';
import { periodById } from '../../db/queries/periods.ts';
import { periodSheets } from '../../db/queries/reports.ts';
import { UserError } from '../errors.ts';
import { type Labels, labelsOf } from '../people/labels.ts';
import type { ReportAct } from '../reports/act.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { composed } from './compose.ts';
import type { PeriodFacts } from './facts.ts';
import type { BulletinPart } from './parts.ts';
import { figureWarnings, isStale, newBulletin, rebuilt } from './sections.ts';

/** What one command or click on a period's bulletin works with, as it is stored and as the facts are now. */
export interface BulletinDesk {
  act: ReportAct;
  /** `2026年第四季度` */
  name: string;
  row: BulletinRow;
  /** Not stored yet: it is made with whatever is done. */
  isNew: boolean;
  /** Those that nobody has edited say what the facts say, as long as the text may change. */
  sections: SectionRow[];
  /** As they are stored, where building has changed them. */
  stale: SectionRow[];
  fresh: readonly BulletinPart[];
  facts: PeriodFacts;
  clashes: BulletinClashRow[];
  labels: Labels;
  /** The figures that are not, or no longer, the stored ones; Chinese sentences. */
  warnings: string[];
  /** What was published before a correction. */
  earlier: SectionRow[];
  /** The name of the office's own file, where that was published before a correction. */
  earlierFile: string | undefined;
}

/** The text may still be changed. */
export function isOpen({ state }: Pick<BulletinRow, 'state'>): boolean {
  return state === 'draft' || state === 'returned';
}

/** The newest bulletin of a period; where none is stored, the one that would be. @throws UserError where it never opened */
export async function bulletinDesk(act: ReportAct, id: PeriodId): Promise<BulletinDesk> {
  const { db, notice } = act.deps;
  const period = await periodById(db, id);
  if (period === undefined || period.opened_at === null)
    throw new UserError(`没有开过${periodName(id)}的报送，没有可通报的内容。`);
  const facts = { period, sheets: await periodSheets(db, id) };
  const fresh = composed({ ...facts, notice, briefs: await publishedBriefs(db, id) });
  const kept = await latestBulletin(db, id);
  const made = newBulletin(id, fresh, { by: act.sender, at: act.now });
  const row = kept ?? made.row;
  const stored = kept === undefined ? made.sections : await sectionsOf(db, kept);
  const sections = isOpen(row) ? rebuilt(stored, fresh) : stored;
  const clashes = await openBulletinClashes(db, row);
  return {
    act,
    name: periodName(id),
    row,
    isNew: kept === undefined,
    sections,
    stale: kept === undefined ? [] : stored.filter((one, index) => isStale(one, sections[index])),
    fresh,
    facts,
    clashes,
    labels: await labelsOf(act.deps, [act.sender, ...peopleOf({ row, sections, clashes })]),
    warnings: figureWarnings(sections, fresh),
    ...(await earlierOf(act, row)),
  };
}

async function earlierOf(
  { deps }: ReportAct,
  { period, revision }: BulletinRow,
): Promise<Pick<BulletinDesk, 'earlier' | 'earlierFile'>> {
  if (revision === 1) return { earlier: [], earlierFile: undefined };
  const key = { period, revision: revision - 1 };
  const [earlier, before] = await Promise.all([sectionsOf(deps.db, key), bulletinOf(deps.db, key)]);
  return { earlier, earlierFile: before?.own_name ?? undefined };
}

/** Everybody that a bulletin speaks of. */
function peopleOf({ row, sections, clashes }: Pick<BulletinDesk, 'row' | 'sections' | 'clashes'>): string[] {
  const people = [row.made_by, row.sent_by, row.decided_by, row.own_by, row.published_by];
  const all = [...people, ...sections.map((one) => one.edited_by), ...clashes.map((one) => one.by)];
  return [...new Set(all.filter((one) => one !== null))];
}

/** The sections as the paper takes them. */
export function partsOf(sections: readonly SectionRow[]): BulletinPart[] {
  return sections.map(({ section, title, text }) => ({ id: section, title, text }));
}

/** The period's published bulletin with its sections; undefined before. */
export async function publishedWithSections(
  { deps }: ReportAct,
  period: string,
): Promise<{ row: BulletinRow; sections: SectionRow[] } | undefined> {
  const row = await publishedBulletin(deps.db, period);
  return row && { row, sections: await sectionsOf(deps.db, row) };
}
