import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenId } from '../src/ids.ts';
import { examineConnection } from '../src/operations/connection.ts';
import { outboxWrites } from '../src/outbox/message.ts';
import { openService, type Service } from '../src/service.ts';
import { CREDENTIALS } from './support/push.ts';

const MINUTE = 60_000;
const clock = { at: 0, now: () => clock.at };
let folder: string;
let service: Service;

beforeEach(async () => {
  clock.at = Date.parse('2026-11-25T09:00:00+08:00');
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
  service = await openService({
    // Nobody listens there: nothing can be sent.
    lark: { domain: 'http://127.0.0.1:9', transport: 'webhook', credentials: CREDENTIALS },
    officeOpenIds: [],
    databasePath: join(folder, 'bot.sqlite'),
    clock,
  });
});
afterEach(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const get = async (path: string) => service.fetch(new Request(`http://bot${path}`));

describe('whether the service can work', () => {
  it('it can once the database is open; a missing tick counts only after three minutes', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    clock.at += 2.9 * MINUTE;
    expect((await get('/readyz')).status).toBe(200);
    clock.at += 0.2 * MINUTE;
    const late = await get('/readyz');
    expect(late.status).toBe(503);
    expect(await late.json()).toMatchObject({ ok: false, reasons: [expect.stringContaining('tick')] });
    await service.tick();
    expect((await get('/readyz')).status).toBe(200);
  });

  it('messages that wait longer than five minutes are a reason', async () => {
    const { db } = service.deps;
    const message = {
      key: 'k',
      to: { person: 'ou_1' as OpenId },
      body: { type: 'text' as const, text: '你好' },
    };
    await db.apply(outboxWrites(db, message, clock.at));
    for (let minute = 0; minute < 4; minute++) {
      clock.at += MINUTE;
      await service.tick();
    }
    expect((await get('/readyz')).status).toBe(200);
    clock.at += 30 * MINUTE;
    expect(await (await get('/readyz')).json()).toMatchObject({
      reasons: expect.arrayContaining([expect.stringContaining('outbox')]),
    });
  });

  it('a long connection that stays away is a reason, and the doctor of another process sees it', async () => {
    await service.stop();
    service = await openService({
      lark: { domain: 'http://127.0.0.1:9', transport: 'websocket', credentials: CREDENTIALS },
      officeOpenIds: [],
      databasePath: join(folder, 'bot.sqlite'),
      clock,
    });
    await service.tick();
    expect((await get('/readyz')).status).toBe(200);
    expect(await examineConnection(service.deps)).toMatchObject({ ok: true });
    clock.at += 4 * MINUTE;
    await service.tick();
    const away = await get('/readyz');
    expect(away.status).toBe(503);
    expect(await away.json()).toEqual({ ok: false, reasons: ['long connection: away for 240 s'] });
    expect(await examineConnection(service.deps)).toMatchObject({
      ok: false,
      says: '长连接已断开 4 分钟',
      fix: expect.stringContaining('WebSocket'),
    });
  });

  it('the metrics are in Prometheus’ form', async () => {
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/^# TYPE yingshang_events_total counter$/m);
    expect(text).toMatch(/^yingshang_outbox_waiting 0$/m);
  });

  it('what is not there is 404, as JSON', async () => {
    const response = await get('/nothing');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: 'not found' });
  });
});
