import { dirname, join } from 'node:path';
import { serve } from '@hono/node-server';
import cron from 'node-cron';
import { COMMANDS } from '../commands/index.ts';
import { warmUp } from './answers/warm.ts';
import { systemClock } from './clock.ts';
import { type Config, type LarkSettings, readConfig, secretsOf } from './config.ts';
import { ConfigError } from './errors.ts';
import { configureLogging, loggerOf } from './logger.ts';
import { reconcileCommands } from './native-commands.ts';
import { Backups } from './operations/backups.ts';
import { openService, type Service } from './service.ts';

const EVERY_MINUTE = '* * * * *';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  await configureLogging(config.logLevel, secretsOf(config.lark));
  if (config.lark === undefined) await startSandbox(config);
  else await startBot(config, config.lark);
}

async function startBot(config: Config, lark: LarkSettings): Promise<void> {
  const service = await openService({ ...config, lark, clock: systemClock });
  const server = serve({ fetch: service.fetch, port: config.port });
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const backups = new Backups({
    ...service.deps,
    databasePath: config.databasePath,
    folder: config.backupFolder ?? join(dirname(config.databasePath), 'backups'),
    logger: loggerOf('backup'),
  });
  const waker = cron.schedule(EVERY_MINUTE, () => void backups.wake());
  void backups.wake();
  run(service, async () => {
    server.close();
    await waker.stop();
    await backups.idle();
  });
  console.log(`yingshang-bot serves app ${lark.credentials.appId} on port ${config.port}`);
}

async function startSandbox(config: Config): Promise<void> {
  // Loaded only where it is used: nothing of it belongs to a deployment.
  const { openSandbox } = await import('./sandbox-home.ts');
  console.log(
    'No LARK_* variable is set: this is the sandbox, an emulated platform with a fictitious world.',
  );
  const fresh = process.argv.includes('--fresh');
  const { sandbox, service } = await openSandbox(config, { fresh, log: console.log });
  sandbox.clock.onChange(() => void service.tick().catch(logTick));
  run(service, () => sandbox.close());
  console.log(`Ready: open ${sandbox.url}/ and talk to the bot. Start over with: npm start -- --fresh`);
}

/** Wakes the bot each minute until the process is told to stop. */
function run(service: Service, close: () => Promise<void>): void {
  warmUp(service.deps.engine, service.deps.notice.model);
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
