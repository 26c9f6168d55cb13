import { access, copyFile, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CompiledQuery } from 'kysely';
import { UserError } from '../src/errors.ts';
import { migrate, migrationState } from './migrate.ts';
import { SqliteConnection } from './sqlite-connection.ts';

/** What a file is called until it is whole: nothing takes it for a database or a backup. */
const PARTIAL = '.partial';

/** Copies the database into a new file, whole and consistent, while others write. @throws UserError when the file exists. */
export async function backupTo(path: string, file: string): Promise<void> {
  if (await exists(file)) throw new UserError(`${file} 已经存在，请换一个文件名`);
  if (!(await exists(path))) throw new UserError(`还没有数据库：${path}`);
  await wholly(file, async (partial) => {
    const connection = await SqliteConnection.open(path, { readOnly: false });
    try {
      await connection.run(CompiledQuery.raw('vacuum into ?', [partial]), false);
    } finally {
      await connection.close();
    }
  });
}

/**
 * Puts a backup, brought to the newest schema, in the database's place. All that can fail happens to a copy beside it,
 * so at every moment there is a whole database: the present one or the restored one.
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
  let kept: string | undefined;
  await wholly(to.path, async (partial) => {
    await copyFile(file, partial);
    await makeReady(partial, file);
    kept = await keepPresent(to);
    // The log files belong to the database that is replaced; leaving the write-ahead mode has emptied them.
    for (const suffix of ['-wal', '-shm']) await rm(`${to.path}${suffix}`, { force: true });
  });
  return kept;
}

async function keepPresent({ path, stamp }: { path: string; stamp: string }): Promise<string | undefined> {
  if (!(await exists(path))) return undefined;
  await assertUnused(path);
  const kept = `${path}.before-${stamp}`;
  await wholly(kept, (partial) => copyFile(path, partial));
  return kept;
}

/** Makes a file under another name and gives it its own only when every byte is on the disk. */
async function wholly(file: string, make: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${file}${PARTIAL}`;
  const remove = async () => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(`${partial}${suffix}`, { force: true });
  };
  await remove();
  try {
    await make(partial);
    await synced(partial);
    await rename(partial, file);
  } catch (error) {
    await remove();
    throw error;
  }
  await synced(dirname(file));
}

/** Puts a file, or the names in a folder, onto the disk. */
async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Checks the copy of a backup, then brings it to the newest schema. */
async function makeReady(copy: string, file: string): Promise<void> {
  const notOurs = (cause?: unknown) => new UserError(`${file} 不是本程序的完好备份，没有恢复`, { cause });
  try {
    await assertSound(copy);
    const { applied, unknown } = await migrationState(copy);
    if (applied.length === 0) throw notOurs();
    if (unknown.length > 0) throw new UserError(`${file} 来自更新的版本，请先升级程序，再恢复`);
    await migrate(copy);
  } catch (error) {
    throw error instanceof UserError ? error : notOurs(error);
  }
}

async function assertSound(copy: string): Promise<void> {
  const connection = await SqliteConnection.open(copy, { readOnly: false });
  try {
    const { rows } = await connection.run(CompiledQuery.raw('pragma integrity_check'), true);
    if (rows[0]?.['integrity_check'] !== 'ok') throw new Error('the integrity check found damage');
  } finally {
    await connection.close();
  }
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

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
