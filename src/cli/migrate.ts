import { migrate as applyMigrations } from '../../db/migrate.ts';
import type { CliCommand } from './command.ts';

/** `migrate`: brings the database to the newest schema. */
export const migrate: CliCommand = {
  usage: 'migrate',
  summary: '把数据库升级到最新结构',
  async run({ config, terminal }) {
    const applied = await applyMigrations(config().databasePath);
    terminal.print(applied.length === 0 ? '已经是最新。' : `已执行：${applied.join('、')}`);
    return 0;
  },
};
