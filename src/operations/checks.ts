import { NEWEST_MIGRATION, newestApplied } from '../../db/queries/applied-migrations.ts';
import { workChat } from '../../db/queries/chats.ts';
import { endedWork } from '../../db/queries/ended.ts';
import { inboxState, openError } from '../../db/queries/inbox.ts';
import { cardsWentOut, outboxState, recentErrors } from '../../db/queries/outbox-state.ts';
import { officeMembers, unitsWithoutLiaison } from '../../db/queries/people.ts';
import { readSetting } from '../../db/queries/settings.ts';
import { targetOwners } from '../../db/queries/target-owners.ts';
import { noticeOn } from '../amendments/stored.ts';
import { pauseAfter } from '../caution.ts';
import { dayAt, timeAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { plusDays } from '../reminders/calendar.ts';
import { calendarOf } from '../reminders/china.ts';
import { reportingUnits } from '../reports/items.ts';
import { ruleOfKind } from '../schedule/rules.ts';
import { type Check, check, failed } from './check.ts';
import { type DiskSpace, diskCheck } from './disk-check.ts';
import { examineScopes } from './platform-checks.ts';
import { pushes } from './refusals.ts';

/** A push older than 5 minutes is refused; a clock this far off is close to it and shifts every deadline. */
const SKEW_MS = 60_000;
const LAG_MS = 5 * 60_000;
/** A night's backup is missed, and a day for somebody to see it. */
const BACKUP_MS = 49 * 60 * 60_000;
/** A quarter's opening to its reminders: what is planned now must not rest on a guess. */
const CALENDAR_DAYS = 45;
/** Cards that nobody has pressed for so long are worth a try. */
const UNCLICKED_MS = 24 * 60 * 60_000;
const NAMES_SHOWN = 5;

/** Everything that can be looked at while the bot runs. Sends nothing, changes no record. */
export async function examine(deps: Deps): Promise<Check[]> {
  return [...(await examinePlatform(deps)), await schema(deps), ...(await examineRecords(deps))];
}

/** Token, bot, scopes and clock, by asking the platform. */
export async function examinePlatform(deps: Pick<Deps, 'gateway' | 'clock' | 'office'>): Promise<Check[]> {
  const { gateway, clock } = deps;
  const platform = await gateway.bot().then(
    ({ name }) => check('platform', true, `飞书已连通，机器人“${name}”`),
    (error: unknown) =>
      failed(
        'platform',
        error,
        '核对 LARK_APP_ID、LARK_APP_SECRET、LARK_DOMAIN 和出口网络；确认应用已启用机器人能力',
      ),
  );
  const asked = [platform, ...(platform.ok ? [await examineScopes(deps)] : [])];
  const skew = gateway.clockSkewMs();
  if (skew === undefined) return asked;
  const says = `本机时间 ${timeAt(clock.now())}，与飞书相差 ${seconds(Math.abs(skew))} 秒`;
  return [...asked, check('clock', Math.abs(skew) < SKEW_MS, says, '在服务器上开启时间同步（如 chrony）')];
}

/** What the database tells. */
export async function examineRecords(deps: Deps): Promise<Check[]> {
  return [
    await office(deps),
    await calendar(deps),
    await liaisons(deps),
    await workGroup(deps),
    await inbox(deps),
    ...(await outbox(deps)),
    await pushes(deps),
    await callback(deps),
    await backup(deps),
    ...(await disk(deps)),
    await lastTick(deps),
    await jobs(deps),
  ];
}

/** On Workers migrations are applied apart from the deployment: they may have been left out, or broken off. */
async function schema({ db }: Deps): Promise<Check> {
  const applied = await newestApplied(db);
  const isNewest = (applied ?? '') >= NEWEST_MIGRATION;
  const says = isNewest
    ? '数据库结构为最新'
    : `数据库停在 ${applied ?? '迁移之前'}，本版本需要 ${NEWEST_MIGRATION}`;
  const fix = '执行迁移：Node 重启服务即可，Workers 运行 npx wrangler d1 migrations apply 数据库名 --remote';
  return check('database', isNewest, says, fix);
}

async function office({ db, office: first }: Deps): Promise<Check> {
  const members = await officeMembers(db, first);
  const fix = '设置 OFFICE_OPEN_IDS：办公室第一批成员的 open_id，用逗号分隔';
  return check('office', members.length > 0, `办公室成员 ${members.length} 人`, fix);
}

async function calendar({ db, clock }: Deps): Promise<Check> {
  const { coverageUntil } = await calendarOf(db);
  const ok = coverageUntil >= plusDays(dayAt(clock.now()), CALENDAR_DAYS);
  const fix = '放假安排公布后，由办公室用 /日程 导入；导入以前，之后的日期按周一至周五推算';
  return check('calendar', ok, `放假安排到 ${coverageUntil} 为止`, fix);
}

/** Of all who have to report: by the notice as it stands today, or because the office has given them an objective. */
async function liaisons(deps: Deps): Promise<Check> {
  const { db, clock } = deps;
  const model = await noticeOn(deps, dayAt(clock.now()));
  const all = reportingUnits(model, await targetOwners(db));
  const missing = await unitsWithoutLiaison(db, all);
  const nameOf = new Map(model.units.map((unit) => [unit.id, unit.name]));
  const names = missing.slice(0, NAMES_SHOWN).map((id) => nameOf.get(id) ?? id);
  const more = missing.length > names.length ? `等 ${missing.length} 家` : '';
  const says =
    missing.length === 0
      ? `${all.length} 家报送单位都有联络员`
      : `${all.length} 家报送单位中 ${missing.length} 家没有联络员：${names.join('、')}${more}`;
  return check('liaisons', missing.length === 0, says, '用 /绑定 逐个绑定，或用 /联络员 导入名册');
}

async function workGroup({ db }: Deps): Promise<Check> {
  const chat = await workChat(db);
  const says = chat === undefined ? '还没有绑定工作群' : '工作群已绑定';
  return check('work-group', chat !== undefined, says, '把机器人拉进工作群，由办公室在群里发 /绑定');
}

async function inbox({ db, clock, wakesWithinMs }: Deps): Promise<Check> {
  const { open, failed: lost, oldest } = await inboxState(db);
  const lag = oldest === null ? 0 : clock.now() - oldest;
  const error = open > 0 ? await openError(db) : undefined;
  const because = error === undefined ? '' : `；处理出错、正在重试：${error}`;
  const isLate = lag > Math.max(LAG_MS, wakesWithinMs);
  const late = isLate ? `，最早的已等 ${seconds(lag)} 秒` : '';
  return check(
    'inbox',
    lost === 0 && error === undefined && !isLate,
    `收到的消息：待处理 ${open} 条${late}，失败 ${lost} 条${because}`,
    '在日志里按事件编号查看原因；是数据库的错误就先处理数据库',
  );
}

async function outbox({ db, clock, wakesWithinMs }: Deps): Promise<Check[]> {
  const { waiting, dead, oldest } = await outboxState(db);
  const lag = oldest === null ? 0 : Math.max(0, clock.now() - oldest);
  const late = lag > 0 ? `，最早的已等 ${seconds(lag)} 秒` : '';
  const errors = dead > 0 ? await recentErrors(db, 3) : [];
  const because = errors.length > 0 ? `；最近的原因：${errors.join('；')}` : '';
  return [
    check(
      'outbox',
      lag <= Math.max(LAG_MS, wakesWithinMs),
      `待发消息 ${waiting} 条${late}`,
      '确认服务正在运行、能访问飞书',
    ),
    check(
      'dead-letters',
      dead === 0,
      `已放弃的消息 ${dead} 条${because}`,
      '按原因处理：离职或屏蔽的人请重新绑定，权限不足请在后台开通后发布版本',
    ),
  ];
}

/** Events and callbacks are switched on apart from each other: with the second one forgotten, no button works. */
async function callback({ db, clock }: Deps): Promise<Check> {
  const last = await readSetting(db, 'last-click');
  if (last !== undefined) {
    const at = Number(last);
    return check('callback', true, `卡片按钮已接通，最近一次点击记在 ${dayAt(at)} ${timeAt(at)}`);
  }
  const isDue = await cardsWentOut(db, clock.now() - UNCLICKED_MS);
  const fix =
    '先发“/帮助”，点一下卡片上的按钮；没有反应就到开发者后台 → 事件与回调 → 回调配置，添加“卡片回传交互”（card.action.trigger），请求地址与事件相同，再发布版本';
  return check('callback', !isDue, '还没有收到过卡片按钮的点击', fix);
}

/** Measured by the service each hour, where it has a disk of its own. */
async function disk({ db }: Deps): Promise<Check[]> {
  const measured = await readSetting(db, 'disk');
  return measured === undefined ? [] : [diskCheck(JSON.parse(measured) as DiskSpace)];
}

// Only the service on a file makes backups: where none was ever recorded, the database is backed up by its host.
async function backup({ db, clock }: Deps): Promise<Check> {
  const last = await readSetting(db, 'last-backup');
  if (last === undefined) return check('backup', true, '没有定时备份的记录');
  const at = Number(last);
  const says = `上次备份 ${dayAt(at)} ${timeAt(at)}`;
  return check('backup', clock.now() - at < BACKUP_MS, says, '检查备份目录（BACKUP_DIR）和磁盘空间');
}

async function lastTick({ db, clock, wakesWithinMs }: Deps): Promise<Check> {
  const last = await readSetting(db, 'last-tick');
  const since = clock.now() - Number(last ?? 0);
  const says = last === undefined ? '还没有运行过定时任务' : `上次定时任务在 ${seconds(since)} 秒前`;
  return check('tick', since < wakesWithinMs, says, '确认服务正在运行（npm start），或检查 Cron Trigger');
}

/** Once may be a deployment or a restart in the middle of it. */
const ENDED_TWICE = 2;

/** What uses up its invocation, or the server's memory, each time that it is begun. */
async function jobs({ db }: Deps): Promise<Check> {
  const all = [...(await endedWork(db))].filter(([, { times }]) => times >= ENDED_TWICE);
  const each = all.map(([what, { times, at }]) => {
    const again = at + pauseAfter(times);
    return `“${workName(what)}”已中断 ${times} 次，${dayAt(again)} ${timeAt(again)} 再试`;
  });
  const says = all.length === 0 ? '定时任务都能做完' : `定时任务做到一半被中断：${each.join('；')}`;
  const fix =
    'Workers：调高 wrangler.toml 里 [limits] 的 cpu_ms，仍不够就改用 Node 部署；Node：看日志里中断前的报错，加大内存；等不及的先由办公室手动做（如 /报送 开启、/催报）';
  return check('jobs', all.length === 0, says, fix);
}

/** A look of a tick is kept by its name, an occurrence by its key: `open:2026Q4`. */
function workName(what: string): string {
  const [kind = '', ...of] = what.split(':');
  const name = ruleOfKind(kind)?.name;
  return name === undefined ? what : [name, ...of].join(' ');
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}
