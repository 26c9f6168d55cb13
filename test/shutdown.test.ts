import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../db/sqlite.ts';
import { CREDENTIALS, envelope, messageEvent, signedPush } from './support/push.ts';

const NODE = fileURLToPath(new URL('../src/node.ts', import.meta.url));
let folder: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yingshang-'));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A free port that stays taken until `release`. */
async function takenPort(): Promise<{ port: number; release: () => Promise<void> }> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    async release() {
      server.close();
      await once(server, 'close');
    },
  };
}

function start(port: number) {
  const env = {
    PATH: process.env['PATH'],
    PORT: String(port),
    DATABASE_PATH: join(folder, 'bot.sqlite'),
    OFFICE_OPEN_IDS: 'ou_office',
    // Nobody is there: what is to be sent stays in the outbox.
    LARK_DOMAIN: 'http://127.0.0.1:9',
    LARK_APP_ID: CREDENTIALS.appId,
    LARK_APP_SECRET: CREDENTIALS.appSecret,
    LARK_ENCRYPT_KEY: CREDENTIALS.encryptKey,
    LARK_VERIFICATION_TOKEN: CREDENTIALS.verificationToken,
  };
  const started = spawn(process.execPath, [NODE], { env });
  child = started;
  let said = '';
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  return { said: () => said, exited: once(started, 'exit') };
}

describe('the process', () => {
  it('told to stop, takes what is on its way in, finishes it, and closes the file', async () => {
    const { port, release } = await takenPort();
    await release();
    const { said, exited } = start(port);
    await expect.poll(said, { timeout: 40_000 }).toContain('serves app');
    const { body, headers } = signedPush(
      envelope('im.message.receive_v1', messageEvent({ text: '获得电力谁牵头' })),
      Date.now(),
    );
    const length = String(Buffer.byteLength(body));
    const push = request({
      port,
      path: '/lark/events',
      method: 'POST',
      headers: { ...headers, 'content-length': length },
    });
    const answer = once(push, 'response');
    push.write(body.slice(0, 50));
    await new Promise((resolve) => setTimeout(resolve, 200));
    child?.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 500));
    push.end(body.slice(50));
    const [response] = await answer;
    expect(response.statusCode).toBe(200);
    response.resume();
    expect(await exited).toEqual([0, null]);
    expect(said()).not.toMatch(/destroyed|SQLITE_BUSY/);
    expect((await readdir(folder)).filter((name) => name.endsWith('-wal'))).toEqual([]);

    const db = await openSqlite(join(folder, 'bot.sqlite'));
    const events = await db.query.selectFrom('inbox').select(['status', 'error']).execute();
    const waiting = await db.query.selectFrom('outbox').select('status').execute();
    await db.close();
    expect(events).toEqual([{ status: 'handled', error: null }]);
    expect(waiting.map(({ status }) => status)).toContain('due');
  });

  it('does not start on a port that is taken: one sentence, exit code 2, the file closed', async () => {
    const { port, release } = await takenPort();
    const { said, exited } = start(port);
    expect(await exited).toEqual([2, null]);
    await release();
    const lines = said().trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([
      expect.stringContaining(`PORT: ${port} cannot be listened on`),
    ]);
    expect(said()).not.toContain('SQLITE_BUSY');
    expect((await readdir(folder)).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });
});
