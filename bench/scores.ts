import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { openPeriod } from '../db/queries/periods.ts';
import { insertReports } from '../db/queries/reports.ts';
import { openSqlite } from '../db/sqlite.ts';
import { instantOf } from '../src/clock.ts';
import { scoresOf } from '../src/scoring/scores.ts';

const UNITS = 200;
const ITEMS = 8;
const QUARTERS = ['2025', '2026'].flatMap((year) => [1, 2, 3, 4].map((no) => `${year}Q${no}`));
const NOW = instantOf('2026-12-28', '10:00');

/** Two hundred units over eight quarters, read from SQLite and scored to the last reason. */
export async function benchScores(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yingshang-scores-'));
  const path = join(folder, 'bot.sqlite');
  await migrate(path);
  const db = await openSqlite(path);
  try {
    for (const period of QUARTERS) await fill(db, period);
    const from = performance.now();
    let scored = 0;
    for (const period of QUARTERS)
      scored += (await scoresOf({ db, clock: { now: () => NOW } }, period)).length;
    const took = performance.now() - from;
    console.log(
      `${scored} scores of ${QUARTERS.length} quarters in ${took.toFixed(0)} ms (wanted: under 1000)`,
    );
  } finally {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(db: Db, period: string): Promise<void> {
  const due = `${period.slice(0, 4)}-${String(Number(period[5]) * 3).padStart(2, '0')}-20`;
  const items = Array.from({ length: UNITS }, (_, unit) =>
    Array.from({ length: ITEMS }, (_, no) => ({
      unit: `u${unit}`,
      item: `measure:${no}`,
      position: no + 1,
      kind: 'measure' as const,
      title: `措施${no} 压缩办理时限`,
      asks: '压缩办理时限',
      location: `附件1·${no}`,
      group_no: no + 1,
      measure_no: no,
    })),
  ).flat();
  const values = items.map(({ unit, item }) => ({
    unit,
    item,
    indicator: `${item}-time`,
    position: 1,
    what: '办理时限',
    comparator: '<=',
    target: 21,
    up_to: null,
    measured_in: '个工作日',
    deadline: null,
  }));
  const reports = Array.from({ length: UNITS }, (_, unit) => ({ unit: `u${unit}`, no: unit + 1 }));
  await db.apply([
    ...openPeriod(db, { id: period, opens_on: due, due_on: due }, { by: 'bot', now: NOW }),
    ...insertReports(db, period, { reports, items, values }),
    db.query.updateTable('report_item').set({ progress: '已完成' }).where('period', '=', period),
    db.query.updateTable('report_value').set({ raw: '24', value: 24 }).where('period', '=', period),
    db.query
      .updateTable('report')
      .set({
        status: 'accepted',
        round: 1,
        mark: '良',
        first_submitted_at: instantOf(due, '18:00') + 26 * 3_600_000,
        receipt: null,
      })
      .where('period', '=', period),
  ]);
}
