import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migrationState } from '../db/migrate.ts';
import { rememberVisitor } from '../db/queries/visitors.ts';
import { openSqlite } from '../db/sqlite.ts';
import { startSandbox } from '../sandbox/start.ts';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
let folder: string;
let database: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
  database = join(folder, 'bot.sqlite');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Run {
  code: number | null;
  out: string;
  err: string;
}

function cli(args: string[], how: { input?: string; env?: Record<string, string> } = {}): Promise<Run> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { PATH: process.env['PATH'], DATABASE_PATH: database, ...how.env },
  });
  const run: Run = { code: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    run.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    run.err += chunk;
  });
  child.stdin.end(how.input ?? '');
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...run, code })));
}

describe('ask', () => {
  it('answers one question as JSON', async () => {
    const { code, out } = await cli(['ask', '--json', '获得电力谁分管']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'answer', citations: expect.arrayContaining(['三、7']) });
  });

  it('answers JSON lines in their order, and says which line it could not read', async () => {
    const input = [
      '{"id":"b","q":"那税务局呢","context":["财政局牵头哪个组"]}',
      'garbage',
      '{"id":2,"q":"你好"}',
    ].join('\n');
    const { code, out, err } = await cli(['ask', '--stdin'], { input });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => answer.id)).toEqual(['b', 2]);
    expect(answers[0].text).toContain('缴纳税费');
    expect(answers[1].kind).toBe('chat');
    expect(answers[0]).toMatchObject({ quote: expect.any(String), ms: expect.any(Number) });
    expect(code).toBe(1);
    expect(err).toContain('garbage');
  });
});

describe('wrong use', () => {
  it.each([
    [['fly'], 'ask'],
    [['ask'], '请写上问题'],
    [['ask', '--loud', 'x'], '--loud'],
    [['notice'], 'notice check'],
    [['tick', '--now', 'soon', '--dry-run'], 'ISO'],
    [['tick'], 'LARK_APP_ID'],
    [['restore', '/nowhere'], '/nowhere'],
  ])('%j exits 2 and says what to do', async (args, says) => {
    const { code, err } = await cli(args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('notice', () => {
  it('checks and exports the stored model', async () => {
    const check = JSON.parse((await cli(['notice', 'check', '--json'])).out);
    expect(check).toMatchObject({
      counts: expect.any(Object),
      gaps: expect.any(Array),
      conflicts: expect.any(Array),
    });
    const exported = JSON.parse((await cli(['notice', 'export'])).out);
    expect(exported.groups).toHaveLength(22);
    expect(exported.measures).toHaveLength(31);
    expect(exported.memberUnits).toHaveLength(36);
  });
});

describe('migrate, backup, restore', () => {
  it('a backup taken while the database is open is restored whole; what was there is kept', async () => {
    expect((await cli(['migrate'])).out).toContain('0001_core.sql');
    const db = await openSqlite(database);
    await db.apply([rememberVisitor(db, 'before', 1)]);
    const backup = join(folder, 'backup.sqlite');
    expect((await cli(['backup', backup])).code).toBe(0);
    expect((await cli(['backup', backup])).err).toContain('已经存在');
    await db.apply([rememberVisitor(db, 'after', 2)]);
    expect((await cli(['restore', backup])).err).toContain('正在使用');
    await db.close();
    expect((await cli(['restore', backup])).code).toBe(0);
    const restored = await openSqlite(database);
    const visitors = await restored.query.selectFrom('visitor').select('open_id').execute();
    expect(visitors).toEqual([{ open_id: 'before' }]);
    await restored.close();
    expect((await readdir(folder)).filter((name) => name.includes('.before-'))).toHaveLength(1);
  });

  it('a file that is no backup is refused, and the database is left as it is', async () => {
    await migrate(database);
    const bad = join(folder, 'bad.sqlite');
    await writeFile(bad, 'not a database');
    const { code, err } = await cli(['restore', bad]);
    expect(code).toBe(2);
    expect(err).toContain('没有恢复');
    expect(await migrate(database)).toEqual([]);
  });
});

describe('tick and doctor', () => {
  it('tick --dry-run needs no app, and says what is due in the contract’s shape', async () => {
    const { code, out } = await cli(['tick', '--dry-run', '--json', '--now', '2026-12-28T09:07:00+08:00']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ now: '2026-12-28T01:07:00.000Z', due: expect.any(Array) });
  });

  it('doctor without an app says so', async () => {
    const { code, out } = await cli(['doctor', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      checks: [{ name: 'config', ok: false, fix: expect.any(String) }],
    });
  });

  it('doctor tells a right secret from a wrong one', async () => {
    const sandbox = await startSandbox();
    const { appId, appSecret, encryptKey, verificationToken } = sandbox.credentials;
    const env = {
      LARK_APP_ID: appId,
      LARK_APP_SECRET: appSecret,
      LARK_ENCRYPT_KEY: encryptKey,
      LARK_VERIFICATION_TOKEN: verificationToken,
      LARK_DOMAIN: sandbox.url,
      OFFICE_OPEN_IDS: sandbox.officeOpenIds.join(','),
    };
    const platform = async (secret: string) => {
      const { out } = await cli(['doctor', '--json'], { env: { ...env, LARK_APP_SECRET: secret } });
      expect(out).not.toContain(secret);
      return JSON.parse(out).checks.find((check: { name: string }) => check.name === 'platform').ok;
    };
    expect(await platform('a wrong secret')).toBe(false);
    expect(await platform(appSecret)).toBe(true);
    // It looks only: no database was made.
    expect(await readdir(folder)).toEqual([]);
    await sandbox.close();
  });

  it('doctor reports what is not migrated and leaves it so', async () => {
    const lark = { LARK_APP_ID: 'cli_x', LARK_APP_SECRET: 's', LARK_TRANSPORT: 'websocket' };
    const env = { ...lark, LARK_DOMAIN: 'http://127.0.0.1:9' };
    const applied = await migrate(database, `${await firstMigrationOnly()}/`);
    const { code, out } = await cli(['doctor', '--json'], { env });
    expect(code).toBe(1);
    const schema = JSON.parse(out).checks.find((check: { name: string }) => check.name === 'database');
    expect(schema).toMatchObject({
      ok: false,
      says: expect.stringContaining('有未执行的迁移'),
      fix: expect.any(String),
    });
    expect((await migrationState(database)).applied).toEqual(applied);
    await migrate(database);
    const names = JSON.parse((await cli(['doctor', '--json'], { env })).out).checks.map(
      (check: { name: string }) => check.name,
    );
    expect(names).toEqual(
      expect.arrayContaining(['platform', 'database', 'calendar', 'liaisons', 'backup', 'tick']),
    );
  });
});

async function firstMigrationOnly(): Promise<string> {
  const { applied } = await migrationState(await migrated(join(folder, 'newest.sqlite')));
  const [first = ''] = applied;
  await mkdir(join(folder, 'migrations'));
  await copyFile(new URL(`../db/migrations/${first}`, import.meta.url), join(folder, 'migrations', first));
  return join(folder, 'migrations');
}

async function migrated(path: string): Promise<string> {
  await migrate(path);
  return path;
}
