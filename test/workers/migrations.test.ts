import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createTestHarness, unstable_readConfig } from 'wrangler';
import { openD1 } from '../../db/d1.ts';
import type { D1Binding } from '../../db/d1-binding.ts';
import { NEWEST_MIGRATION, newestApplied } from '../../db/queries/applied-migrations.ts';
import { CREDENTIALS } from '../support/push.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-migrations-'));
  await cp(`${ROOT}db/migrations`, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

it('the code knows the newest migration by name', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  expect(NEWEST_MIGRATION).toBe(files.at(-1));
});

it('one that breaks off leaves nothing of its file, readyz names it, and the next run goes on from there', async () => {
  const { compatibility_date = '', compatibility_flags } = unstable_readConfig({
    config: `${ROOT}wrangler.toml`,
  });
  const database = { binding: 'DB', database_name: 'test', database_id: 'test', migrations_dir: folder };
  const harness = createTestHarness({
    workers: [
      {
        config: {
          name: 'yingshang-bot',
          main: inject('workerBundle') ?? '',
          no_bundle: true,
          compatibility_date,
          compatibility_flags,
          d1_databases: [database],
          vars: {
            LARK_APP_ID: CREDENTIALS.appId,
            LARK_APP_SECRET: CREDENTIALS.appSecret,
            LARK_ENCRYPT_KEY: CREDENTIALS.encryptKey,
            LARK_VERIFICATION_TOKEN: CREDENTIALS.verificationToken,
            LARK_DOMAIN: 'http://127.0.0.1:9',
          },
        },
      },
    ],
  });
  await harness.listen();
  try {
    const worker = harness.getWorker<{ DB: D1Binding }>();
    const readyz = async () => {
      const answer = await worker.fetch('/readyz');
      return { status: answer.status, says: await answer.text() };
    };
    expect(await readyz()).toMatchObject({ status: 503, says: expect.stringContaining('database') });

    const last = join(folder, NEWEST_MIGRATION);
    const good = await readFile(last, 'utf8');
    await writeFile(last, `${good}\ninsert into no_such_table values (1);\n`);
    await expect(worker.applyD1Migrations('DB')).rejects.toThrow();
    const { DB } = await worker.getEnv();
    const db = openD1(DB);
    expect((await newestApplied(db)) ?? '').not.toBe(NEWEST_MIGRATION);
    const [, made = ''] = /create table (\w+)/.exec(good) ?? [];
    expect(await tablesNamed(DB, made)).toBe(0);
    expect(await readyz()).toMatchObject({ status: 503, says: expect.stringContaining(NEWEST_MIGRATION) });

    await writeFile(last, good);
    await worker.applyD1Migrations('DB');
    expect(await newestApplied(db)).toBe(NEWEST_MIGRATION);
    expect((await readyz()).says).not.toContain('database');
  } finally {
    await harness.close();
  }
});

async function tablesNamed(DB: D1Binding, name: string): Promise<number> {
  const found = await DB.prepare('select name from sqlite_master where name = ?').bind(name).all();
  return found.results?.length ?? 0;
}
