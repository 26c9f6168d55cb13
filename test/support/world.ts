import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { SandboxMessage } from '../../sandbox/contract.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start.ts';
import type { LarkSettings } from '../../src/config.ts';
import { openService, type Service } from '../../src/service.ts';
import { PATIENT_MS } from './patience.ts';

/** The bot and the emulated platform, started together as `npm start` does it, with nothing kept afterwards. */
export interface World {
  sandbox: Sandbox;
  service: Service;
  lark: LarkSettings;
  databasePath: string;
  /** Ends the service as a crash would not: then a new one takes its place on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startWorld(
  options: { transport?: 'webhook' | 'websocket'; isEphemeralOff?: boolean } = {},
): Promise<World> {
  const transport = options.transport ?? 'webhook';
  const folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
  const databasePath = join(folder, 'bot.sqlite');
  const sandbox = await startSandbox({ transport, deadlineMs: PATIENT_MS });
  const lark: LarkSettings = {
    domain: sandbox.url,
    transport,
    isEphemeralOff: options.isEphemeralOff ?? false,
    credentials: sandbox.credentials,
  };
  // The one place where a story's home is chosen: vitest's project `workers` provides the bundled Worker.
  const bundle = process.env['VITEST'] === undefined ? undefined : inject('workerBundle');
  const open = async () => {
    const parts = { lark, officeOpenIds: sandbox.officeOpenIds, clock: sandbox.clock };
    // Wrangler takes a second to load, which the stories on Node need not wait for.
    const service =
      bundle === undefined
        ? await openService({ ...parts, databasePath })
        : await (await import('./worker-home.ts')).openWorkerHome({ ...parts, bundle });
    sandbox.mount(service);
    return service;
  };
  const world: World = {
    sandbox,
    lark,
    databasePath,
    service: await open(),
    async restart() {
      await world.service.stop();
      world.service = await open();
    },
    async close() {
      await sandbox.idle();
      await world.service.stop();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}

/** Everything a card or text message says, as one string. */
export function wordsOf(message: SandboxMessage): string {
  return JSON.stringify(message.body);
}

/** The bot's messages in a chat, oldest first. */
export function botMessages(sandbox: Sandbox, chatId: string): SandboxMessage[] {
  return sandbox.messagesIn(chatId).filter((message) => message.from === botOf(sandbox));
}

function botOf(sandbox: Sandbox): string {
  return sandbox.openIdOf('bot');
}
