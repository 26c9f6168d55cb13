import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db, Write } from '../../db/database.ts';
import { migrate, migrationState } from '../../db/migrate.ts';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { openPeriod } from '../../db/queries/periods.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { instantOf } from '../../src/clock.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const NOW = '2026-12-24T09:07:00+08:00';
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
  const list = ['east', 'west'].map((id) => ({ id, appId: `cli_${id}`, databasePath: `${id}.sqlite` }));
  await writeFile(at('tenants.json'), JSON.stringify(list));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function cli(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const keys = (id: string) => `{"appSecret":"of ${id}","encryptKey":"k","verificationToken":"t"}`;
  const env = {
    PATH: process.env['PATH'],
    TENANTS_FILE: at('tenants.json'),
    LARK_DOMAIN: 'http://127.0.0.1:9',
    LARK_SECRETS__EAST: keys('east'),
    LARK_SECRETS__WEST: keys('west'),
  };
  const child = spawn(process.execPath, [CLI, ...args], { env });
  const run = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    run.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    run.err += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...run, code })));
}

describe('the command line of several tenants', () => {
  it('migrates the one that is named, then all; one that is broken keeps nobody back', async () => {
    expect((await cli('migrate', '--tenant', 'east')).out).toMatch(/^east：已执行：0001/);
    expect(await readdir(folder)).not.toContain('west.sqlite');
    await writeFile(at('west.sqlite'), 'no database'.repeat(200));
    const broken = await cli('migrate');
    expect(broken).toMatchObject({ code: 1, out: 'east：已经是最新。\n' });
    expect(broken.err).toContain('west：没有升级');
    await rm(at('west.sqlite'));
    expect(await cli('migrate')).toMatchObject({ code: 0, out: expect.stringMatching(/west：已执行/) });
    expect((await migrationState(at('west.sqlite'))).pending).toEqual([]);
  });

  it('says what is due for each, and for the one that is named', async () => {
    const dry = async (...more: string[]) =>
      JSON.parse((await cli('tick', '--dry-run', '--json', '--now', NOW, ...more)).out) as {
        due: { tenant: string; key: string }[];
      };
    const opening = (await dry()).due.filter(({ key }) => key.includes('2026Q4'));
    expect(new Set(opening.map(({ tenant }) => tenant))).toEqual(new Set(['east', 'west']));
    const west = await dry('--tenant', 'west');
    expect(new Set(west.due.map(({ tenant }) => tenant))).toEqual(new Set(['west']));
  });

  it('backs up all into a folder, restores one and leaves the other', async () => {
    const backup = await cli('backup', at('copies'));
    expect(backup.code).toBe(0);
    expect((await readdir(at('copies'))).sort()).toEqual(['east.sqlite', 'west.sqlite']);
    await bind('east');
    await bind('west');
    expect((await cli('restore', at('copies/east.sqlite'))).err).toContain('--tenant');
    const restored = await cli('restore', at('copies/east.sqlite'), '--tenant', 'east');
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('已恢复') });
    expect(await bindings('east')).toBe(0);
    expect(await bindings('west')).toBe(1);
    expect((await cli('backup', at('west-alone.sqlite'), '--tenant', 'west')).code).toBe(0);
    expect(await readdir(folder)).toContain('west-alone.sqlite');
  });

  it('exports one at a time', async () => {
    const refused = await cli('export', '2026Q4', '--out', at('out'));
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('请用 --tenant 写明是哪个租户：east、west');
    await changed('east', (db, now) =>
      openPeriod(db, { id: '2026Q4', opens_on: '2026-12-24', due_on: '2027-01-07' }, { by: 'ou_2', now }),
    );
    const made = await cli('export', '2026Q4', '--out', at('out'), '--tenant', 'east');
    expect(made.code).toBe(0);
    expect(await readdir(at('out'))).toContain('manifest.json');
    expect((await cli('export', '2026Q4', '--out', at('out'), '--tenant', 'west')).code).toBe(2);
  });

  it('looks at all, each check with whose it is', async () => {
    const { code, out } = await cli('doctor', '--json');
    const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: { tenant: string; name: string }[] };
    expect({ code, ok }).toEqual({ code: 1, ok: false });
    const of = (id: string) => checks.filter(({ tenant }) => tenant === id).map(({ name }) => name);
    expect(of('east')).toEqual(expect.arrayContaining(['config', 'platform', 'database', 'outbox']));
    expect(of('west')).toEqual(of('east'));
    expect((await cli('doctor', '--tenant', 'west')).out).toMatch(/^【west】\n/);
  });

  it('says which tenants there are when one is not known', async () => {
    const { code, err } = await cli('migrate', '--tenant', 'north');
    expect(code).toBe(2);
    expect(err).toContain('没有租户“north”，现有：east、west');
  });
});

function bind(id: string): Promise<void> {
  const binding = { id: 'b', kind: 'unit', subject: 'power', role: 'liaison', openId: 'ou_1' } as const;
  return changed(id, (db, now) => [insertBinding(db, { ...binding, status: 'confirmed', by: 'ou_2', now })]);
}

async function changed(id: string, writes: (db: Db, now: number) => Write[]): Promise<void> {
  await migrate(at(`${id}.sqlite`));
  const db = await openSqlite(at(`${id}.sqlite`));
  await db.apply(writes(db, instantOf('2026-12-01', '10:00')));
  await db.close();
}

async function bindings(id: string): Promise<number> {
  const db = await openSqlite(at(`${id}.sqlite`));
  const rows = await db.query.selectFrom('binding').select('id').execute();
  await db.close();
  return rows.length;
}
