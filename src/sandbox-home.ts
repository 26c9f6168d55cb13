import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/start.ts';
import { type Story, seedQuarters } from '../sandbox/world/quarters.ts';
import { seedOffice } from '../sandbox/world/story.ts';
import { dayAt, instantOf } from './clock.ts';
import type { Config } from './config.ts';
import { configureLogging } from './logger.ts';
import { defaultNotice } from './notice/default.ts';
import { publishedCalendar } from './reminders/china.ts';
import { reportingUnits } from './reports/items.ts';
import { defaultDays, type PeriodId, previousPeriod, quarterOf } from './reports/period.ts';
import { ruleOf } from './schedule/rule.ts';
import { rulesFrom } from './schedule/rules-now.ts';
import { openService, type Service, type ServiceOptions } from './service.ts';

/** While the history is made, a minute of sending takes a third of a second. */
const STORY_PACE = 200;
const FOLDER = fileURLToPath(new URL('../data/sandbox/', import.meta.url));

/**
 * Bot and emulated platform on one loopback port; only the addresses and keys differ from the real thing. A world that
 * begins anew first lives through its history.
 *
 * @param how `log` is told of the progress; `folder` (with a slash at its end) holds both databases.
 */
export async function openSandbox(
  config: Config,
  how: { fresh: boolean; log: (line: string) => void; folder?: string },
): Promise<{ sandbox: Sandbox; service: Service }> {
  const folder = how.folder ?? FOLDER;
  let isNew = false;
  const sandbox = await startSandbox({
    port: config.port,
    databasePath: `${folder}platform.sqlite`,
    fresh: how.fresh,
    units: namesOfReportingUnits(),
    isWorkingDay: (day) => publishedCalendar().isWorkday(day),
    seed: () => {
      isNew = true;
    },
  });
  const options: ServiceOptions = {
    lark: { domain: sandbox.url, transport: 'webhook', credentials: sandbox.credentials },
    officeOpenIds: sandbox.officeOpenIds,
    databasePath: `${folder}bot.sqlite`,
    clock: sandbox.clock,
  };
  if (isNew) {
    how.log('第一次打开：正在按脚本布置虚构的演示数据（一个报完的季度、一个报了一半的季度），约需半分钟……');
    // A world that begins anew knows nothing that the bot may remember.
    for (const suffix of ['', '-wal', '-shm']) await rm(`${options.databasePath}${suffix}`, { force: true });
    // Months in seconds: cards grow old and tokens end, which says nothing to a newcomer.
    await configureLogging('error');
    await liveThrough(sandbox, options).finally(() => configureLogging(config.logLevel));
  }
  const service = await openService(options);
  sandbox.mount(service);
  return { sandbox, service };
}

async function liveThrough(sandbox: Sandbox, options: ServiceOptions): Promise<void> {
  const service = await openService({ ...options, history: { pace: STORY_PACE } });
  sandbox.mount(service);
  sandbox.limitsAreOn = false;
  try {
    await seedOffice(sandbox);
    await seedQuarters(
      sandbox,
      storyAt(sandbox.clock.now(), () => service.tick()),
    );
    await sandbox.idle();
  } finally {
    await service.stop();
    sandbox.limitsAreOn = true;
  }
}

/** The last quarter is over and locked; of the running one the reports come in. */
function storyAt(now: number, tick: () => Promise<unknown>): Story {
  const calendar = publishedCalendar();
  const current = quarterOf(dayAt(now));
  const opening = ruleOf(rulesFrom([]), 'open');
  const days = (id: PeriodId) => defaultDays(id, calendar, opening);
  const morning = (day: string, count: number, time: string) =>
    instantOf(calendar.plusWorkdays(day, count), time);
  const past = previousPeriod(current);
  const periodAt = (id: PeriodId) => ({
    id,
    opensAt: instantOf(days(id).opens, opening.time),
    reportedAt: morning(days(id).opens, 3, '10:20'),
  });
  return {
    tick,
    past: { ...periodAt(past), lockedAt: morning(days(past).due, 6, '10:00') },
    current: periodAt(current),
    endsAt: morning(days(current).opens, 4, '09:40'),
  };
}

function namesOfReportingUnits(): string[] {
  const notice = defaultNotice();
  const reporting = new Set(reportingUnits(notice));
  return notice.units.filter((unit) => reporting.has(unit.id)).map((unit) => unit.name);
}
