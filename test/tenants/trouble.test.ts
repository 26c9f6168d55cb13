import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { configureLogging, loggerOf } from '../../src/logger.ts';
import { Deployment } from '../../src/tenants/deployment.ts';
import type { NodeTenant } from '../../src/tenants/file.ts';
import { defaultKnowledge } from '../../src/tenants/knowledge.ts';
import { envelope, messageEvent, signedPush } from '../support/push.ts';

const clock = { now: () => Date.parse('2026-11-25T10:00:00+08:00') };
let folder: string;
let deployment: Deployment;

function tenant(id: string | undefined, appId: string): NodeTenant {
  return {
    id,
    lark: {
      domain: 'http://127.0.0.1:9',
      transport: 'webhook',
      credentials: {
        appId,
        appSecret: `secret of ${id}`,
        encryptKey: `key of ${id}`,
        verificationToken: `token of ${id}`,
      },
    },
    officeOpenIds: [],
    database: join(folder, `${id}.sqlite`),
    backupFolder: join(folder, 'backups', id ?? 'one'),
    knowledge: defaultKnowledge,
    plainAddress: id !== 'west',
  };
}

function pushed(of: NodeTenant, id: string, path = `/lark/events/${of.lark.credentials.appId}`) {
  const { credentials } = of.lark;
  const header = { event_id: id, token: credentials.verificationToken, app_id: credentials.appId };
  const event = messageEvent({ messageId: `om_${id}`, text: '你好' });
  const push = signedPush(envelope('im.message.receive_v1', event, header), clock.now(), credentials);
  return deployment.fetch(new Request(`http://bot${path}`, { method: 'POST', ...push }));
}

const got = async (path: string) => deployment.fetch(new Request(`http://bot${path}`));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
});
afterEach(async () => {
  await deployment.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('one tenant whose database is broken', () => {
  let east: NodeTenant;
  let west: NodeTenant;
  beforeEach(async () => {
    [east, west] = [tenant('east', 'cli_east'), tenant('west', 'cli_west')];
    await writeFile(west.database, 'this is no database, and long enough to be seen as such'.repeat(20));
    deployment = new Deployment([east, west], { clock });
    await deployment.open();
  });

  it('is named with its id; the others serve', async () => {
    const ready = await got('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      ok: false,
      reasons: [expect.stringMatching(/^west: database: /)],
      tenants: ['west'],
    });
    expect((await got('/healthz')).status).toBe(200);
    expect((await pushed(east, 'e1')).status).toBe(200);
    // Not acknowledged: the platform pushes again.
    const refused = await pushed(west, 'w1');
    expect(refused.status).toBe(503);
    expect(await refused.json()).toEqual({ error: 'try again later' });
  });

  it('keeps no other tenant from its tick and its backup, and is served as soon as it opens', async () => {
    await deployment.tick();
    await deployment.backUp();
    const [open, broken] = deployment.tenants;
    if (typeof open?.deps !== 'object') throw new Error('east is not open');
    const rows = await open.deps.db.query.selectFrom('setting').select('key').execute();
    expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(['last-tick', 'last-backup']));
    expect(broken?.deps).toMatch(/^database: /);
    await rm(west.database);
    await deployment.tick();
    expect(await (await got('/readyz')).json()).toEqual({ ok: true, reasons: [], tenants: [] });
    expect((await pushed(west, 'w2')).status).toBe(200);
  });

  it('shows in the metrics, which are told apart by tenant', async () => {
    await pushed(east, 'e2');
    const text = await (await got('/metrics')).text();
    expect(text).toContain('yingshang_tenant_up{tenant="east"} 1');
    expect(text).toContain('yingshang_tenant_up{tenant="west"} 0');
    expect(text).toMatch(/yingshang_events_total\{tenant="east",of="[a-z]+"\} 1/);
    expect(text).toMatch(/yingshang_outbox_waiting\{tenant="east"\} \d/);
    expect(text).not.toContain('outbox_waiting{tenant="west"}');
    expect(text.match(/# TYPE yingshang_events_total/g)).toHaveLength(1);
  });

  it('stands in the log with its id, without its secrets', async () => {
    const lines: string[] = [];
    const spy = vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
    await configureLogging('info', ['secret of west', 'key of west', 'token of west']);
    await deployment.tick();
    await pushed({ ...east, lark: { ...west.lark } }, 'x', '/lark/events/cli_east');
    loggerOf('test').info('of nobody');
    spy.mockRestore();
    await configureLogging('error');
    const records = lines.map((line) => JSON.parse(line) as { message: string; properties: object });
    const of = (words: string) => records.find(({ message }) => message.includes(words))?.properties;
    expect(of('a tick failed')).toMatchObject({ tenant: 'west' });
    expect(of('push refused')).toMatchObject({ tenant: 'east' });
    expect(of('of nobody')).not.toHaveProperty('tenant');
    expect(lines.join()).not.toMatch(/secret of|key of|token of/);
  });
});

describe('the address without an app id', () => {
  it('belongs to the tenant that claims it', async () => {
    const [east, west] = [tenant('east', 'cli_east'), tenant('west', 'cli_west')];
    deployment = new Deployment([west, east], { clock });
    await deployment.open();
    expect((await pushed(east, 'p1', '/lark/events')).status).toBe(200);
    expect((await pushed(east, 'p2', '/lark/cards')).status).toBe(200);
    expect((await pushed(west, 'p3', '/lark/events')).status).toBe(401);
  });

  it('is the only app’s, who may use the other one too; nothing bears a tenant’s name', async () => {
    const one = tenant(undefined, 'cli_one');
    deployment = new Deployment([one], { clock });
    await deployment.open();
    expect((await pushed(one, 'a', '/lark/events')).status).toBe(200);
    expect((await pushed(one, 'b')).status).toBe(200);
    expect(await (await got('/readyz')).json()).toEqual({ ok: true, reasons: [] });
    expect(await (await got('/metrics')).text()).not.toContain('tenant');
  });

  it('keeps the start from going on when the only app’s database is broken', async () => {
    const one = tenant(undefined, 'cli_one');
    await writeFile(one.database, 'no database'.repeat(200));
    deployment = new Deployment([one], { clock });
    await expect(deployment.open()).rejects.toThrow();
  });
});
