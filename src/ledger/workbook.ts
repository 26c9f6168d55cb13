import { type EvidenceRow, ledgerEvidence } from '../../db/queries/evidence.ts';
import {
  type LedgerEntryRow,
  type LedgerStepRow,
  ledgerEntries,
  ledgerSteps,
} from '../../db/queries/ledger.ts';
import { personNames } from '../../db/queries/people.ts';
import { dayAt, instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { type Table, writeXlsx } from '../files/xlsx-write.ts';
import { type Calendar, plusDays } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';
import { dayAfter, type PeriodId, periodName, previousPeriod } from '../reports/period.ts';
import { momentName } from '../reports/texts.ts';
import { lightOf } from './light.ts';
import { missedDeadline } from './overdue.ts';
import { ACTS, STANDINGS } from './texts.ts';

/** What the sheets are made of. */
interface LedgerRecord {
  period: PeriodId;
  entries: readonly LedgerEntryRow[];
  /** By number, oldest first. */
  steps: ReadonlyMap<string, readonly LedgerStepRow[]>;
  evidence: readonly EvidenceRow[];
  unitOf: (unit: string) => string;
  nameOf: (openId: string) => string;
  calendar: Calendar;
  /** When it was read, instant in ms. */
  at: number;
}

/**
 * `<期>-台账.xlsx`: the problems that were worked on in the quarter, as they stand now, and all that was done about them
 * (`附件1·四（三）`, `附件2·三（一）`). Undefined where there were none.
 */
export async function ledgerWorkbook(
  deps: Pick<Deps, 'db' | 'notice' | 'clock'>,
  id: string,
): Promise<{ name: string; content: Uint8Array } | undefined> {
  const period = id as PeriodId;
  const all = Map.groupBy(await ledgerSteps(deps.db), ({ no }) => no);
  const entries = (await ledgerEntries(deps.db))
    .filter((entry) => isOfQuarter(entry, all.get(entry.no) ?? [], period))
    .sort((a, b) => (a.no < b.no ? -1 : 1));
  if (entries.length === 0) return undefined;
  const steps = new Map(entries.map(({ no }) => [no, all.get(no) ?? []]));
  const evidence = (await ledgerEvidence(deps.db)).filter(({ item }) => steps.has(item));
  const people = [...[...steps.values()].flat(), ...evidence].map(({ by }) => by);
  const names = await personNames(deps.db, [...new Set(people)]);
  const record: LedgerRecord = {
    ...{ period, entries, steps, evidence, at: deps.clock.now(), calendar: await calendarOf(deps.db) },
    unitOf: (unit) => deps.notice.unit(unit)?.name ?? unit,
    nameOf: (openId) => names.get(openId) ?? openId,
  };
  const content = await writeXlsx([entriesTable(record), stepsTable(record), evidenceTable(record)]);
  return { name: `${id}-台账.xlsx`, content };
}

/** Entered before the quarter ended, and not closed before it began. */
function isOfQuarter(entry: LedgerEntryRow, steps: readonly LedgerStepRow[], period: PeriodId): boolean {
  const [from, to] = daysOf(period);
  const closedAt = closingOf(steps)?.at;
  return (
    entry.entered_at < instantOf(to, '00:00') &&
    (closedAt === undefined || closedAt >= instantOf(from, '00:00'))
  );
}

/** The quarter's first day, and the first after it. */
function daysOf(period: PeriodId): [from: string, to: string] {
  return [dayAfter(previousPeriod(period)), dayAfter(period)];
}

function closingOf(steps: readonly LedgerStepRow[]): LedgerStepRow | undefined {
  return steps.findLast(({ what }) => what === 'closed');
}

function entriesTable(record: LedgerRecord): Table {
  const { entries, steps, unitOf, nameOf, calendar, at } = record;
  const today = dayAt(at);
  return {
    name: '台账',
    preface: [`${periodName(record.period)}问题台账（导出于${momentName(at)}，按此时的状态）`],
    columns: columns(
      ...([
        ['编号', 12],
        ['单位', 18],
        ['问题', 40],
        ['整改措施', 40],
        ['期限', 12],
      ] as const),
      ...([
        ['完成%', 8],
        ['状态', 12],
        ['本季度逾期', 12],
        ['登记人', 12],
        ['登记时间', 20],
      ] as const),
      ...([
        ['销号人', 12],
        ['销号时间', 20],
      ] as const),
    ),
    rows: entries.map((entry) => {
      const own = steps.get(entry.no) ?? [];
      const closing = entry.status === 'closed' ? closingOf(own) : undefined;
      return [
        ...[entry.no, unitOf(entry.unit), entry.problem, entry.measure, entry.due_on],
        entry.percent ?? undefined,
        STANDINGS[lightOf(entry, { today, calendar })],
        overdueText(record, own),
        ...[nameOf(entry.entered_by), momentName(entry.entered_at)],
        ...(closing === undefined ? ['', ''] : [nameOf(closing.by), momentName(closing.at)]),
      ];
    }),
  };
}

/** By the same rule as the score; nobody is overdue yet on a day to come. */
function overdueText({ period, at }: LedgerRecord, steps: readonly LedgerStepRow[]): string {
  const [from, after] = daysOf(period);
  const today = dayAt(at);
  const to = plusDays(after, -1) < today ? plusDays(after, -1) : today;
  return missedDeadline(steps, { from, to }) === undefined ? '' : '是';
}

function stepsTable({ entries, steps, unitOf, nameOf }: LedgerRecord): Table {
  return {
    name: '经过',
    columns: columns(
      ...([
        ['编号', 12],
        ['单位', 18],
        ['时间', 20],
        ['谁', 12],
        ['做了什么', 12],
      ] as const),
      ...([
        ['说明', 60],
        ['完成%', 8],
        ['期限', 12],
      ] as const),
    ),
    rows: entries.flatMap(({ no, unit }) =>
      (steps.get(no) ?? []).map((step) => [
        ...[no, unitOf(unit), momentName(step.at), nameOf(step.by), ACTS[step.what], step.words],
        step.percent ?? undefined,
        step.due_on,
      ]),
    ),
  };
}

/** Files stay with the platform: what is kept of them tells whether a copy is the same. */
function evidenceTable({ evidence, unitOf, nameOf }: LedgerRecord): Table {
  return {
    name: '佐证清单',
    columns: columns(
      ...([
        ['编号', 12],
        ['单位', 18],
        ['文件', 40],
        ['字节', 12],
      ] as const),
      ...([
        ['SHA-256', 66],
        ['谁', 12],
        ['时间', 20],
      ] as const),
    ),
    rows: [...evidence]
      .sort((a, b) => (a.item < b.item ? -1 : 1))
      .map((row) => [
        ...[row.item, unitOf(row.unit), row.name, row.size, row.sha256],
        ...[nameOf(row.by), momentName(row.at)],
      ]),
  };
}

function columns(...all: readonly (readonly [string, number])[]): Table['columns'] {
  return all.map(([title, width]) => ({ title, width }));
}
