import { access, copyFile, rename, rm } from 'node:fs/promises';
import { CompiledQuery } from 'kysely';
import { UserError } from '../src/errors.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** Copies the database into a new file, whole and consistent, while others write. @throws UserError when the file exists. */
export async function backupTo(path: string, file: string): Promise<void> {
  if (await exists(file)) throw new UserError(`${file} 已经存在，请换一个文件名`);
  if (!(await exists(path))) throw new UserError(`还没有数据库：${path}`);
  const connection = await SqliteConnection.open(path, { readOnly: false });
  try {
    await connection.run(CompiledQuery.raw('vacuum into ?', [file]), false);
  } finally {
    await connection.close();
  }
}

/**
 * Puts a backup in the database's place.
 *
 * @param to.stamp names the copy that is kept of the present database.
 * @returns where the present database is kept; undefined when there was none.
 * @throws UserError when the backup is damaged or is not one of ours, or the database is in use; nothing is changed then.
 */
export async function restoreFrom(
  file: string,
  to: { path: string; stamp: string },
): Promise<string | undefined> {
  if (!(await exists(file))) throw new UserError(`找不到备份文件 ${file}`);
  await assertSound(file);
  const kept = (await exists(to.path)) ? `${to.path}.before-${to.stamp}` : undefined;
  if (kept !== undefined) {
    await assertUnused(to.path);
    await rename(to.path, kept);
  }
  // The log files belong to the database that was moved; closing it has emptied them.
  for (const suffix of ['-wal', '-shm']) await rm(`${to.path}${suffix}`, { force: true });
  await copyFile(file, to.path);
  return kept;
}

async function assertSound(file: string): Promise<void> {
  const notOurs = (cause?: unknown) => new UserError(`${file} 不是本程序的完好备份，没有恢复`, { cause });
  const rows = await queried(file, [
    'pragma integrity_check',
    "select name from sqlite_master where name = 'd1_migrations'",
  ]).catch((error: unknown) => {
    throw notOurs(error);
  });
  const [integrity, table] = rows;
  if (integrity?.[0]?.['integrity_check'] !== 'ok' || table?.length !== 1) throw notOurs();
}

/** Only a database that nobody else has open can leave the write-ahead mode. */
async function assertUnused(path: string): Promise<void> {
  const connection = await SqliteConnection.open(path, { readOnly: false });
  try {
    await connection.exec('pragma busy_timeout = 200; pragma journal_mode = delete;');
  } catch (error) {
    throw new UserError('数据库正在使用：请先停止服务，再恢复', { cause: error });
  } finally {
    await connection.close();
  }
}

async function queried(file: string, statements: string[]): Promise<Record<string, unknown>[][]> {
  const connection = await SqliteConnection.open(file, { readOnly: false });
  try {
    const results: Record<string, unknown>[][] = [];
    for (const sql of statements) results.push((await connection.run(CompiledQuery.raw(sql), true)).rows);
    return results;
  } finally {
    await connection.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
