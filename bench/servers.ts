import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { adaptDefault, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { Hono } from 'hono';
import { systemClock } from '../src/clock.ts';
import { openService } from '../src/service.ts';
import { CREDENTIALS } from '../test/support/push.ts';

/** The servers that the benchmark compares, one a process: `node bench/servers.ts NAME`. */
const SERVERS: Record<string, () => Promise<number>> = {
  'hono-hello': async () => {
    const app = new Hono().post('/lark/events', (c) => c.json({}));
    return listening(serve({ fetch: app.fetch, port: 0 }));
  },
  'sdk-adapter': async () => {
    const dispatcher = new EventDispatcher({
      encryptKey: CREDENTIALS.encryptKey,
      verificationToken: CREDENTIALS.verificationToken,
      loggerLevel: LoggerLevel.error,
    }).register({ 'im.message.receive_v1': () => undefined });
    return listening(createServer(adaptDefault('/lark/events', dispatcher)).listen(0));
  },
  bot: async () => {
    const platform = new Hono()
      .post('/open-apis/auth/v3/tenant_access_token/internal', (c) =>
        c.json({ code: 0, tenant_access_token: 't-1', expire: 7200 }),
      )
      .all('*', (c) =>
        c.json({ code: 0, data: { message_id: 'om_sent', chat_id: 'oc' }, bot: { open_id: 'ou_bot' } }),
      );
    const port = await listening(serve({ fetch: platform.fetch, port: 0 }));
    const folder = await mkdtemp(join(tmpdir(), 'yingshang-bench-'));
    const service = await openService({
      lark: { domain: `http://127.0.0.1:${port}`, transport: 'webhook', credentials: CREDENTIALS },
      officeOpenIds: [],
      databasePath: join(folder, 'bot.sqlite'),
      clock: systemClock,
    });
    return listening(serve({ fetch: service.fetch, port: 0 }));
  },
};

async function listening(server: {
  address(): unknown;
  once(event: 'listening', then: () => void): unknown;
}) {
  await new Promise<void>((resolve) => (server.address() ? resolve() : server.once('listening', resolve)));
  return (server.address() as AddressInfo).port;
}

const start = SERVERS[process.argv[2] ?? ''];
if (!start) throw new Error(`one of ${Object.keys(SERVERS).join(', ')}`);
console.log(`port ${await start()}`);
