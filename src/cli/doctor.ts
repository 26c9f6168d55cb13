import { access } from 'node:fs/promises';
import { migrationState } from '../../db/migrate.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { buildDeps } from '../build-deps.ts';
import { systemClock } from '../clock.ts';
import type { LarkSettings } from '../config.ts';
import type { OpenId } from '../ids.ts';
import { larkGateway } from '../lark/gateway.ts';
import { inTenant, loggerOf } from '../logger.ts';
import { type Check, check, failed } from '../operations/check.ts';
import { examinePlatform, examineRecords } from '../operations/checks.ts';
import { examineConnection } from '../operations/connection.ts';
import { diskSpace } from '../operations/disk.ts';
import { diskCheck } from '../operations/disk-check.ts';
import { type CliCommand, UsageError } from './command.ts';
import type { Target, Targets } from './targets.ts';

/** `doctor`: what is wrong, and what to do about each. Looks only: nothing is migrated, delivered or connected. */
export const doctor: CliCommand = {
  usage: 'doctor [--json] [--tenant ID]',
  summary: '体检：配置、数据库、平台连接、待发与失败的消息、备份；有多个租户时逐个检查',
  async run(call) {
    const checks = await examined(call.targets);
    const ok = checks.every((each) => each.ok);
    if (call.options['json'] === true) call.terminal.print(JSON.stringify({ ok, checks }));
    else for (const line of linesOf(checks)) call.terminal.print(line);
    return ok ? 0 : 1;
  },
};

/** A check of one of several tenants says whose it is. */
interface TenantCheck extends Check {
  tenant?: string;
}

function linesOf(checks: readonly TenantCheck[]): string[] {
  let of: string | undefined;
  return checks.flatMap(({ tenant, ok, name, says, fix }) => {
    const head = tenant === of || tenant === undefined ? [] : [`【${tenant}】`];
    of = tenant;
    return [...head, `${ok ? '✓' : '✗'} ${name}：${says}`, ...(fix ? [`  → ${fix}`] : [])];
  });
}

async function examined(targets: Targets): Promise<TenantCheck[]> {
  let all: Target[];
  try {
    all = await targets.all();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return [failed('config', error, '按提示设置环境变量后再运行')];
  }
  const checks: TenantCheck[] = [];
  for (const target of all) {
    const { id } = target;
    const own = await inTenant(id, () => examinedTarget(target));
    checks.push(...own.map((each) => (id === undefined ? each : { tenant: id, ...each })));
  }
  return checks;
}

async function examinedTarget(target: Target): Promise<Check[]> {
  const { lark } = target;
  if (lark === undefined) {
    const fix = '在开发者后台取得应用凭证并设置 LARK_* 环境变量；只想试用可直接 npm start 打开沙盒';
    return [check('config', false, '没有配置飞书应用（LARK_APP_ID 等）', fix)];
  }
  const database = await examinedSchema(target.database);
  return [
    check('config', true, `应用 ${lark.credentials.appId}，接入方式 ${lark.transport}`),
    ...(await examinePlatform({
      gateway: freshGateway(lark),
      clock: systemClock,
      office: target.officeOpenIds as readonly OpenId[],
    })),
    database,
    // Questions to tables that are not there yet would only say so once more.
    ...(database.ok ? await examinedRecords(target, lark) : []),
  ];
}

async function examinedSchema(path: string): Promise<Check> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere)
    return check(
      'database',
      false,
      `还没有数据库：${path}`,
      '运行 npm run -s cli -- migrate，或直接启动服务',
    );
  try {
    const { pending, unknown } = await migrationState(path);
    if (unknown.length > 0)
      return check(
        'database',
        false,
        `数据库来自更新的版本：${unknown.join('、')}`,
        '升级程序，或恢复升级前的备份',
      );
    const says = pending.length === 0 ? '已打开，结构为最新' : `有未执行的迁移：${pending.join('、')}`;
    return check('database', pending.length === 0, says, '先备份，再运行 npm run -s cli -- migrate');
  } catch (error) {
    return failed('database', error, '检查 DATABASE_PATH 的目录是否可写、磁盘是否已满，或从备份恢复');
  }
}

async function examinedRecords(target: Target, lark: LarkSettings): Promise<Check[]> {
  const db = await openSqlite(target.database);
  try {
    const deps = buildDeps({
      lark,
      officeOpenIds: target.officeOpenIds,
      knowledge: target.knowledge(),
      db,
      clock: systemClock,
      fetch: (...request) => fetch(...request),
      monotonic: () => performance.timeOrigin + performance.now(),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      random: Math.random,
      background: (work) => void work(),
    });
    // What the service measured last is measured now.
    const records = (await examineRecords(deps)).filter(({ name }) => name !== 'disk');
    const connection = lark.transport === 'websocket' ? [await examineConnection(deps)] : [];
    return [...connection, ...records, diskCheck(await diskSpace(target.database))];
  } catch (error) {
    return [failed('database', error, '检查磁盘，或从备份恢复')];
  } finally {
    await db.close();
  }
}

/** Keeps no token: one that was stored would hide a secret that has become wrong. */
function freshGateway(settings: LarkSettings) {
  return larkGateway({
    settings,
    tokens: { read: async () => undefined, write: async () => undefined },
    clock: systemClock,
    logger: loggerOf('lark'),
    fetch: (...request) => fetch(...request),
  });
}
