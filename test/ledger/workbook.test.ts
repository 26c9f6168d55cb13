import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { changeLedgerEntry, insertLedgerEntry, ledgerEntry } from '../../db/queries/ledger.ts';
import { rememberName } from '../../db/queries/people.ts';
import type { LedgerAct, LedgerStatus } from '../../db/schema-ledger.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { instantOf } from '../../src/clock.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { ledgerWorkbook } from '../../src/ledger/workbook.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { indexNotice } from '../../src/notice/index-of.ts';
import { exportPeriod } from '../../src/report-files/export.ts';
import { parsePeriod } from '../../src/reports/period.ts';
import { openFilled } from '../progress/filled.ts';

const NOW = instantOf('2026-12-28', '10:00');
const notice = indexNotice(defaultNotice());
let folder: string;
let db: Db;
const deps = () => ({ db, notice, clock: { now: () => NOW } });

async function enter(no: string, of: { day: string; due: string; problem?: string }): Promise<void> {
  const at = instantOf(of.day, '10:00');
  const entry = {
    ...{ no, unit: 'tax', problem: of.problem ?? '窗口排队久', measure: '增设窗口', due_on: of.due },
    ...{ percent: null, status: 'open' as const, entered_by: 'ou_zhou', entered_at: at, version: 1 },
  };
  await db.apply(insertLedgerEntry(db, entry, ''));
}

async function step(no: string, what: LedgerAct, of: { day: string; status: LedgerStatus; words?: string }) {
  const entry = await ledgerEntry(db, no);
  if (entry === undefined) throw new Error(`no ${no}`);
  const { due_on } = entry;
  const done = { words: of.words ?? '', by: 'ou_li', at: instantOf(of.day, '11:00'), percent: 40, due_on };
  await db.apply(changeLedgerEntry(db, entry, { what, status: of.status, ...done }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  const path = join(folder, 'bot.sqlite');
  await migrate(path);
  db = await openSqlite(path);
  await db.apply([
    rememberName(db, { openId: 'ou_zhou', name: '周敬言', now: NOW }),
    rememberName(db, { openId: 'ou_li', name: '李晓', now: NOW }),
  ]);
  await openFilled(db, notice.model, { period: '2026Q4', dueOn: '2027-01-08', now: NOW });
  await openFilled(db, notice.model, { period: '2026Q3', dueOn: '2026-10-16', now: NOW });
  // Closed before the quarter; closed in it; overdue in it; not due yet; entered after it.
  await enter('2026-001', { day: '2026-07-01', due: '2026-08-01' });
  await step('2026-001', 'closed', { day: '2026-09-30', status: 'closed' });
  await enter('2026-002', { day: '2026-08-01', due: '2026-11-02', problem: '=HYPERLINK("http://x")' });
  await step('2026-002', 'applied', { day: '2026-10-30', status: 'closing', words: '已办结' });
  await step('2026-002', 'closed', { day: '2026-11-20', status: 'closed' });
  await enter('2026-003', { day: '2026-11-02', due: '2026-12-10' });
  await enter('2026-004', { day: '2026-12-01', due: '2026-12-31' });
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function sheets(period: string) {
  const made = await ledgerWorkbook(deps(), period);
  const [entries, steps] = made === undefined ? [] : readXlsx(made.content);
  const cells = (sheet: typeof entries) => sheet?.rows.map((row) => row.cells) ?? [];
  return { name: made?.name, entries: cells(entries), steps: cells(steps) };
}

it('lists what was worked on in the quarter, with how it stands and whether it was overdue in it', async () => {
  const { name, entries } = await sheets('2026Q4');
  expect(name).toBe('2026Q4-台账.xlsx');
  expect(entries[0]?.[0]).toContain('2026年第四季度问题台账（导出于2026年12月28日 10:00');
  const rows = entries.filter((row) => row[0]?.startsWith('2026-'));
  expect(rows.map((row) => [row[0], row[1], row[4], row[6], row[7]])).toEqual([
    ['2026-002', '税务局', '2026-11-02', '已销号', ''],
    ['2026-003', '税务局', '2026-12-10', '逾期', '是'],
    ['2026-004', '税务局', '2026-12-31', '临近期限', ''],
  ]);
  expect(rows[0]?.[2]).toBe('=HYPERLINK("http://x")');
  expect(rows[0]?.slice(8)).toEqual(['周敬言', '2026年8月1日 10:00', '李晓', '2026年11月20日 11:00']);
});

it('tells every step, who took it and with which words', async () => {
  const { steps } = await sheets('2026Q4');
  const own = steps.filter((row) => row[0] === '2026-002').map((row) => [row[3], row[4], row[5]]);
  expect(own).toEqual([
    ['周敬言', '登记', ''],
    ['李晓', '申请销号', '已办结'],
    ['李晓', '销号', ''],
  ]);
});

it('an earlier quarter has its own; where there was nothing there is no file', async () => {
  const { entries } = await sheets('2026Q3');
  expect(entries.flatMap((row) => (row[0]?.startsWith('2026-') ? [[row[0], row[7]]] : []))).toEqual([
    ['2026-001', '是'],
    ['2026-002', ''],
  ]);
  expect(await ledgerWorkbook(deps(), '2025Q4')).toBeUndefined();
});

it('is a part of the export, with its hash', async () => {
  const { manifest } = await exportPeriod(deps(), parsePeriod('2026Q4'));
  const entry = manifest.files.find(({ name }) => name === '2026Q4-台账.xlsx');
  expect(entry?.sha256).toMatch(/^[0-9a-f]{64}$/);
});
