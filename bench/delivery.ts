import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { outboxState } from '../db/queries/outbox-state.ts';
import { systemClock } from '../src/clock.ts';
import type { LarkSettings } from '../src/config.ts';
import type { OpenId } from '../src/ids.ts';
import { outboxWrites } from '../src/outbox/message.ts';
import { openService, type Service } from '../src/service.ts';

const SIZES = [300, 3_000];
const WARM_UP = 40;
const PORTION = 100;
const A_SECOND = 50;
const A_MINUTE = 1_000;

interface Platform {
  url: string;
  credentials: LarkSettings['credentials'];
  people: OpenId[];
}

/**
 * How near deliveries come to the rate that the platform's limits allow, over HTTP against the emulator with its own
 * limiter on, and what they keep in memory.
 */
export async function benchDelivery(): Promise<void> {
  for (const size of SIZES) await measured(size);
}

async function measured(size: number): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./platform.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const folder = await mkdtemp(join(tmpdir(), 'yingshang-bench-'));
  try {
    const platform = await platformOf(child);
    const service = await openService({
      lark: { domain: platform.url, transport: 'webhook', credentials: platform.credentials },
      officeOpenIds: [],
      databasePath: join(folder, 'bot.sqlite'),
      clock: systemClock,
    });
    await deliver(service, platform, size);
    await service.stop();
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

async function deliver(service: Service, platform: Platform, size: number): Promise<void> {
  const { metrics } = service.deps;
  await sent(service, platform, { prefix: 'warm-up', size: WARM_UP });
  // When nothing of it counts any more.
  await new Promise((resolve) => setTimeout(resolve, size > A_MINUTE - WARM_UP ? 61_000 : 1_500));
  const before = { mb: residentMb(), refused: metrics.of('deliveries_total').get('retry') ?? 0 };
  const seconds = await sent(service, platform, { prefix: 'bench', size });
  const refused = (metrics.of('deliveries_total').get('retry') ?? 0) - before.refused;
  const count = metrics.of('deliveries_total').get('sent') ?? 0;
  if (count !== WARM_UP + size) throw new Error(`${count} of ${WARM_UP + size} were sent`);
  const percent = Math.round((100 * allowedSeconds(size)) / seconds);
  console.log(
    `${String(size).padStart(5)} messages in ${seconds.toFixed(1)} s: ${percent} % of the rate that the limits allow ` +
      `(${allowedSeconds(size)} s); ${refused} refused and sent later; resident ${before.mb} → ${residentMb()} MB`,
  );
}

/** Sends so many messages to all the people in turn. @returns how many seconds it took. */
async function sent(
  { deps }: Service,
  { people }: Platform,
  { prefix, size }: { prefix: string; size: number },
): Promise<number> {
  const { db, clock, delivery } = deps;
  const now = clock.now();
  const messages = Array.from({ length: size }, (_, i) => ({
    key: `${prefix}:${i}`,
    to: { person: people[i % people.length] as OpenId },
    body: { type: 'text', text: `第${i}条` } as const,
  }));
  for (let from = 0; from < size; from += PORTION)
    await db.apply(messages.slice(from, from + PORTION).flatMap((message) => outboxWrites(db, message, now)));
  const start = performance.now();
  while ((await outboxState(db)).waiting > 0) {
    await delivery.pump();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return (performance.now() - start) / 1000;
}

/** 50 a second, and 1,000 a minute: the last minute's are through when their seconds are over. */
function allowedSeconds(size: number): number {
  const minutes = Math.ceil(size / A_MINUTE) - 1;
  return minutes * 60 + (size - minutes * A_MINUTE) / A_SECOND;
}

function residentMb(): number {
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
}

async function platformOf(child: ChildProcess): Promise<Platform> {
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return JSON.parse(line) as Platform;
  }
  throw new Error('the platform did not start');
}
