import { migrate as applyMigrations } from '../../db/migrate.ts';
import type { CliCommand, ExitCode } from './command.ts';
import { headOf } from './targets.ts';

/** `migrate`: brings the database to the newest schema. */
export const migrate: CliCommand = {
  usage: 'migrate [--tenant ID]',
  summary: '把数据库升级到最新结构；有多个租户时逐个升级',
  async run({ targets, terminal }) {
    let code: ExitCode = 0;
    for (const target of await targets.all()) {
      try {
        const applied = await applyMigrations(target.database);
        const says = applied.length === 0 ? '已经是最新。' : `已执行：${applied.join('、')}`;
        terminal.print(`${headOf(target)}${says}`);
      } catch (error) {
        // One that is broken must not keep the others on the old schema.
        if (target.id === undefined) throw error;
        terminal.complain(`${headOf(target)}没有升级：${String(error)}`);
        code = 1;
      }
    }
    return code;
  },
};
