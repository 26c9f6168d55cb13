import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createClock } from './clock.ts';
import { Conversation } from './conversation/conversation.ts';
import { tellBot } from './conversation/received.ts';
import { makeCredentials } from './credentials.ts';
import type { SandboxOptions } from './options.ts';
import { CallLog } from './platform/calls.ts';
import type { Platform } from './platform/endpoint.ts';
import { allEndpoints } from './platform/endpoints.ts';
import { Faults } from './platform/faults.ts';
import { createGateway } from './platform/gateway.ts';
import { Limits } from './platform/limits.ts';
import { DEFAULT_SCOPES } from './platform/scopes.ts';
import { Tokens } from './platform/token.ts';
import { Ladder } from './push/ladder.ts';
import { DEADLINE_MS } from './push/transport.ts';
import { Webhook } from './push/webhook.ts';
import { Sandbox } from './sandbox.ts';
import { memoryRecords, openRecords } from './state/records.ts';
import { State } from './state/state.ts';
import { seedWorld } from './world/seed.ts';

const BOT_PATHS = ['/lark/*', '/healthz', '/readyz', '/metrics'];

/** Starts the emulated platform, its chat page and, where given, the bot, all on one loopback port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const records =
    options.databasePath === undefined
      ? memoryRecords()
      : await openRecords(options.databasePath, { fresh: options.fresh ?? false });
  const state = new State(records);
  const clock = createClock();
  const credentials = makeCredentials(options.credentials);
  const calls = new CallLog(credentials);
  const faults = new Faults();
  const scopes = new Set([...DEFAULT_SCOPES, ...(options.scopes ?? [])]);
  const platform: Platform = {
    state,
    clock,
    credentials,
    tokens: new Tokens(credentials, clock),
    limits: new Limits(),
    faults,
    calls,
    scopes,
    clicking: new Set(),
    tokenErrorStatus: 400,
  };
  let url = '';
  const webhook = new Webhook({
    credentials,
    clock,
    botUrl: () => options.botUrl ?? url,
    deadlineMs: options.deadlineMs ?? DEADLINE_MS,
  });
  const ladder = new Ladder({ state, clock, credentials, faults, calls, transport: webhook });
  const deps = { state, clock, scopes, push: ladder.event.bind(ladder) };
  const conversation = new Conversation(deps, (message, chat) => tellBot(deps, message, chat));
  const isNew = seedWorld(state, {
    now: clock.now(),
    botName: options.botName ?? '营商环境助手',
    units: options.units ?? [],
  });
  let bot = options.app;
  const app = new Hono();
  app.route('/open-apis', createGateway(platform, allEndpoints(platform)));
  for (const path of BOT_PATHS)
    app.all(path, (c) => bot?.fetch(c.req.raw) ?? c.json({ error: 'no bot is mounted' }, 503));
  const server = serve({ fetch: app.fetch, port: options.port ?? 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sandbox = new Sandbox({
    url,
    platform,
    conversation,
    ladder,
    webhook,
    records,
    server,
    mount: (mounted) => {
      bot = mounted;
    },
  });
  ladder.resume();
  if (isNew) await options.seed?.(sandbox);
  return sandbox;
}
