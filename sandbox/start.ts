import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { apiRoutes } from './api/routes.ts';
import { buildParts, type Parts } from './build.ts';
import { notWeekend } from './jumps.ts';
import type { Fetches, SandboxOptions } from './options.ts';
import { pageRoutes } from './page-files.ts';
import { allEndpoints } from './platform/endpoints.ts';
import { createGateway } from './platform/gateway.ts';
import { Sandbox } from './sandbox.ts';
import { seedWorld } from './world/seed.ts';

/** What the bot answers on the sandbox's port. */
const BOT_PATHS = ['/lark/*', '/healthz', '/readyz', '/metrics'];

/** Starts the emulated platform, its chat page and, where given, the bot, all on one loopback port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  let url = '';
  let bot = options.app;
  const parts = await buildParts(options, () => url);
  const { state, clock } = parts.platform;
  const isNew = seedWorld(state, {
    now: clock.now(),
    botName: options.botName ?? '营商环境助手',
    units: options.units ?? [],
  });
  const server = await listen(routes(parts, { options, bot: () => bot }), options.port ?? 0);
  server.on('upgrade', (request, socket, head) => parts.longConnection.upgrade(request, socket, head));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const mount = (app: Fetches) => {
    bot = app;
  };
  const sandbox = new Sandbox({ ...parts, url, server, mount });
  parts.ladder.resume();
  if (isNew) await options.seed?.(sandbox);
  return sandbox;
}

function routes(parts: Parts, of: { options: SandboxOptions; bot: () => Fetches | undefined }): Hono {
  const { platform, longConnection } = parts;
  const app = new Hono();
  app.route('/open-apis', createGateway(platform, allEndpoints(platform)));
  app.post('/callback/ws/endpoint', async (c) =>
    c.json(longConnection.endpoint(await c.req.json().catch(() => undefined))),
  );
  app.route('/sandbox/api', apiRoutes({ ...parts, isWorkingDay: of.options.isWorkingDay ?? notWeekend }));
  for (const path of BOT_PATHS)
    app.all(path, (c) => of.bot()?.fetch(c.req.raw) ?? c.json({ error: 'no bot is mounted' }, 503));
  app.route('/', pageRoutes());
  return app;
}

async function listen(app: Hono, port: number): Promise<Server> {
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }) as Server;
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return server;
}
