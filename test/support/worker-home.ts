import { fileURLToPath } from 'node:url';
import { createTestHarness, unstable_readConfig } from 'wrangler';
import { openD1 } from '../../db/d1.ts';
import type { D1Binding, D1Statement } from '../../db/d1-binding.ts';
import type { SandboxClock } from '../../sandbox/clock.ts';
import { buildDeps } from '../../src/build-deps.ts';
import type { LarkSettings } from '../../src/config.ts';
import type { Service } from '../../src/service.ts';
import type { Due } from '../../src/tick.ts';

/** A story does not wait for the next minute's cron: what an invocation left behind is taken up as often as this. */
const LEFTOVERS_MS = 1_500;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface WorkerHomeOptions {
  /** The bundled `test/workers/entry.ts`. */
  bundle: string;
  lark: LarkSettings;
  officeOpenIds: readonly string[];
  clock: SandboxClock;
  /** Nothing is done but what is asked for, so that it can be measured. */
  isQuiet?: boolean;
}

/**
 * The bot in workerd over a fresh D1, as a `Service`. Its `deps` are the test's own look at the same database; all
 * that people do reaches the Worker over HTTP.
 */
export async function openWorkerHome(options: WorkerHomeOptions): Promise<Service> {
  const harness = createTestHarness({ workers: [{ config: configOf(options) }] });
  await harness.listen();
  const worker = harness.getWorker<{ DB: D1Binding }>();
  await worker.applyD1Migrations('DB');
  const { DB } = await worker.getEnv();
  const follow = () => worker.fetch('/test/clock', { method: 'POST', body: String(options.clock.offset()) });
  await follow();
  const unsubscribe = options.clock.onChange(() => void follow());
  let takenUp: Promise<unknown> = Promise.resolve();
  const leftovers = setInterval(() => {
    if (options.isQuiet) return;
    takenUp = takenUp.then(() => worker.fetch('/test/leftovers')).catch(() => undefined);
  }, LEFTOVERS_MS);
  return {
    deps: observing(options, DB),
    async fetch(request) {
      await follow();
      const { method, headers } = request;
      const body = method === 'GET' ? {} : { body: await request.arrayBuffer() };
      const { pathname } = new URL(request.url);
      const answer = await worker.fetch(pathname, { method, headers: Object.fromEntries(headers), ...body });
      return new Response(await answer.arrayBuffer(), { status: answer.status });
    },
    async tick() {
      await follow();
      const answer = await worker.fetch('/test/tick');
      if (!answer.ok) throw new Error(`the tick failed: ${await answer.text()}`);
      return (await answer.json()) as Due[];
    },
    async stop() {
      unsubscribe();
      clearInterval(leftovers);
      await takenUp;
      await harness.close();
    },
  };
}

function configOf({ bundle, lark, officeOpenIds }: WorkerHomeOptions) {
  const { compatibility_date = '', compatibility_flags } = unstable_readConfig({
    config: `${ROOT}wrangler.toml`,
  });
  return {
    name: 'yingshang-bot',
    main: bundle,
    no_bundle: true,
    compatibility_date,
    compatibility_flags,
    d1_databases: [
      { binding: 'DB', database_name: 'test', database_id: 'test', migrations_dir: `${ROOT}db/migrations` },
    ],
    vars: {
      LARK_APP_ID: lark.credentials.appId,
      LARK_APP_SECRET: lark.credentials.appSecret,
      LARK_ENCRYPT_KEY: lark.credentials.encryptKey,
      LARK_VERIFICATION_TOKEN: lark.credentials.verificationToken,
      LARK_DOMAIN: lark.domain,
      OFFICE_OPEN_IDS: officeOpenIds.join(','),
    },
  };
}

function observing({ lark, officeOpenIds, clock }: WorkerHomeOptions, d1: D1Binding) {
  return buildDeps({
    lark,
    officeOpenIds,
    db: openD1(askingAgain(d1)),
    clock,
    fetch: (...request) => fetch(...request),
    monotonic: () => performance.timeOrigin + performance.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
    // What such a look puts into the outbox is the Worker's to deliver.
    background: () => undefined,
  });
}

/**
 * A test looks at the database over a connection that the engine may close while it is idle, which no Worker does: what
 * was asked in that moment is asked once more.
 */
function askingAgain(d1: D1Binding): D1Binding {
  const own = new WeakMap<D1Statement, D1Statement>();
  const patient = (statement: D1Statement): D1Statement => {
    const one: D1Statement = {
      bind: (...values) => patient(statement.bind(...values)),
      all: () => again(() => statement.all()),
    };
    own.set(one, statement);
    return one;
  };
  return {
    prepare: (sql) => patient(d1.prepare(sql)),
    batch: (statements) => again(() => d1.batch(statements.map((one) => own.get(one) ?? one))),
  };
}

async function again<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && cause.message === 'other side closed') return call();
    throw error;
  }
}
