import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import cron from 'node-cron';
import { COMMANDS } from '../commands/index.ts';
import { warmUp } from './answers/warm.ts';
import { systemClock } from './clock.ts';
import { type Config, secretsOf } from './config.ts';
import type { Deps } from './deps.ts';
import { ConfigError } from './errors.ts';
import { configureLogging, loggerOf } from './logger.ts';
import { reconcileCommands } from './native-commands.ts';
import { Deployment } from './tenants/deployment.ts';
import { type NodeTenant, readDeployment } from './tenants/file.ts';

const EVERY_MINUTE = '* * * * *';
/** The platform waits three seconds for an answer; a request that takes longer is not one of its own. */
const ANSWERS_WITHIN_MS = 5_000;

async function main(): Promise<void> {
  const { config, tenants } = await readDeployment(process.env);
  await configureLogging(
    config.logLevel,
    tenants.flatMap(({ lark }) => secretsOf(lark)),
  );
  if (tenants.length === 0) await startSandbox(config);
  else await startBot(config, tenants);
}

async function startBot({ port }: Config, tenants: readonly NodeTenant[]): Promise<void> {
  const deployment = new Deployment(tenants, { clock: systemClock, opened: listCommands });
  await deployment.open();
  const server = serve({ fetch: deployment.fetch, port }) as Server;
  try {
    await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  } catch (error) {
    await deployment.stop();
    throw new ConfigError(`PORT: ${port} cannot be listened on (${String(error)})`);
  }
  for (const { engine, notice } of new Set(tenants.map(({ knowledge }) => knowledge())))
    warmUp(engine, notice.model);
  run({
    wake: () => Promise.all([deployment.tick(), deployment.backUp()]),
    async stop() {
      await answered(server);
      await deployment.stop();
    },
  });
  console.log(`yingshang-bot serves ${servedBy(tenants)} on port ${port}`);
}

/** Takes no more requests and waits until those that are here have their answers: what is acknowledged is stored. */
async function answered(server: Server): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), ANSWERS_WITHIN_MS);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(patience);
}

function servedBy(tenants: readonly NodeTenant[]): string {
  const names = tenants.map(({ id, lark: { credentials } }) =>
    id === undefined ? `app ${credentials.appId}` : `${id} (/lark/events/${credentials.appId})`,
  );
  return names.join(', ');
}

async function startSandbox(config: Config): Promise<void> {
  // Loaded only where it is used: nothing of it belongs to a deployment.
  const { openSandbox } = await import('./sandbox-home.ts');
  console.log(
    'No LARK_* variable is set: this is the sandbox, an emulated platform with a fictitious world.',
  );
  const fresh = process.argv.includes('--fresh');
  const { sandbox, service } = await openSandbox(config, { fresh, log: console.log });
  const wake = () => service.tick();
  sandbox.clock.onChange(() => void wake().catch(logTick));
  warmUp(service.deps.engine, service.deps.notice.model);
  listCommands(service.deps);
  run({
    wake,
    async stop() {
      await sandbox.close();
      await service.stop();
    },
  });
  console.log(`Ready: open ${sandbox.url}/ and talk to the bot. Start over with: npm start -- --fresh`);
}

/** Wakes the bot each minute until the process is told to stop. */
function run(bot: { wake: () => Promise<unknown>; stop: () => Promise<void> }): void {
  const wake = () => void bot.wake().catch(logTick);
  const waker = cron.schedule(EVERY_MINUTE, wake);
  wake();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await waker.stop();
    await bot.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function listCommands({ gateway, background }: Deps): void {
  background(() => reconcileCommands(gateway, COMMANDS, loggerOf('lark')));
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
