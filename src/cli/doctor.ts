import { migrate } from '../../db/migrate.ts';
import { inboxState } from '../../db/queries/inbox.ts';
import { outboxState, recentErrors } from '../../db/queries/outbox.ts';
import { readSetting } from '../../db/queries/settings.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { openService } from '../service.ts';
import type { CliCommand } from './command.ts';

interface Check {
  name: string;
  ok: boolean;
  says: string;
  fix?: string;
}

/** `doctor`: what is wrong, and what to do about each. */
export const doctor: CliCommand = {
  usage: 'doctor [--json]',
  summary: '体检：配置、数据库、平台连接、待发与失败的消息',
  async run(call) {
    const checks = await examined(call.config);
    const ok = checks.every((check) => check.ok);
    if (call.options['json'] === true) call.terminal.print(JSON.stringify({ ok, checks }));
    else {
      for (const check of checks) {
        call.terminal.print(`${check.ok ? '✓' : '✗'} ${check.name}：${check.says}`);
        if (check.fix) call.terminal.print(`  → ${check.fix}`);
      }
    }
    return ok ? 0 : 1;
  },
};

async function examined(readConfig: () => Config): Promise<Check[]> {
  let config: Config;
  try {
    config = readConfig();
  } catch (error) {
    return [failed('config', error, '按提示设置环境变量后再运行')];
  }
  const { lark } = config;
  if (lark === undefined) {
    return [
      {
        name: 'config',
        ok: false,
        says: '没有配置飞书应用（LARK_APP_ID 等）',
        fix: '在开发者后台取得应用凭证并设置 LARK_* 环境变量；只想试用可直接 npm start 打开沙盒',
      },
    ];
  }
  const checks: Check[] = [
    { name: 'config', ok: true, says: `应用 ${lark.credentials.appId}，接入方式 ${lark.transport}` },
    {
      name: 'office',
      ok: config.officeOpenIds.length > 0,
      says: `办公室成员 ${config.officeOpenIds.length} 人`,
      ...(config.officeOpenIds.length === 0 && {
        fix: '设置 OFFICE_OPEN_IDS：办公室第一批成员的 open_id，用逗号分隔',
      }),
    },
  ];
  try {
    await migrate(config.databasePath);
  } catch (error) {
    return [
      ...checks,
      failed('database', error, '检查 DATABASE_PATH 的目录是否可写、磁盘是否已满，或从备份恢复'),
    ];
  }
  const service = await openService({ ...config, lark, clock: systemClock });
  try {
    return [...checks, ...(await examinedRunning(service.deps))];
  } finally {
    await service.stop();
  }
}

async function examinedRunning(deps: Deps): Promise<Check[]> {
  const now = deps.clock.now();
  const [outbox, inbox] = [await outboxState(deps.db), await inboxState(deps.db)];
  const lastTick = Number((await readSetting(deps.db, 'last-tick')) ?? 0);
  const errors = await recentErrors(deps.db, 3);
  const platform = await deps.gateway.bot().then(
    ({ name }): Check => ({ name: 'platform', ok: true, says: `已连通，机器人“${name}”` }),
    (error: unknown) =>
      failed(
        'platform',
        error,
        '核对 LARK_APP_ID、LARK_APP_SECRET、LARK_DOMAIN 和出口网络；确认应用已启用机器人能力',
      ),
  );
  return [
    { name: 'database', ok: true, says: '已打开，结构为最新' },
    platform,
    {
      name: 'inbox',
      ok: inbox.failed === 0,
      says: `待处理 ${inbox.open} 条，失败 ${inbox.failed} 条`,
      ...(inbox.failed > 0 && { fix: '在日志里按事件编号查看失败原因' }),
    },
    {
      name: 'outbox',
      ok: outbox.dead === 0,
      says: `待发 ${outbox.waiting} 条，已放弃 ${outbox.dead} 条${errors.length > 0 ? `；最近的原因：${errors.join('；')}` : ''}`,
      ...(outbox.dead > 0 && { fix: '按原因处理：离职或屏蔽的人请重新绑定，权限不足请在后台开通后发布版本' }),
    },
    {
      name: 'tick',
      ok: now - lastTick < 3 * 60_000,
      says:
        lastTick === 0
          ? '还没有运行过定时任务'
          : `上次定时任务在 ${Math.round((now - lastTick) / 1000)} 秒前`,
      ...(now - lastTick >= 3 * 60_000 && { fix: '确认服务正在运行（npm start），或检查 Cron Trigger' }),
    },
  ];
}

function failed(name: string, error: unknown, fix: string): Check {
  return { name, ok: false, says: error instanceof Error ? error.message : String(error), fix };
}
