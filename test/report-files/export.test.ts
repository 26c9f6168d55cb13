import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { keepEvidence } from '../../db/queries/evidence.ts';
import { rememberName } from '../../db/queries/people.ts';
import { reportSheet } from '../../db/queries/reports.ts';
import { keepRevision, recordDecision } from '../../db/queries/reviews.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { instantOf } from '../../src/clock.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import { defaultNotice } from '../../src/notice/default.ts';
import { indexNotice } from '../../src/notice/index-of.ts';
import { exportPeriod } from '../../src/report-files/export.ts';
import { parsePeriod } from '../../src/reports/period.ts';
import { revisionOf } from '../../src/reports/revision.ts';
import { openFilled } from '../progress/filled.ts';

const NOW = instantOf('2026-12-28', '10:00');
const PERIOD = parsePeriod('2026Q4');
const notice = indexNotice(defaultNotice());
let folder: string;
let db: Db;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
  const path = join(folder, 'bot.sqlite');
  await migrate(path);
  db = await openSqlite(path);
  await openFilled(db, notice.model, {
    period: PERIOD,
    dueOn: '2027-01-08',
    now: NOW,
    units: {
      power: {
        status: 'accepted',
        submittedAt: NOW,
        items: {
          'group:7': { progress: '=HYPERLINK("http://x")', problems: '外线审批慢', coordinate: 1 },
        },
      },
      housing: {
        status: 'submitted',
        submittedAt: NOW,
        items: { 'measure:6': { values: { 'm6-time': '40', 'm6-steps': '5' } } },
      },
      finance: { status: 'draft', items: { 'group:6': { progress: '还没写完' } } },
    },
  });
  const sheet = await reportSheet(db, { period: PERIOD, unit: 'power' });
  const key = { period: PERIOD, unit: 'power', round: 1 };
  await db.apply([
    rememberName(db, { openId: 'ou_liaison', name: '江映辉', now: NOW }),
    keepRevision(db, {
      ...key,
      receipt: '2026Q4-033-1',
      content: JSON.stringify(revisionOf(sheet?.items ?? [])),
      submitted_by: 'ou_liaison',
      submitted_at: NOW,
    }),
    recordDecision(db, {
      id: 'd1',
      ...key,
      what: 'accepted',
      mark: '优',
      chips: '[]',
      reason: '',
      by: 'ou_office',
      at: NOW,
    }),
    keepEvidence(db, {
      id: 'e1',
      period: PERIOD,
      unit: 'power',
      item: 'group:7',
      message_id: 'om_1',
      file_key: 'file_1',
      type: 'file',
      name: '-证明.pdf',
      size: 1234,
      sha256: 'ab'.repeat(32),
      by: 'ou_liaison',
      at: NOW,
    }),
  ]);
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

const clock = { now: () => NOW };

describe('the export of a period', () => {
  it('holds units, groups, indicators with attainment, rounds and evidence; texts are never formulas', async () => {
    const { files } = await exportPeriod({ db, notice, clock }, PERIOD);
    expect(files.map((file) => file.name)).toEqual([
      '2026Q4-报送.xlsx',
      '2026Q4-评分.xlsx',
      '2026Q4-通报.docx',
      'manifest.json',
    ]);
    const sheets = readXlsx(files[0]?.content ?? new Uint8Array());
    expect(sheets.map((sheet) => sheet.name)).toEqual(['按单位', '按小组', '指标', '历次提交', '佐证材料']);
    const rows = (name: string) =>
      sheets.find((sheet) => sheet.name === name)?.rows.map((row) => row.cells) ?? [];
    const power = rows('按单位').filter((row) => row[0] === '供电中心');
    expect(power[0]?.slice(1, 10)).toEqual([
      '采纳',
      '1',
      '获得电力专项工作小组',
      '整组牵头',
      '三、7',
      '=HYPERLINK("http://x")',
      '外线审批慢',
      '',
      '是',
    ]);
    expect(rows('按小组').find((row) => row[0] === '7')?.[1]).toBe('获得电力');
    expect(rows('历次提交').at(-1)?.slice(0, 6)).toEqual([
      '供电中心',
      '1',
      '2026Q4-033-1',
      '江映辉',
      '2026年12月28日 10:00',
      '2026年12月28日 10:00 ou_office 采纳（优）',
    ]);
    expect(rows('佐证材料').at(-1)).toContain('ab'.repeat(32));
  });

  it('gives each numeric target its attainment', async () => {
    const { files } = await exportPeriod({ db, notice, clock }, PERIOD);
    const sheet = readXlsx(files[0]?.content ?? new Uint8Array()).find((one) => one.name === '指标');
    const reached = sheet?.rows
      .filter(({ cells }) => cells[0] === '住建局')
      .map(({ cells }) => [cells[4], cells[6], cells[10]]);
    expect(reached).toEqual(
      [
        ['≤ 6 个', '5', '1'],
        ['≤ 38 天', '40', '0.95'],
        ['≤ 17 天', undefined, '0'],
      ].map(([target, raw, share]) => [target, raw ?? '', share]),
    );
  });

  it('lists a draft without its text', async () => {
    const { files } = await exportPeriod({ db, notice, clock }, PERIOD);
    const text = JSON.stringify(readXlsx(files[0]?.content ?? new Uint8Array()));
    expect(text).toContain('财政局');
    expect(text).not.toContain('还没写完');
  });

  it('is refused for a period that never was', async () => {
    await expect(exportPeriod({ db, notice, clock }, parsePeriod('2025Q1'))).rejects.toThrow(
      /可以导出：2026Q4/,
    );
  });

  it('comes from the command line with a manifest of what was written', async () => {
    const out = join(folder, 'out');
    const run = (args: string[]) =>
      promisify(execFile)(process.execPath, ['src/cli.ts', 'export', ...args], {
        env: { ...process.env, DATABASE_PATH: join(folder, 'bot.sqlite') },
      });
    const { stdout } = await run(['2026Q4', '--out', out, '--json']);
    const manifest = JSON.parse(stdout) as { period: string; files: { name: string; sha256: string }[] };
    expect(manifest.period).toBe('2026Q4');
    for (const { name, sha256 } of manifest.files)
      expect(
        createHash('sha256')
          .update(await readFile(join(out, name)))
          .digest('hex'),
      ).toBe(sha256);
    expect(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))).toEqual(manifest);
    await expect(run(['2026Q4'])).rejects.toMatchObject({ code: 2 });
    await expect(run(['2024Q1', '--out', out])).rejects.toMatchObject({ code: 2 });
  });
});
