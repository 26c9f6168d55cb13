import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Db, guard } from '../../db/database.ts';
import { migrate } from '../../db/migrate.ts';
import { oneLook } from '../../db/one-look.ts';
import { rememberVisitor } from '../../db/queries/visitors.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { SqliteConnection } from '../../db/sqlite-connection.ts';
import { DuplicateKeyError, GuardError } from '../../src/errors.ts';

let folder: string;
let db: Db;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
  await migrate(join(folder, 'db.sqlite'));
  db = await openSqlite(join(folder, 'db.sqlite'));
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

const visitors = async () => (await db.query.selectFrom('visitor').selectAll().execute()).length;

describe('one atomic list', () => {
  it('is applied whole', async () => {
    await db.apply([rememberVisitor(db, 'a', 1), rememberVisitor(db, 'b', 1)]);
    expect(await visitors()).toBe(2);
  });

  it('leaves nothing behind when a key is there already, and says which', async () => {
    await db.apply([rememberVisitor(db, 'a', 1)]);
    const list = [rememberVisitor(db, 'b', 1), rememberVisitor(db, 'a', 2), rememberVisitor(db, 'c', 1)];
    const error = await db.apply(list).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DuplicateKeyError);
    expect((error as DuplicateKeyError).key).toBe('visitor.open_id');
    expect(await visitors()).toBe(1);
  });

  it('leaves nothing behind when a guard does not hold, and says which', async () => {
    const nobody = db.query.updateTable('visitor').set({ first_at: 2 }).where('open_id', '=', 'nobody');
    const error = await db
      .apply([rememberVisitor(db, 'b', 1), nobody, guard('visitor: known')])
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(GuardError);
    expect((error as GuardError).guard).toBe('visitor: known');
    expect(await visitors()).toBe(0);
  });

  it('stands alone among lists that commit together', async () => {
    const lists = Array.from({ length: 40 }, (_, i) =>
      db
        .apply([rememberVisitor(db, `p${i}`, 1), rememberVisitor(db, i % 2 === 0 ? `q${i}` : 'same', 1)])
        .then(() => 'applied')
        .catch((error: unknown) => (error instanceof DuplicateKeyError ? 'refused' : String(error))),
    );
    const results = await Promise.all(lists);
    expect(results.filter((result) => result === 'applied')).toHaveLength(21);
    expect(results.filter((result) => result === 'refused')).toHaveLength(19);
    expect(await visitors()).toBe(42);
  });

  it('gives the rows of statements that return some', async () => {
    const [first, second] = await db.apply([
      rememberVisitor(db, 'a', 7),
      db.query.updateTable('visitor').set({ first_at: 8 }).returning('first_at'),
    ]);
    expect(first).toEqual([]);
    expect(second).toEqual([{ first_at: 8 }]);
  });

  it('refuses what the driver would spoil silently', async () => {
    for (const parameter of [1n, new Date(0), {}, undefined, Number.NaN]) {
      await expect(db.apply([CompiledQuery.raw('select ?', [parameter])])).rejects.toThrow(TypeError);
    }
  });

  it('cannot be gone round: the reading side refuses to write', async () => {
    await expect(
      db.query.insertInto('visitor').values({ open_id: 'a', first_at: 1 }).execute(),
    ).rejects.toThrow(/readonly/);
  });
});

describe('two connections to one file', () => {
  it('count every one of 60 concurrent increments', async () => {
    const other = await openSqlite(join(folder, 'db.sqlite'));
    await db.apply([rememberVisitor(db, 'a', 0)]);
    const increment = (through: Db) =>
      through.apply([
        through.query
          .updateTable('visitor')
          .set((e) => ({ first_at: e('first_at', '+', 1) }))
          .where('open_id', '=', 'a'),
        guard('one row'),
      ]);
    await Promise.all(Array.from({ length: 60 }, (_, i) => increment(i % 2 === 0 ? db : other)));
    await other.close();
    const { first_at } = await db.query.selectFrom('visitor').select('first_at').executeTakeFirstOrThrow();
    expect(first_at).toBe(60);
  });
});

describe('a connection', () => {
  it.each([
    { how: {}, level: 2 },
    { how: { isLasting: true }, level: 2 },
    { how: { isLasting: false }, level: 0 },
  ])('waits for the disk but where nothing has to last: $how', async ({ how, level }) => {
    const connection = await SqliteConnection.open(join(folder, 'db.sqlite'), { readOnly: false, ...how });
    const { rows } = await connection.run(CompiledQuery.raw('pragma synchronous'), true);
    expect(rows).toEqual([{ synchronous: level }]);
    await connection.close();
  });

  it('closes also when the same was asked several times at once before it was prepared', async () => {
    const connection = await SqliteConnection.open(join(folder, 'db.sqlite'), { readOnly: true });
    const count = () => connection.run(CompiledQuery.raw('select count(*) as n from visitor'), true);
    const answers = await Promise.all([count(), count(), count()]);
    expect(answers.map(({ rows }) => rows[0]?.['n'])).toEqual([0, 0, 0]);
    await expect(connection.close()).resolves.toBeUndefined();
  });
});

describe('migrations', () => {
  it('are applied once, also by three processes that start together', async () => {
    const path = join(folder, 'fresh.sqlite');
    const runs = await Promise.all([migrate(path), migrate(path), migrate(path)]);
    const files = (await readdir(new URL('../../db/migrations/', import.meta.url))).sort();
    expect(runs.flat().sort()).toEqual(files);
    expect(await migrate(path)).toEqual([]);
  });

  it('leave nothing of a file that fails half way', async () => {
    const scripts = await mkdtemp(join(folder, 'migrations-'));
    await writeFile(join(scripts, '0001_bad.sql'), 'create table good (a); create table bad (;');
    const path = join(folder, 'bad.sqlite');
    await expect(migrate(path, scripts)).rejects.toThrow('0001_bad.sql');
    await writeFile(join(scripts, '0001_bad.sql'), 'create table good (a);');
    expect(await migrate(path, scripts)).toEqual(['0001_bad.sql']);
  });
});

describe('one look', () => {
  it('asks the database once for the same, gives each his own copy, and changes nothing', async () => {
    await db.apply([rememberVisitor(db, 'a', 1)]);
    const look = oneLook(db);
    const all = () => look.query.selectFrom('visitor').selectAll().orderBy('open_id').execute();
    const [first, second] = await Promise.all([all(), all()]);
    expect(first).toEqual([{ open_id: 'a', first_at: 1 }]);
    first.pop();
    await db.apply([rememberVisitor(db, 'b', 1)]);
    expect(await all()).toEqual(second);
    expect(await oneLook(db).query.selectFrom('visitor').selectAll().execute()).toHaveLength(2);
    await expect(look.apply([rememberVisitor(look, 'c', 1)])).rejects.toThrow('changes nothing');
    await expect(look.query.deleteFrom('visitor').execute()).rejects.toThrow();
    expect(await visitors()).toBe(2);
  });
});

describe('D1’s limits', () => {
  const raw = (sql: string, parameters: unknown[]) => db.apply([CompiledQuery.raw(sql, parameters)]);

  it('hold on a file too: parameters, length of a statement, size of a value, statements of a list', async () => {
    await expect(raw('select 1', Array<number>(101).fill(1))).rejects.toThrow('101 parameters');
    await expect(raw(`select '${'x'.repeat(100_000)}'`, [])).rejects.toThrow('more than 100000 bytes');
    await expect(raw('select ?', [new Uint8Array(2_000_001)])).rejects.toThrow('in pieces');
    // Two million bytes are fewer characters where each takes three.
    await expect(raw('select ?', ['通'.repeat(666_667)])).rejects.toThrow('in pieces');
    await expect(raw('select ?', ['通'.repeat(666_666)])).resolves.toBeDefined();
    const many = Array.from({ length: 1001 }, () => CompiledQuery.raw('select 1'));
    await expect(db.apply(many)).rejects.toThrow('1001 statements');
    await expect(
      db.query.selectFrom('visitor').selectAll().where('open_id', 'in', many.map(String)).execute(),
    ).rejects.toThrow('1001 parameters');
  });
});
