import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupTo, restoreFrom } from '../../db/backup.ts';
import type { Db } from '../../db/database.ts';
import { migrate, migrationState } from '../../db/migrate.ts';
import { rememberVisitor } from '../../db/queries/visitors.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { SqliteConnection } from '../../db/sqlite-connection.ts';

let folder: string;
let path: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
  path = join(folder, 'db.sqlite');
  file = join(folder, 'backup.sqlite');
  await migrate(path);
});
afterEach(() => rm(folder, { recursive: true }));

const within = async <T>(use: (db: Db) => Promise<T>): Promise<T> => {
  const db = await openSqlite(path);
  try {
    return await use(db);
  } finally {
    await db.close();
  }
};
const visitors = () =>
  within(async (db) => {
    const rows = await db.query.selectFrom('visitor').select('open_id').orderBy('open_id').execute();
    return rows.map((row) => row.open_id);
  });
const come = (...ids: string[]) => within((db) => db.apply(ids.map((id) => rememberVisitor(db, id, 1))));
const restore = () => restoreFrom(file, { path, stamp: 'then' });
const sqlIn = async (at: string, sql: string) => {
  const connection = await SqliteConnection.open(at, { readOnly: false });
  await connection.run(CompiledQuery.raw(sql), false);
  await connection.close();
};

describe('a backup', () => {
  it('taken while writes go on holds whole transactions only, and is restored as it was', async () => {
    let isWriting = true;
    const db = await openSqlite(path);
    let written = 0;
    const writer = (async () => {
      for (; isWriting; written++) {
        const pair = ['a', 'b'].map((half) => rememberVisitor(db, `${written}-${half}`, written));
        await db.apply(pair);
      }
    })();
    while (written < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    const before = written;
    await backupTo(path, file);
    const after = written;
    while (written < after + 20) await new Promise((resolve) => setTimeout(resolve, 5));
    isWriting = false;
    await writer;
    await db.close();
    const all = await visitors();

    const kept = await restore();
    const restored = await visitors();
    const pairs = restored.length / 2;
    expect(pairs).toBeGreaterThanOrEqual(before);
    expect(pairs).toBeLessThanOrEqual(after + 1);
    const expected = Array.from({ length: pairs }, (_, i) => [`${i}-a`, `${i}-b`]).flat();
    expect(restored).toEqual(expected.sort());
    expect(all.length).toBeGreaterThan(restored.length);
    expect(kept).toBe(`${path}.before-then`);
  });

  it('does not exist under its name when it could not be made', async () => {
    await writeFile(path, 'no database at all, but long enough to be read as one');
    await expect(backupTo(path, file)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['db.sqlite']);
  });
});

describe('restoring', () => {
  it('keeps the present database, openable, and leaves the backup untouched', async () => {
    await come('old');
    await backupTo(path, file);
    const bytes = await readFile(file);
    await come('new');
    const kept = await restore();
    expect(await visitors()).toEqual(['old']);
    expect(await readFile(file)).toEqual(bytes);
    path = String(kept);
    expect(await visitors()).toEqual(['new', 'old']);
  });

  it('works where there is no database yet', async () => {
    await come('old');
    await backupTo(path, file);
    await rm(path);
    expect(await restore()).toBeUndefined();
    expect(await visitors()).toEqual(['old']);
  });

  it.each([
    ['a truncated backup', async () => writeFile(file, (await readFile(file)).subarray(0, 20_000))],
    ['a file that is no database', () => writeFile(file, 'plain text '.repeat(1_000))],
    ['an empty file', () => writeFile(file, '')],
    ['a database without migrations', () => sqlIn(file, 'delete from d1_migrations')],
    ['a newer version', () => sqlIn(file, "insert into d1_migrations (name) values ('9999_later.sql')")],
    [
      'a schema that cannot be migrated',
      () => sqlIn(file, "delete from d1_migrations where name like '0001%'"),
    ],
  ])('refuses %s and changes nothing', async (_, spoil) => {
    await backupTo(path, file);
    await come('present');
    await spoil();
    await expect(restore()).rejects.toThrow(/没有恢复|更新的版本/);
    expect(await visitors()).toEqual(['present']);
    expect(await readdir(folder)).toEqual(['backup.sqlite', 'db.sqlite']);
  });

  it('refuses while the database is open, and changes nothing', async () => {
    await backupTo(path, file);
    await come('present');
    await within(async () => {
      await expect(restore()).rejects.toThrow('正在使用');
    });
    expect(await visitors()).toEqual(['present']);
    expect(await readdir(folder)).toEqual(['backup.sqlite', 'db.sqlite']);
  });

  it('brings an older backup to the newest schema', async () => {
    const { applied } = await migrationState(path);
    const [first = ''] = applied;
    const older = join(folder, 'older.sqlite');
    const migrations = join(folder, 'migrations');
    await mkdir(migrations);
    await copyFile(new URL(`../../db/migrations/${first}`, import.meta.url), join(migrations, first));
    await migrate(older, migrations);
    await backupTo(older, file);
    await restore();
    expect(await migrationState(path)).toEqual({ applied, pending: [], unknown: [] });
    expect((await migrationState(older)).pending).toEqual(applied.slice(1));
  });
});
