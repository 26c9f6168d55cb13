import { createHash } from 'node:crypto';
import { evidenceOfPeriod } from '../../db/queries/evidence.ts';
import { personNames } from '../../db/queries/people.ts';
import { pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { decisionsOfPeriod, revisionsOfPeriod } from '../../db/queries/progress.ts';
import { periodSheets } from '../../db/queries/reports.ts';
import { briefsPaper } from '../briefs/paper.ts';
import { exportedBulletin } from '../bulletin/export.ts';
import { isoAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import { writeXlsx } from '../files/xlsx-write.ts';
import { ledgerWorkbook } from '../ledger/workbook.ts';
import { type PeriodId, periodName } from '../reports/period.ts';
import { scoresWorkbook } from '../scoring/workbook.ts';
import { exportTables, type PeriodRecord } from './export-tables.ts';

/** What an export needs; the command line has no platform. */
export type ExportDeps = Pick<Deps, 'db' | 'notice' | 'clock'>;

interface ExportedFile {
  name: string;
  content: Uint8Array;
}

/** What `manifest.json` says of a file. */
interface ManifestEntry {
  name: string;
  bytes: number;
  sha256: string;
}

export interface PeriodExport {
  files: ExportedFile[];
  /** Of all files but itself. */
  manifest: { period: string; exportedAt: string; files: ManifestEntry[] };
}

/** Makes one file of a period; undefined where there is nothing to put into it. */
type ExportPart = (deps: ExportDeps, period: string) => Promise<ExportedFile | undefined>;

/** What an export consists of. */
const PARTS: readonly ExportPart[] = [
  reportsWorkbook,
  scoresWorkbook,
  ledgerWorkbook,
  bulletinPaper,
  briefsPaper,
];

/** Everything that is kept of a period as files, `manifest.json` with their SHA-256 last. @throws UserError for a period that was never open */
export async function exportPeriod(deps: ExportDeps, period: PeriodId): Promise<PeriodExport> {
  const known = await pastAndOpenPeriods(deps.db);
  if (!known.some((one) => one.id === period)) {
    const others = known.map((one) => one.id).join('、');
    throw new UserError(
      `没有开过${periodName(period)}的报送，没有可导出的。${others === '' ? '' : `可以导出：${others}。`}`,
    );
  }
  const made = await Promise.all(PARTS.map((part) => part(deps, period)));
  const files = made.filter((file) => file !== undefined);
  const manifest = { period, exportedAt: isoAt(deps.clock.now()), files: files.map(entryOf) };
  const content = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  return { files: [...files, { name: 'manifest.json', content }], manifest };
}

function entryOf({ name, content }: ExportedFile): ManifestEntry {
  return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

/** `<期>-通报.docx`: as it was published; before, as it stands. None before the first unit has reported. */
async function bulletinPaper(deps: ExportDeps, id: string): Promise<ExportedFile | undefined> {
  const content = await exportedBulletin(deps, id);
  return content && { name: `${id}-通报.docx`, content };
}

/** `<期>-报送.xlsx` */
async function reportsWorkbook(deps: ExportDeps, period: string): Promise<ExportedFile> {
  const tables = exportTables(await recordOf(deps, period));
  return { name: `${period}-报送.xlsx`, content: await writeXlsx(tables) };
}

async function recordOf({ db, notice, clock }: ExportDeps, period: string): Promise<PeriodRecord> {
  const [sheets, revisions, decisions, evidence] = await Promise.all([
    periodSheets(db, period),
    revisionsOfPeriod(db, period),
    decisionsOfPeriod(db, period),
    evidenceOfPeriod(db, period),
  ]);
  const people = [
    ...revisions.map((one) => one.submitted_by),
    ...decisions.map((one) => one.by),
    ...evidence.map((one) => one.by),
  ];
  const names = await personNames(db, [...new Set(people)]);
  const order = new Map(sheets.map(({ report }, index) => [report.unit, index]));
  const inOrder = <T extends { unit: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (order.get(a.unit) ?? order.size) - (order.get(b.unit) ?? order.size));
  return {
    period,
    sheets,
    revisions: inOrder(revisions),
    decisions,
    evidence: inOrder(evidence),
    notice,
    nameOf: (openId) => names.get(openId) ?? openId,
    at: clock.now(),
  };
}
