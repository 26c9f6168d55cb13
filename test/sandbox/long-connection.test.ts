import { EventDispatcher, WSClient } from '@larksuiteoapi/node-sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CONTROL, DATA, decodeFrame, encodeFrame } from '../../sandbox/push/frames.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { PATIENT_MS } from '../support/patience.ts';
import { type Caller, IMPATIENT_MS, startRecorded } from './support.ts';

const SECOND = 1000;
const approve = {
  tag: 'button',
  text: { tag: 'plain_text', content: '采纳' },
  behaviors: [{ type: 'callback', value: { action: 'accept' } }],
};
let sandbox: Sandbox;
let api: Caller;
let office: string;
const opened: { close: () => void }[] = [];
beforeEach(async () => {
  await start(PATIENT_MS);
});
afterEach(async () => {
  for (const client of opened.splice(0)) client.close();
  await sandbox.close();
});

async function start(deadlineMs: number): Promise<void> {
  ({ sandbox, api } = await startRecorded({ transport: 'websocket', deadlineMs }));
  office = sandbox.openIdOf('office-1');
}

const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {}, trace: () => {} };

async function connect(handlers: Record<string, (data: never) => unknown>): Promise<void> {
  const { appId, appSecret } = sandbox.credentials;
  // The server counts a connection before its client listens: what is pushed in between would be lost.
  const { promise: isReady, resolve: onReady } = Promise.withResolvers<void>();
  const client = new WSClient({ appId, appSecret, domain: sandbox.url, logger: silent, onReady });
  opened.push(client);
  const eventDispatcher = new EventDispatcher({ logger: silent }).register(handlers as never);
  await client.start({ eventDispatcher });
  await isReady;
}

test.each([1, 3])("the SDK's own client gets an event cut into %i frames, in clear", async (pieces) => {
  const got: { message: { content: string } }[] = [];
  await connect({ 'im.message.receive_v1': (data) => void got.push(data) });
  sandbox.longConnection.pieces = pieces;
  sandbox.as(office).direct('谁负责获得电力？');
  await sandbox.idle();
  expect(got[0]?.message.content).toBe('{"text":"谁负责获得电力？"}');
  expect(sandbox.calls().at(-1)).toMatchObject({ direction: 'push', status: 200 });
});

test('what its handler gives back is what the click shows', async () => {
  const toast = { type: 'success', content: '已采纳' };
  const got: { action: { value: unknown } }[] = [];
  await connect({
    'card.action.trigger': (data) => {
      got.push(data);
      return { toast };
    },
  });
  const { data } = await api.sendCard(sandbox.groupId('work'), [approve]);
  expect(await sandbox.as(office).press(String(data['message_id']), '采纳')).toEqual({ toast });
  expect(got[0]?.action.value).toEqual({ action: 'accept' });
});

test('a handler that gives nothing back shows 108002, one that throws 200671', async () => {
  let fails = false;
  await connect({
    'card.action.trigger': () => {
      if (fails) throw new Error('broken');
    },
  });
  const { data } = await api.sendCard(sandbox.groupId('work'), [approve]);
  const press = () => sandbox.as(office).press(String(data['message_id']), '采纳');
  expect(await press()).toMatchObject({ code: 108002 });
  fails = true;
  expect(await press()).toMatchObject({ code: 200671 });
});

test('an event that its handler did not manage is pushed again on the ladder', async () => {
  let tries = 0;
  await connect({
    'im.message.receive_v1': () => {
      tries += 1;
      if (tries === 1) throw new Error('broken');
    },
  });
  sandbox.as(office).direct('你好');
  await sandbox.idle();
  sandbox.clock.set(sandbox.clock.now() + 15 * SECOND);
  await sandbox.idle();
  expect(tries).toBe(2);
});

test('without a connection an event waits for its next try', async () => {
  const got: unknown[] = [];
  sandbox.as(office).direct('你好');
  await sandbox.idle();
  await connect({ 'im.message.receive_v1': (data) => void got.push(data) });
  sandbox.clock.set(sandbox.clock.now() + 15 * SECOND);
  await sandbox.idle();
  expect(got).toHaveLength(1);
});

test('of several clients one gets each event', async () => {
  const got: number[] = [];
  for (const client of [0, 1, 2]) await connect({ 'im.message.receive_v1': () => void got.push(client) });
  for (let message = 0; message < 30; message += 1) sandbox.as(office).direct(`第 ${message} 条`);
  await sandbox.idle();
  expect(got).toHaveLength(30);
  expect(new Set(got).size).toBeGreaterThan(1);
});

test('it comes back after the line was cut', async () => {
  await connect({});
  sandbox.longConnection.isOut = true;
  sandbox.longConnection.drop();
  await sandbox.waitFor(() => sandbox.longConnection.connections === 0);
  sandbox.longConnection.isOut = false;
  await sandbox.waitFor(() => sandbox.longConnection.connections === 1, 10_000);
});

async function rawConnection(): Promise<WebSocket> {
  const { appId, appSecret } = sandbox.credentials;
  const { body } = await endpoint({ AppID: appId, AppSecret: appSecret });
  const socket = new WebSocket((body['data'] as { URL: string }).URL);
  opened.push({ close: () => socket.terminate() });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
}

async function endpoint(of: unknown): Promise<{ body: Record<string, unknown> }> {
  const answer = await fetch(`${sandbox.url}/callback/ws/endpoint`, {
    method: 'POST',
    body: JSON.stringify(of),
  });
  return { body: (await answer.json()) as Record<string, unknown> };
}

test('a ping gets a pong with the configuration', async () => {
  const socket = await rawConnection();
  const pong = new Promise<Buffer>((resolve) => socket.once('message', resolve));
  socket.send(
    encodeFrame({ service: 7, method: CONTROL, headers: { type: 'ping' }, payload: new Uint8Array() }),
  );
  const frame = decodeFrame(await pong);
  expect(frame).toMatchObject({ method: CONTROL, headers: { type: 'pong' } });
  expect(JSON.parse(Buffer.from(frame.payload).toString())).toHaveProperty('PingInterval');
});

test('callbacks come as frames of type event; one that nobody acknowledges shows 200341', async () => {
  await sandbox.close();
  await start(IMPATIENT_MS);
  const socket = await rawConnection();
  const frame = new Promise<Buffer>((resolve) => socket.once('message', resolve));
  const { data } = await api.sendCard(sandbox.groupId('work'), [approve]);
  const shown = sandbox.as(office).press(String(data['message_id']), '采纳');
  expect(decodeFrame(await frame)).toMatchObject({
    method: DATA,
    headers: { type: 'event', sum: '1', seq: '0' },
  });
  expect(await shown).toMatchObject({ code: 200341 });
});

test('the endpoint refuses wrong secrets and the 51st connection', async () => {
  const { appId, appSecret } = sandbox.credentials;
  expect((await endpoint({ AppID: appId, AppSecret: 'wrong' })).body).toMatchObject({ code: 514 });
  for (let socket = 0; socket < 50; socket += 1) await rawConnection();
  const { body } = await endpoint({ AppID: appId, AppSecret: appSecret });
  expect(body).toMatchObject({ code: 1000040350 });
});

test('an address is good for one connection', async () => {
  const { appId, appSecret } = sandbox.credentials;
  const { body } = await endpoint({ AppID: appId, AppSecret: appSecret });
  const { URL } = body['data'] as { URL: string };
  const first = new WebSocket(URL);
  opened.push({ close: () => first.terminate() });
  await new Promise((resolve) => first.once('open', resolve));
  const second = new WebSocket(URL);
  await expect(
    new Promise((resolve, reject) => second.once('open', resolve).once('error', reject)),
  ).rejects.toThrow('403');
});
