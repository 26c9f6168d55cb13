import { backupTo, restoreFrom } from '../../db/backup.ts';
import { isoAt } from '../clock.ts';
import { type CliCall, type CliCommand, UsageError } from './command.ts';

/** `backup FILE`: a consistent copy while the service runs. */
export const backup: CliCommand = {
  usage: 'backup FILE',
  summary: '在线备份数据库到一个新文件',
  async run(call) {
    const file = fileOf(call);
    await backupTo(call.config().databasePath, file);
    call.terminal.print(`已备份到 ${file}`);
    return 0;
  },
};

/** `restore FILE`: puts a backup in the place of the database; the present one is kept beside it. */
export const restore: CliCommand = {
  usage: 'restore FILE',
  summary: '从备份恢复（先停服务；原库另存一份）',
  async run(call) {
    const file = fileOf(call);
    const { databasePath } = call.config();
    const kept = await restoreFrom(file, {
      path: databasePath,
      stamp: isoAt(call.now).replace(/[:.]/g, '-'),
    });
    call.terminal.print(kept === undefined ? '已恢复。' : `已恢复；原来的数据库保存在 ${kept}`);
    return 0;
  },
};

function fileOf({ args }: CliCall): string {
  const [file] = args;
  if (file === undefined) throw new UsageError('请写上备份文件的路径');
  return file;
}
