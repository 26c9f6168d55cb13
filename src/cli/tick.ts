import { isoAt, systemClock } from '../clock.ts';
import { FEISHU_DOMAIN, type LarkSettings } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { inTenant } from '../logger.ts';
import { start } from '../service.ts';
import type { TenantDue } from '../tenants/deployment.ts';
import { type Due, whatIsDue } from '../tick.ts';
import { type CliCall, type CliCommand, type ExitCode, UsageError } from './command.ts';
import { headOf, type Target } from './targets.ts';

/** `tick`: what is due at an instant, done and delivered (or only listed), then exit. */
export const tick: CliCommand = {
  usage: 'tick [--now ISO] [--dry-run] [--json] [--tenant ID]',
  summary: '执行此刻到期的事并发出；--dry-run 只列出；有多个租户时逐个执行',
  async run(call) {
    const now = instant(call);
    const targets = await call.targets.all();
    if (targets.some(({ lark }) => lark === undefined) && call.options['dry-run'] !== true)
      throw new ConfigError('LARK_APP_ID is missing: without an app nothing can be sent (try --dry-run)');
    const due: TenantDue[] = [];
    let code: ExitCode = 0;
    for (const target of targets) {
      try {
        const { id } = target;
        const done = await inTenant(id, () => atInstant(call, target, now));
        due.push(...done.map((each) => (id === undefined ? each : { tenant: id, ...each })));
      } catch (error) {
        // One that fails keeps nobody else from what is due.
        if (target.id === undefined) throw error;
        call.terminal.complain(`${headOf(target)}没有执行：${String(error)}`);
        code = 1;
      }
    }
    if (call.options['json'] === true) call.terminal.print(JSON.stringify({ now: isoAt(now), due }));
    else for (const each of due) call.terminal.print(lineOf(each));
    if (due.length === 0 && call.options['json'] !== true) call.terminal.print('没有到期的事。');
    return due.some((each) => each.status === 'dead') ? 1 : code;
  },
};

function lineOf({ tenant, at, status, kind, key, because }: TenantDue): string {
  return [tenant, at, status, kind, key, because].filter((part) => part !== undefined).join('  ');
}

function instant({ options, now }: CliCall): number {
  if (options['now'] === undefined) return now;
  const given = Date.parse(String(options['now']));
  if (Number.isNaN(given)) throw new UsageError('--now 要写成 ISO 时间，例如 2026-12-28T09:07:00+08:00');
  return given;
}

/** A dry run asks nothing of the platform, so it needs no app. */
const NO_APP: LarkSettings = {
  domain: FEISHU_DOMAIN,
  transport: 'webhook',
  credentials: { appId: 'none', appSecret: 'none', encryptKey: 'none', verificationToken: 'none' },
};

async function atInstant(call: CliCall, target: Target, now: number): Promise<Due[]> {
  // Time goes on from the given instant, so that retries within this run come due.
  const begun = systemClock.now();
  const clock = { now: () => now + systemClock.now() - begun };
  const { database: databasePath, lark = NO_APP, officeOpenIds, knowledge } = target;
  // A push or a long connection has no business in a single tick.
  const running = await start({
    databasePath,
    lark: { ...lark, transport: 'webhook' },
    officeOpenIds,
    knowledge: knowledge(),
    clock,
  });
  try {
    return call.options['dry-run'] === true ? await whatIsDue(running.deps, now) : await running.tick();
  } finally {
    await running.stop();
  }
}
