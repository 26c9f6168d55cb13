import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { D1Binding } from '../../db/d1-binding.ts';
import { readConfig } from '../../src/config.ts';
import { configureLogging } from '../../src/logger.ts';
import { openService, type Service } from '../../src/service.ts';
import { Calls } from '../../src/workers/calls.ts';
import { type Isolate, Isolates } from '../../src/workers/isolate.ts';
import { variablesOf } from '../../src/workers/runtime.ts';
import { workerTenants } from '../../src/workers/tenants.ts';
import { fromTurn, wakeAll, wakesWithinMs } from '../../src/workers/wake.ts';
import { workerOf } from '../../src/workers/worker.ts';
import { CREDENTIALS } from '../support/push.ts';

const MINUTE = 60_000;
const EAST = { id: 'east', appId: 'cli_east', officeOpenIds: ['ou_1'] };
const KEYS = '{"appSecret":"a","encryptKey":"k","verificationToken":"t"}';
const SECRETS = { LARK_SECRETS__EAST: KEYS, LARK_SECRETS__WEST: KEYS.replace('"a"', '"b"') };

const tenantsOf = (variables: Record<string, unknown>) => {
  const environment = variablesOf({ ...SECRETS, ...variables });
  return workerTenants(readConfig(environment), environment);
};

describe('the tenants of a Worker', () => {
  it('are listed in TENANTS, as text or bound as JSON, and go on in TENANTS_2; each has its own binding', () => {
    const WEST = JSON.stringify([{ id: 'west', appId: 'cli_west' }]);
    expect(tenantsOf({ TENANTS: [EAST], TENANTS_2: WEST })).toMatchObject([
      { id: 'east', database: 'DB_EAST', officeOpenIds: ['ou_1'], lark: { transport: 'webhook' } },
      { id: 'west', database: 'DB_WEST', lark: { credentials: { appId: 'cli_west', appSecret: 'b' } } },
    ]);
  });

  it('is one over DB where LARK_APP_ID is set', () => {
    const names = { LARK_APP_SECRET: 's', LARK_ENCRYPT_KEY: 'k', LARK_VERIFICATION_TOKEN: 't' };
    expect(tenantsOf({ LARK_APP_ID: 'cli_one', ...names })).toMatchObject([
      { id: undefined, database: 'DB', plainAddress: true },
    ]);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['nothing', {}, /LARK_APP_ID is missing/],
    ['a file', { TENANTS_FILE: '/etc/tenants.json' }, /TENANTS_FILE: a Worker reads no file/],
    ['a path', { TENANTS: [{ ...EAST, databasePath: 'x' }] }, /tenant east: .* leave databasePath out/],
    ['a notice', { TENANTS: [{ ...EAST, notice: { model: 'm', lexicon: 'l' } }] }, /leave notice out/],
    ['the long connection', { TENANTS: [{ ...EAST, transport: 'websocket' }] }, /tenant east: .*webhook/],
    ['a broken list', { TENANTS: '[{' }, /TENANTS is not a JSON list/],
    ['both', { TENANTS: [EAST], LARK_APP_ID: 'cli_x' }, /LARK_APP_ID and TENANTS are both set/],
    ['no secrets', { TENANTS: [EAST], LARK_SECRETS__EAST: '' }, /tenant east: its app secret is missing/],
  ])('are refused with %s', (_, variables, says) => expect(() => tenantsOf(variables)).toThrow(says));
});

describe('a Worker whose settings are wrong', () => {
  it('answers that it is not configured, and tells only the log which secret is missing', async () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await configureLogging('error');
    const env = { LARK_APP_ID: 'cli_one', LARK_APP_SECRET: 's', LARK_VERIFICATION_TOKEN: 't' };
    const worker = workerOf(new Isolates({ now: () => 0 }));
    const push = new Request('http://w/lark/events', { method: 'POST', body: '{}' });
    const answer = await worker.fetch(push, env, { waitUntil: () => undefined });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ error: 'not configured' });
    expect(String(written.mock.calls)).toContain('LARK_ENCRYPT_KEY is missing');
    await expect(worker.scheduled({}, env, { waitUntil: () => undefined })).rejects.toThrow(
      'LARK_ENCRYPT_KEY',
    );
    written.mockRestore();
  });
});

describe('the turn of each', () => {
  it('comes for sure within so many minutes as there are dozens', () => {
    const all = Array.from({ length: 100 }, (_, i) => i);
    const minutes = wakesWithinMs(100) / MINUTE - 2;
    expect(minutes).toBe(9);
    for (const start of [0, 7, 29_000_000]) {
      const sure = Array.from({ length: minutes }, (_, m) => fromTurn(all, start + m).slice(0, 12)).flat();
      expect(new Set(sure).size).toBe(100);
    }
    expect(fromTurn(all, 1).slice(0, 3)).toEqual([12, 13, 14]);
    expect(wakesWithinMs(1)).toBe(3 * MINUTE);
  });
});

describe('a wake-up within the limits of one invocation', () => {
  let folder: string;
  let service: Service;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
    service = await openService({
      lark: { domain: 'http://127.0.0.1:9', transport: 'webhook', credentials: CREDENTIALS },
      officeOpenIds: [],
      databasePath: join(folder, 'bot.sqlite'),
      clock: { now: () => Date.parse('2026-11-25T10:00:00+08:00') },
    });
  });
  afterAll(async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const calls = new Calls();
  const d1 = calls.counted({ prepare: () => undefined, batch: () => undefined } as unknown as D1Binding);
  /** Tenants whose tick takes so many statements, on a clock that shows this minute. */
  const woken = async (minute: number, statements: number, fails: readonly number[] = []) => {
    const begun: number[] = [];
    const all = [0, 1, 2, 3, 4, 5].map((no) => ({
      id: `t${no}`,
      appId: `cli_${no}`,
      deps: () => {
        begun.push(no);
        for (let i = 0; i < statements; i++) d1.prepare('select 1');
        if (fails.includes(no)) throw new Error('broken');
        return { ...service.deps, delivery: { ...service.deps.delivery, pump: async () => {}, stop() {} } };
      },
    }));
    const isolates = { calls, clock: { now: () => minute * MINUTE } } as unknown as Isolates;
    const work = wakeAll(isolates, all as unknown as Isolate[], { waitUntil: () => {} });
    const error = await work.then(
      () => undefined,
      (caught: Error) => caught.message,
    );
    return { begun, error };
  };

  it('reaches all while there are statements left, and stops before they are spent', async () => {
    expect(await woken(0, 10)).toEqual({ begun: [0, 1, 2, 3, 4, 5], error: undefined });
    expect((await woken(0, 300)).begun).toEqual([0, 1, 2]);
  });

  it('goes on after one that fails, and says at the end which it was', async () => {
    const { begun, error } = await woken(0, 10, [1, 4]);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    expect(error).toBe('the tick failed for t1, t4');
  });
});
