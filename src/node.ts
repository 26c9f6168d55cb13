import { serve } from '@hono/node-server';
import cron from 'node-cron';
import { COMMANDS } from '../commands/index.ts';
import { systemClock } from './clock.ts';
import { type Config, type LarkSettings, readConfig } from './config.ts';
import { ConfigError } from './errors.ts';
import { configureLogging, loggerOf } from './logger.ts';
import { reconcileCommands } from './native-commands.ts';
import { defaultNotice } from './notice/default.ts';
import { reportingUnits } from './reports/items.ts';
import { openService, type Service } from './service.ts';

const EVERY_MINUTE = '* * * * *';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  await configureLogging(config.logLevel);
  if (config.lark === undefined) await startSandbox(config);
  else await startBot(config, config.lark);
}

async function startBot(config: Config, lark: LarkSettings): Promise<void> {
  const service = await openService({ ...config, lark, clock: systemClock });
  const server = serve({ fetch: service.fetch, port: config.port });
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  run(service, async () => {
    server.close();
  });
  console.log(`yingshang-bot serves app ${lark.credentials.appId} on port ${config.port}`);
}

/** Bot and emulated platform on one loopback port; only the addresses and keys differ from the real thing. */
async function startSandbox(config: Config): Promise<void> {
  const { startSandbox: start } = await import('../sandbox/start.ts');
  const { seedOffice } = await import('../sandbox/world/story.ts');
  const fresh = process.argv.includes('--fresh');
  const folder = new URL('../data/sandbox/', import.meta.url).pathname;
  let isNew = false;
  const sandbox = await start({
    port: config.port,
    databasePath: `${folder}platform.sqlite`,
    fresh,
    units: namesOfReportingUnits(),
    seed: () => {
      isNew = true;
    },
  });
  // A world that begins anew knows nothing that the bot may remember.
  if (isNew) await forget(`${folder}bot.sqlite`);
  const lark: LarkSettings = { domain: sandbox.url, transport: 'webhook', credentials: sandbox.credentials };
  const service = await openService({
    lark,
    officeOpenIds: sandbox.officeOpenIds,
    databasePath: `${folder}bot.sqlite`,
    clock: sandbox.clock,
  });
  sandbox.mount(service);
  sandbox.clock.onChange(() => void service.tick().catch(logTick));
  run(service, () => sandbox.close());
  console.log(
    [
      'No LARK_* variable is set: this is the sandbox, an emulated platform with a fictitious world.',
      `Open ${sandbox.url}/ and talk to the bot. Start over with: npm start -- --fresh`,
    ].join('\n'),
  );
  if (isNew)
    await seedOffice(sandbox).catch((error: unknown) =>
      loggerOf('sandbox').error('{says}', { says: String(error) }),
    );
}

function namesOfReportingUnits(): string[] {
  const notice = defaultNotice();
  const reporting = new Set(reportingUnits(notice));
  return notice.units.filter((unit) => reporting.has(unit.id)).map((unit) => unit.name);
}

async function forget(path: string): Promise<void> {
  const { rm } = await import('node:fs/promises');
  for (const suffix of ['', '-wal', '-shm']) await rm(`${path}${suffix}`, { force: true });
}

/** Wakes the bot each minute until the process is told to stop. */
function run(service: Service, close: () => Promise<void>): void {
  const wake = () => void service.tick().catch(logTick);
  const waker = cron.schedule(EVERY_MINUTE, wake);
  wake();
  void reconcileCommands(service.deps.gateway, COMMANDS, loggerOf('lark'));
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await waker.stop();
    await close();
    await service.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function logTick(error: unknown): void {
  loggerOf('tick').error('a tick failed: {says}', { says: String(error) });
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
