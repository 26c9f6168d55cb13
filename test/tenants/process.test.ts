import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const NODE = fileURLToPath(new URL('../../src/node.ts', import.meta.url));
const keys = (id: string) =>
  `{"appSecret":"secret-${id}","encryptKey":"key-${id}","verificationToken":"token-${id}"}`;
let folder: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function start(list: unknown, more: Record<string, string> = {}) {
  const port = await freePort();
  await writeFile(join(folder, 'tenants.json'), JSON.stringify(list));
  const env = {
    PATH: process.env['PATH'],
    PORT: String(port),
    TENANTS_FILE: join(folder, 'tenants.json'),
    LARK_DOMAIN: 'http://127.0.0.1:9',
    LARK_SECRETS__EAST: keys('east'),
    LARK_SECRETS__WEST: keys('west'),
    ...more,
  };
  const started = spawn(process.execPath, [NODE], { env });
  child = started;
  let said = '';
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  return { port, said: () => said, exited: once(started, 'exit') };
}

const LIST = ['east', 'west'].map((id) => ({ id, appId: `cli_${id}`, databasePath: `${id}.sqlite` }));

describe('the process of several tenants', () => {
  it('starts with a broken one, backs up the others, and ends on SIGTERM with everything closed', async () => {
    await writeFile(join(folder, 'west.sqlite'), 'no database'.repeat(200));
    const { port, said, exited } = await start(LIST);
    await expect.poll(said, { timeout: 40_000 }).toContain('serves east (/lark/events/cli_east), west');
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ tenants: ['west'] });
    const copies = () => readdir(join(folder, 'backups', 'east')).catch(() => []);
    await expect.poll(copies, { timeout: 20_000 }).toHaveLength(1);
    child?.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect((await readdir(folder)).filter((name) => name.endsWith('-wal'))).toEqual([]);
    expect(said()).toContain('"tenant":"west"');
    expect(said()).not.toMatch(/secret-|key-|token-/);
  });

  it('does not start on a contradiction: one sentence, exit code 2', async () => {
    const { said, exited } = await start(LIST, { LARK_APP_ID: 'cli_x' });
    expect(await exited).toEqual([2, null]);
    expect(said().trim().split('\n')).toEqual([
      expect.stringContaining('LARK_APP_ID and TENANTS_FILE are both set'),
    ]);
  });
});
