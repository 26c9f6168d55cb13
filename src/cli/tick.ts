import { isoAt, systemClock } from '../clock.ts';
import { FEISHU_DOMAIN, type LarkSettings } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { openService } from '../service.ts';
import { type Due, whatIsDue } from '../tick.ts';
import { type CliCall, type CliCommand, UsageError } from './command.ts';

/** `tick`: what is due at an instant, done and delivered (or only listed), then exit. */
export const tick: CliCommand = {
  usage: 'tick [--now ISO] [--dry-run] [--json]',
  summary: '执行此刻到期的事并发出；--dry-run 只列出',
  async run(call) {
    const now = instant(call);
    const due = await atInstant(call, now);
    if (call.options['json'] === true) call.terminal.print(JSON.stringify({ now: isoAt(now), due }));
    else for (const each of due) call.terminal.print(lineOf(each));
    if (due.length === 0 && call.options['json'] !== true) call.terminal.print('没有到期的事。');
    return due.some((each) => each.status === 'dead') ? 1 : 0;
  },
};

function lineOf({ at, status, kind, key, because }: Due): string {
  return [at, status, kind, key, ...(because === undefined ? [] : [because])].join('  ');
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

async function atInstant(call: CliCall, now: number): Promise<Due[]> {
  const config = call.config();
  const isDryRun = call.options['dry-run'] === true;
  if (config.lark === undefined && !isDryRun)
    throw new ConfigError('LARK_APP_ID is missing: without an app nothing can be sent (try --dry-run)');
  // Time goes on from the given instant, so that retries within this run come due.
  const start = systemClock.now();
  const clock = { now: () => now + systemClock.now() - start };
  const service = await openService({ ...config, lark: config.lark ?? NO_APP, clock });
  try {
    return isDryRun ? await whatIsDue(service.deps, now) : await service.tick();
  } finally {
    await service.stop();
  }
}
