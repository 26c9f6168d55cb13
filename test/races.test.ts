import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../src/clock.ts';
import { openService, type Service } from '../src/service.ts';
import { CREDENTIALS, envelope, messageEvent, signedPush } from './support/push.ts';

/** A platform that takes every message and remembers it; it can be told to fail. */
class FakePlatform {
  readonly sent: { path: string; uuid: string | undefined; at: number }[] = [];
  tokens = 0;
  refuseToken = '';
  answer: (
    count: number,
  ) => { status: number; body: object; headers?: Record<string, string> } | 'hang' | undefined = () =>
    undefined;
  #server: ReturnType<typeof serve> | undefined;
  #seen = new Map<string, string>();

  async start(): Promise<string> {
    const app = new Hono();
    app.post('/open-apis/auth/v3/tenant_access_token/internal', (c) => {
      this.tokens++;
      return c.json({ code: 0, msg: 'ok', tenant_access_token: `t-${this.tokens}`, expire: 7200 });
    });
    app.get('/open-apis/bot/v3/info', (c) =>
      c.json({ code: 0, bot: { open_id: 'ou_bot', app_name: '助手' } }),
    );
    app.post('/open-apis/im/v1/messages', async (c) => {
      if (c.req.header('authorization') === `Bearer ${this.refuseToken}`)
        return c.json({ code: 99991663, msg: 'invalid token' }, 400);
      const { uuid } = (await c.req.json()) as { uuid?: string };
      this.sent.push({ path: c.req.path, uuid, at: performance.now() });
      const answer = this.answer(this.sent.length);
      if (answer === 'hang') return new Promise<Response>(() => undefined);
      if (answer) return c.json(answer.body, answer.status as 400, answer.headers ?? {});
      const known = this.#seen.get(uuid ?? '') ?? `om_${this.sent.length}`;
      if (uuid) this.#seen.set(uuid, known);
      return c.json({ code: 0, data: { message_id: known, chat_id: 'oc' } });
    });
    this.#server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise<void>((resolve) => this.#server?.once('listening', () => resolve()));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Messages that a person would see: the same uuid shows once. */
  get visible(): number {
    return this.#seen.size;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server && 'closeAllConnections' in server) server.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }
}

const clock: Clock & { at: number } = { at: Date.parse('2026-10-28T09:00:00+08:00'), now: () => clock.at };
let folder: string;
let platform: FakePlatform;
let domain: string;
const services: Service[] = [];

async function open(): Promise<Service> {
  const service = await openService({
    lark: { domain, transport: 'webhook', credentials: CREDENTIALS },
    officeOpenIds: ['ou_office'],
    databasePath: join(folder, 'bot.sqlite'),
    clock,
  });
  services.push(service);
  return service;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
  platform = new FakePlatform();
  domain = await platform.start();
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

async function push(service: Service, event: object, header: { event_id: string }): Promise<Response> {
  const { body, headers } = signedPush(envelope('im.message.receive_v1', event, header), clock.at);
  return service.fetch(new Request('http://bot/lark/events', { method: 'POST', body, headers }));
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('waited in vain');
}

/** Until a failed message is written down to be tried again later. */
function untilPutOff(service: Service): Promise<void> {
  return until(async () => {
    const rows = await service.deps.db.query
      .selectFrom('outbox')
      .select('key')
      .where('status', '=', 'due')
      .where('next_at', '>', clock.at)
      .execute();
    return rows.length > 0;
  });
}

const greeted = (text: string) => messageEvent({ text, sender: 'ou_leader', messageId: 'om_1' });
/** The answer and, the first time, the help card. */
const ANSWER_AND_HELP = 2;

describe('one event, one effect', () => {
  it('ten deliveries of one event, at once and to two processes, give one answer', async () => {
    const [one, two] = [await open(), await open()];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        push(i % 2 === 0 ? one : two, greeted('获得电力谁牵头'), { event_id: 'evt_1' }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200));
    await until(() => platform.visible === ANSWER_AND_HELP);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(platform.sent).toHaveLength(ANSWER_AND_HELP);
  });

  it('the same message under a new event id is the same message', async () => {
    const service = await open();
    await push(service, greeted('获得电力谁牵头'), { event_id: 'evt_1' });
    await push(service, greeted('获得电力谁牵头'), { event_id: 'evt_2' });
    await until(() => platform.visible === ANSWER_AND_HELP);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(platform.sent).toHaveLength(ANSWER_AND_HELP);
  });

  it('what was stored but not handled before a crash is handled after it, once', async () => {
    const first = await open();
    // The event is on disk and acknowledged; the process ends before any work on it.
    first.deps.background = () => undefined;
    expect((await push(first, greeted('获得电力谁牵头'), { event_id: 'evt_1' })).status).toBe(200);
    await first.stop();
    const second = await open();
    clock.at += 61_000;
    await second.tick();
    await until(() => platform.visible === ANSWER_AND_HELP);
    clock.at += 61_000;
    await second.tick();
    expect(platform.sent).toHaveLength(ANSWER_AND_HELP);
  });

  it('what does not concern the bot is not even stored', async () => {
    const service = await open();
    const chatter = messageEvent({ text: '大家好', chatType: 'group', chatId: 'oc_group' });
    expect((await push(service, chatter, { event_id: 'evt_9' })).status).toBe(200);
    expect(await service.deps.db.query.selectFrom('inbox').selectAll().execute()).toEqual([]);
  });
});

describe('a platform that fails', () => {
  const ask = async (service: Service) => push(service, greeted('获得电力谁牵头'), { event_id: 'evt_1' });

  it('one token serves many sends; a refused one is renewed once', async () => {
    platform.refuseToken = 't-1';
    const service = await open();
    await ask(service);
    await until(() => platform.visible === ANSWER_AND_HELP);
    expect(platform.tokens).toBe(2);
  });

  it('429 is waited out as long as it says, and nothing is sent twice', async () => {
    platform.answer = (count) =>
      count === 1
        ? { status: 429, body: { code: 99991400, msg: 'limit' }, headers: { 'x-ogw-ratelimit-reset': '1' } }
        : undefined;
    const service = await open();
    await ask(service);
    await untilPutOff(service);
    clock.at += 2_000;
    await until(() => platform.visible === ANSWER_AND_HELP);
    const [first, second] = platform.sent;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(900);
  });

  it('an answer that was lost is asked for again with the same uuid, so one message is seen', async () => {
    let lost = false;
    platform.answer = () => {
      if (lost) return undefined;
      lost = true;
      return { status: 502, body: {} };
    };
    const service = await open();
    await ask(service);
    await until(() => lost);
    await untilPutOff(service);
    clock.at += 5_000;
    await until(() => platform.visible === ANSWER_AND_HELP);
    expect(new Set(platform.sent.map((call) => call.uuid)).size).toBe(ANSWER_AND_HELP);
  });

  it('a message that stays refused is given up after hours, and the office hears of it once', async () => {
    const errors = { status: 400, body: { code: 5000, msg: 'internal' } };
    let down = true;
    platform.answer = () => (down ? errors : undefined);
    const service = await open();
    await ask(service);
    for (let hour = 0; hour < 8; hour++) {
      await untilPutOff(service);
      clock.at += 60 * 60_000;
      await service.tick();
    }
    const dead = await service.deps.db.query
      .selectFrom('outbox')
      .select('key')
      .where('status', '=', 'dead')
      .execute();
    expect(dead.map((row) => row.key).sort()).toEqual(['answer:om_1', 'hello:ou_leader']);
    down = false;
    clock.at += 60 * 60_000;
    await service.tick();
    const alerts = await service.deps.db.query
      .selectFrom('outbox')
      .select(['key', 'status'])
      .where('key', 'like', 'alert:%')
      .execute();
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.status).toBe('sent');
  });
});

describe('bad requests', () => {
  const post = (service: Service, body: string, headers: Record<string, string> = {}) =>
    service.fetch(new Request('http://bot/lark/cards', { method: 'POST', body, headers }));

  it('are refused by kind, and nothing of them is told back', async () => {
    const service = await open();
    const secret = 'do not echo me';
    const cases: [Response, number][] = [
      [await post(service, secret), 400],
      [await post(service, JSON.stringify({ encrypt: secret })), 401],
      [await post(service, 'x'.repeat(1024 * 1024 + 1)), 413],
      [
        await post(service, JSON.stringify({ type: 'url_verification', challenge: secret, token: secret })),
        401,
      ],
    ];
    for (const [response, status] of cases) {
      expect(response.status).toBe(status);
      const body = await response.text();
      expect(JSON.parse(body)).toHaveProperty('error');
      expect(body).not.toContain(secret);
    }
  });
});
