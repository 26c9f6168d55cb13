import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { Caller } from './support.ts';

const MINUTE = 60_000;
const PATH = 'auth/v3/tenant_access_token/internal';
let sandbox: Sandbox;
let api: Caller;
beforeAll(async () => {
  sandbox = await startSandbox();
  api = new Caller(sandbox);
});
afterAll(() => sandbox.close());

test('the fields of the answer stand at top level', async () => {
  const { appId, appSecret } = sandbox.credentials;
  const { body } = await api.call('POST', PATH, { app_id: appId, app_secret: appSecret });
  expect(body).toMatchObject({ code: 0, msg: 'ok', expire: 7200 });
  expect(body['tenant_access_token']).toMatch(/^t-/);
});

test('the same token comes back while 30 minutes are left; then a new one, and both stay valid', async () => {
  const first = await api.login();
  sandbox.clock.set(sandbox.clock.now() + 85 * MINUTE);
  expect(await api.login()).toBe(first);
  sandbox.clock.set(sandbox.clock.now() + 10 * MINUTE);
  const second = await api.login();
  expect(second).not.toBe(first);
  for (const token of [first, second]) {
    api.token = token;
    expect((await api.call('GET', 'bot/v3/info')).code).toBe(0);
  }
  sandbox.clock.set(sandbox.clock.now() + 30 * MINUTE);
  api.token = first;
  expect(await api.call('GET', 'bot/v3/info')).toMatchObject({ status: 400, code: 99991663 });
});

describe('refusals', () => {
  test.each([
    ['no secret', { app_id: 'x' }, 10003],
    ['another app', { app_id: 'cli_0000000000000000', app_secret: 'x' }, 10015],
  ])('%s', async (_name, body, code) => {
    expect(await api.call('POST', PATH, body)).toMatchObject({ status: 400, code });
  });

  test('a wrong secret', async () => {
    const body = { app_id: sandbox.credentials.appId, app_secret: 'wrong' };
    expect(await api.call('POST', PATH, body)).toMatchObject({ status: 400, code: 10014 });
  });

  test.each([
    ['none', '', 99991661],
    ['without prefix', 'abc', 99991671],
    ['unknown', 't-abc', 99991663],
  ])('token: %s', async (_name, token, code) => {
    api.token = token;
    expect(await api.call('GET', 'bot/v3/info')).toMatchObject({ status: 400, code });
    sandbox.answerTokenErrorsWith(200);
    expect(await api.call('GET', 'bot/v3/info')).toMatchObject({ status: 200, code });
    sandbox.answerTokenErrorsWith(400);
  });
});

test('no secret and no token is ever logged', async () => {
  const token = await api.login();
  await api.call('GET', 'bot/v3/info');
  const log = JSON.stringify(sandbox.calls());
  expect(log).not.toContain(token);
  expect(log).not.toContain(sandbox.credentials.appSecret);
});
