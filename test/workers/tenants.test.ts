import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestHarness, unstable_readConfig } from 'wrangler';
import type { D1Binding } from '../../db/d1-binding.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/start.ts';
import { botMessages, wordsOf } from '../support/world.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MIGRATIONS = `${ROOT}db/migrations`;
const WORD = '东区土话电老虎';

interface Env {
  DB_EAST: D1Binding;
  DB_WEST: D1Binding;
}

let east: Sandbox;
let west: Sandbox;
let harness: ReturnType<typeof createTestHarness>;
const worker = () => harness.getWorker<Env>();

beforeAll(async () => {
  east = await startSandbox({ credentials: { appId: 'cli_1111111111111111' } });
  west = await startSandbox({ credentials: { appId: 'cli_2222222222222222' } });
  harness = createTestHarness({ workers: [{ config: config() }] });
  await harness.listen();
  for (const name of ['DB_EAST', 'DB_WEST'] as const) await worker().applyD1Migrations(name);
  for (const sandbox of [east, west])
    sandbox.mount({ fetch: (request) => pushed(request, sandbox.credentials.appId) });
});
afterAll(async () => {
  for (const sandbox of [east, west]) await sandbox.idle();
  await harness.close();
  for (const sandbox of [east, west]) await sandbox.close();
});

function config() {
  const { compatibility_date = '', compatibility_flags } = unstable_readConfig({
    config: `${ROOT}wrangler.toml`,
  });
  const database = (id: string) => ({
    binding: `DB_${id.toUpperCase()}`,
    database_name: id,
    database_id: id,
    migrations_dir: MIGRATIONS,
  });
  const tenant = (id: string, { credentials, officeOpenIds, url }: Sandbox) => ({
    id,
    appId: credentials.appId,
    officeOpenIds,
    domain: url,
  });
  const secrets = ({ credentials: { appSecret, encryptKey, verificationToken } }: Sandbox) =>
    JSON.stringify({ appSecret, encryptKey, verificationToken });
  return {
    name: 'yingshang-bot',
    main: inject('workerBundle') ?? '',
    no_bundle: true,
    compatibility_date,
    compatibility_flags,
    // The tests' own entry looks for the database of a single app, which nobody of these uses.
    d1_databases: [{ ...database('none'), binding: 'DB' }, database('east'), database('west')],
    vars: {
      TENANTS: [tenant('east', east)],
      TENANTS_2: JSON.stringify([tenant('west', west)]),
      LARK_SECRETS__EAST: secrets(east),
      LARK_SECRETS__WEST: secrets(west),
    },
  };
}

async function pushed(request: Request, appId: string): Promise<Response> {
  const { method, headers } = request;
  const path = `${new URL(request.url).pathname}/${appId}`;
  const body = method === 'GET' ? {} : { body: await request.arrayBuffer() };
  const answer = await worker().fetch(path, { method, headers: Object.fromEntries(headers), ...body });
  return new Response(await answer.arrayBuffer(), { status: answer.status });
}

async function ask(sandbox: Sandbox, who: string, text: string): Promise<string> {
  const chat = sandbox.directChatId(sandbox.openIdOf(who));
  const before = botMessages(sandbox, chat).length;
  sandbox.as(sandbox.openIdOf(who)).direct(text);
  // The first message brings the help card along.
  return sandbox.waitFor(() => {
    const fresh = botMessages(sandbox, chat).slice(before).map(wordsOf);
    return fresh.findLast((words) => !words.includes('直接问我'));
  });
}

async function rows(name: keyof Env, sql: string): Promise<unknown[]> {
  const bindings = await worker().getEnv();
  return (await bindings[name].prepare(sql).all()).results ?? [];
}

describe('two districts on one Worker', () => {
  it('each is answered by its own app and stored in its own database', async () => {
    expect(await ask(east, 'stranger', '获得电力谁牵头')).toContain('供电中心');
    expect(await ask(west, 'stranger', '缴纳税费谁牵头')).toContain('税务局');
    await ask(east, 'leader-head', `${WORD}归谁牵头`);
    const texts = async (name: keyof Env) => JSON.stringify(await rows(name, 'select event from inbox'));
    expect(await texts('DB_EAST')).toContain(WORD);
    expect(await texts('DB_WEST')).not.toContain(WORD);
    expect(await texts('DB_WEST')).toContain('缴纳税费');
  });

  it('an event of one app is refused at the other’s address', async () => {
    const count = async () => (await rows('DB_WEST', 'select event_id from inbox')).length;
    const before = await count();
    const { credentials } = west;
    let status = 0;
    east.mount({
      async fetch(request) {
        const answer = await pushed(request, credentials.appId);
        status = answer.status;
        return new Response('{}');
      },
    });
    east.as(east.openIdOf('stranger')).direct('这句话是给东区的');
    await east.waitFor(() => status !== 0);
    expect(status).toBe(401);
    expect(await count()).toBe(before);
    east.mount({ fetch: (request) => pushed(request, east.credentials.appId) });
  });

  it('the cron wakes both; one that is broken is named, and the other goes on', async () => {
    const ticks = async (name: keyof Env) => rows(name, "select value from setting where key = 'last-tick'");
    await worker().scheduled({ cron: '* * * * *', scheduledTime: new Date() });
    expect(await ticks('DB_EAST')).toHaveLength(1);
    expect(await ticks('DB_WEST')).toHaveLength(1);
    expect(await (await worker().fetch('/readyz')).json()).toEqual({ ok: true, reasons: [], tenants: [] });

    await rows('DB_EAST', "delete from setting where key = 'last-tick'");
    await rows('DB_WEST', 'alter table outbox rename to outbox_away');
    await worker().scheduled({ cron: '* * * * *', scheduledTime: new Date() });
    expect(await ticks('DB_EAST')).toHaveLength(1);
    const ready = await worker().fetch('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ tenants: ['west'] });
    await rows('DB_WEST', 'alter table outbox_away rename to outbox');
  });
});
