import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CREDENTIALS, envelope, messageEvent, signedPush } from '../test/support/push.ts';
import { fire } from './load.ts';

const EVENTS = 10_000;
const CONNECTIONS = 32;
const SERVERS = ['hono-hello', 'sdk-adapter', 'bot'] as const;

/** Acknowledged events a second: the bot's durable path, the SDK's adapter with an empty handler, a bare Hono. */
export async function benchIngest(): Promise<void> {
  const rates = new Map<string, number>();
  for (const server of SERVERS) rates.set(server, await measured(server));
  const hello = rates.get('hono-hello') ?? 1;
  const adapter = rates.get('sdk-adapter') ?? 1;
  for (const [server, rate] of rates) {
    const ratios = `${(rate / hello).toFixed(2)} × hello, ${(rate / adapter).toFixed(2)} × SDK adapter`;
    console.log(`${server.padEnd(12)} ${Math.round(rate).toString().padStart(6)} events/s   ${ratios}`);
  }
}

async function measured(server: (typeof SERVERS)[number]): Promise<number> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./servers.ts', import.meta.url)), server], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await portOf(child);
    await fire(port, pushes(0, 500), CONNECTIONS);
    const start = performance.now();
    const statuses = await fire(port, pushes(500, EVENTS), CONNECTIONS);
    const seconds = (performance.now() - start) / 1000;
    const wrong = [...statuses].filter(([status]) => status !== 200);
    if (wrong.length > 0) throw new Error(`${server} answered ${JSON.stringify(wrong)}`);
    console.log(`${server.padEnd(12)} resident after ${EVENTS} events: ${await residentMb(child)} MB`);
    return EVENTS / seconds;
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

function pushes(from: number, count: number): Buffer[] {
  const at = Date.now();
  return Array.from({ length: count }, (_, i) => {
    const id = `${from + i}`;
    const event = messageEvent({
      messageId: `om_${id}`,
      text: '获得电力谁牵头',
      sender: `ou_${id}`,
      chatId: `oc_${id}`,
    });
    const push = signedPush(
      envelope('im.message.receive_v1', event, { event_id: `evt_${id}` }),
      at,
      CREDENTIALS,
    );
    const headers = Object.entries(push.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.from(
      `POST /lark/events HTTP/1.1\r\nhost: x\r\ncontent-length: ${Buffer.byteLength(push.body)}\r\n${headers.join('')}\r\n${push.body}`,
    );
  });
}

async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /^port (\d+)/.exec(line)?.[1];
    if (port) return Number(port);
  }
  throw new Error('the server did not start');
}

async function residentMb(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
