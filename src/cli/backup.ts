import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { backupTo, restoreFrom } from '../../db/backup.ts';
import { isoAt } from '../clock.ts';
import { type CliCall, type CliCommand, type ExitCode, UsageError } from './command.ts';
import { headOf } from './targets.ts';

/** `backup FILE`: a consistent copy while the service runs; of several tenants one file each, in a folder. */
export const backup: CliCommand = {
  usage: 'backup FILE [--tenant ID]',
  summary: '在线备份数据库到一个新文件；有多个租户而不写 --tenant 时，FILE 是目录，每个租户一个文件',
  async run(call) {
    const named = fileOf(call);
    const targets = await call.targets.all();
    const inFolder = targets.length > 1;
    if (inFolder) await mkdir(named, { recursive: true, mode: 0o700 });
    let code: ExitCode = 0;
    for (const target of targets) {
      const file = inFolder ? join(named, `${target.id}.sqlite`) : named;
      try {
        await backupTo(target.database, file);
        call.terminal.print(`${headOf(target)}已备份到 ${file}`);
      } catch (error) {
        if (!inFolder) throw error;
        call.terminal.complain(
          `${headOf(target)}没有备份：${error instanceof Error ? error.message : String(error)}`,
        );
        code = 1;
      }
    }
    return code;
  },
};

/** `restore FILE`: puts a backup in the place of the database; the present one is kept beside it. */
export const restore: CliCommand = {
  usage: 'restore FILE [--tenant ID]',
  summary: '从备份恢复（先停服务；原库另存一份）；有多个租户时要写 --tenant',
  async run(call) {
    const file = fileOf(call);
    const { database: path } = await call.targets.one();
    const kept = await restoreFrom(file, { path, stamp: isoAt(call.now).replace(/[:.]/g, '-') });
    call.terminal.print(kept === undefined ? '已恢复。' : `已恢复；原来的数据库保存在 ${kept}`);
    return 0;
  },
};

function fileOf({ args }: CliCall): string {
  const [file] = args;
  if (file === undefined) throw new UsageError('请写上备份文件的路径');
  return file;
}
