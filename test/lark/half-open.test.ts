import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { openLongConnection } from '../../src/lark/long-connection.ts';
import { loggerOf } from '../../src/logger.ts';
import { CREDENTIALS } from '../support/push.ts';

/** Seconds; the platform’s own is 120. Each ping begins the wait for its answer anew, so it must be the longer one. */
const PING_EVERY = 30;

it('a connection on which nobody answers any more is noticed and opened anew', async () => {
  const sockets: WebSocket[] = [];
  const server = createServer((_, response) => {
    const { port } = server.address() as AddressInfo;
    const ClientConfig = {
      PingInterval: PING_EVERY,
      ReconnectCount: -1,
      ReconnectInterval: 1,
      ReconnectNonce: 0,
    };
    const data = { URL: `ws://127.0.0.1:${port}/ws?ticket=x&device_id=1&service_id=7`, ClientConfig };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ code: 0, msg: '', data }));
  });
  // Takes connections and is silent, as the far end of a half-open one.
  const silent = new WebSocketServer({ server, path: '/ws' });
  silent.on('connection', (socket) => sockets.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const changes: boolean[] = [];
  const close = openLongConnection({
    settings: {
      domain: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      transport: 'websocket',
      credentials: CREDENTIALS,
    },
    logger: loggerOf('test'),
    changed: (isOpen) => changes.push(isOpen),
    receive: async () => ({}),
  });
  try {
    await expect.poll(() => sockets.length, { timeout: 40_000 }).toBeGreaterThan(1);
    await expect.poll(() => changes).toEqual([true, false, true]);
  } finally {
    close();
    silent.close();
    server.closeAllConnections();
    server.close();
  }
});
