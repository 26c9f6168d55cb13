import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openSandbox } from '../../src/sandbox-home.ts';

let folder: string;
let opened: Awaited<ReturnType<typeof openSandbox>>;
const said: string[] = [];
const open = () =>
  openSandbox(readConfig({ PORT: '0' }), {
    fresh: false,
    log: (line) => said.push(line),
    folder: `${folder}/`,
  });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
  opened = await open();
}, 180_000);
afterAll(async () => {
  await opened.sandbox.close();
  await opened.service.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the world that a newcomer finds', () => {
  it('has a quarter in which every unit has reported and was reviewed, and one that is half reported', async () => {
    const { db } = opened.service.deps;
    const rows = await db.query
      .selectFrom('report')
      .select(['period', 'status', sql<number>`count(*)`.as('n')])
      .groupBy(['period', 'status'])
      .orderBy('period')
      .execute();
    const [past, ...current] = rows;
    expect(past).toMatchObject({ status: 'accepted' });
    const units = past?.n ?? 0;
    expect(units).toBeGreaterThan(30);
    expect(current.map((row) => row.status).sort()).toEqual(['none', 'submitted']);
    expect(current.reduce((sum, row) => sum + row.n, 0)).toBe(units);
    const periods = await db.query.selectFrom('period').select('status').orderBy('id').execute();
    expect(periods.map((period) => period.status)).toEqual(['locked', 'open']);
  });

  it('is kept over a restart, its time too', async () => {
    const before = opened.sandbox.clock.now();
    await opened.sandbox.close();
    await opened.service.stop();
    opened = await open();
    expect(said.filter((line) => line.includes('第一次打开'))).toHaveLength(1);
    expect(opened.sandbox.clock.now()).toBeGreaterThanOrEqual(before);
    expect(opened.sandbox.clock.now()).toBeLessThan(before + 600_000);
  });
});
