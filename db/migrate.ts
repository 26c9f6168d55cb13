import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CompiledQuery } from 'kysely';
import { SqliteConnection } from './sqlite-connection.ts';

const FOLDER = fileURLToPath(new URL('./migrations/', import.meta.url));

/**
 * Brings a SQLite file to the newest schema; each file of `migrations/` is applied once, whole or not at all. The
 * record is the table that wrangler keeps for D1, so both homes know the same list.
 *
 * @returns the names of the files applied now, in order.
 */
export async function migrate(path: string, folder = FOLDER): Promise<string[]> {
  const connection = await SqliteConnection.open(path, { readOnly: false });
  try {
    await connection.exec(
      'create table if not exists d1_migrations (id integer primary key autoincrement, name text unique, applied_at timestamp default current_timestamp not null)',
    );
    const applied: string[] = [];
    for (const name of await filesIn(folder)) {
      if (await applyOnce(connection, name, await readFile(`${folder}/${name}`, 'utf8'))) applied.push(name);
    }
    return applied;
  } finally {
    await connection.close();
  }
}

export interface MigrationState {
  /** Names of files, in order. */
  applied: string[];
  /** Not applied yet. */
  pending: string[];
  /** Applied by a newer version of the program: this one has no such file. */
  unknown: string[];
}

/** How far a SQLite file has been brought, without changing it. */
export async function migrationState(path: string, folder = FOLDER): Promise<MigrationState> {
  const files = await filesIn(folder);
  const applied = await appliedIn(path);
  return {
    applied,
    pending: files.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !files.includes(name)),
  };
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

async function appliedIn(path: string): Promise<string[]> {
  const connection = await SqliteConnection.open(path, { readOnly: true });
  try {
    const names = async (sql: string) =>
      (await connection.run(CompiledQuery.raw(sql), true)).rows.map((row) => String(row['name']));
    const tables = await names("select name from sqlite_master where name = 'd1_migrations'");
    return tables.length === 0 ? [] : await names('select name from d1_migrations order by id');
  } finally {
    await connection.close();
  }
}

async function applyOnce(connection: SqliteConnection, name: string, sql: string): Promise<boolean> {
  // The lock is taken before the look, so that two processes that start together apply each file once.
  await connection.exec('begin immediate');
  try {
    const { rows } = await connection.run(
      CompiledQuery.raw('select 1 from d1_migrations where name = ?', [name]),
      true,
    );
    if (rows.length === 0) {
      await connection.exec(sql);
      await connection.run(CompiledQuery.raw('insert into d1_migrations (name) values (?)', [name]), false);
    }
    await connection.exec('commit');
    return rows.length === 0;
  } catch (error) {
    await connection.exec('rollback');
    throw new Error(`migration ${name} was not applied`, { cause: error });
  }
}
