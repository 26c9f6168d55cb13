import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { addAlias } from '../db/queries/learning.ts';
import { openPeriod } from '../db/queries/periods.ts';
import { insertReports } from '../db/queries/reports.ts';
import { instantOf } from '../src/clock.ts';
import type { Deps } from '../src/deps.ts';
import { Deployment } from '../src/tenants/deployment.ts';
import type { NodeTenant } from '../src/tenants/file.ts';
import { defaultKnowledge } from '../src/tenants/knowledge.ts';
import { quantile } from '../test/eval/evaluate.ts';
import { CREDENTIALS, envelope, messageEvent, signedPush } from '../test/support/push.ts';
import { forms, liaison, startPlatform } from './reports.ts';

const SIZES = [1, 10, 100];
const UNITS = 40;
/** To each tenant, in rounds: what stands in caches for one is used by all others before its turn comes again. */
const EVENTS_EACH = 20;
/** So many before, however many tenants they go to: each size is measured with equally warm code. */
const WARM = 500;
/** The third working day before the due day: everybody's liaisons are reminded. */
const WAVE = instantOf('2027-01-04', '09:07');
const QUIET = instantOf('2026-12-28', '10:00');
/** Two working days in an open period on which nobody is reminded, the first to warm up, and their every minute. */
const DAYS = [instantOf('2026-12-29', '00:00'), instantOf('2026-12-30', '00:00')];
const MINUTES = 24 * 60;

interface Row {
  tenants: number;
  openMs: number;
  /** Of the whole process, after a collection. */
  memoryMb: number;
  /** All ticks of a day of one tenant. */
  dayMs: number;
  /** Median until an event is acknowledged, and until it is answered. */
  acknowledgedMs: number;
  answeredMs: number;
  /** Processor time of an event, the platform's stand-in included. */
  cpuMs: number;
  /** Of one tenant's forty reminders, all tenants at the same minute. */
  waveMs: number;
  sent: number;
}

/**
 * Districts with forty units each on one deployment: what one more of them costs. The same at 1, 10 and 100 means that
 * nobody pays for the others. Each size has a process of its own.
 */
export async function benchTenants(): Promise<void> {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, String(size)]);
    rows.push(JSON.parse(stdout) as Row);
  }
  const [first] = rows;
  for (const row of rows) {
    const times = (of: keyof Row) => (first === undefined ? '' : ` (×${(row[of] / first[of]).toFixed(2)})`);
    console.log(
      [
        `${String(row.tenants).padStart(3)} tenants`,
        `opened ${row.openMs.toFixed(0)} ms each`,
        `memory ${row.memoryMb.toFixed(0)} MB${slope(rows, row)}`,
        `a day's ticks ${row.dayMs.toFixed(0)} ms each${times('dayMs')}`,
        `a question acknowledged after ${row.acknowledgedMs.toFixed(1)} ms${times('acknowledgedMs')}, answered after ${row.answeredMs.toFixed(1)} ms${times('answeredMs')}, ${row.cpuMs.toFixed(1)} ms of processor${times('cpuMs')}`,
        `a morning's reminders of all: ${row.sent} messages, ${row.waveMs.toFixed(0)} ms each tenant${times('waveMs')}`,
      ].join(' · '),
    );
  }
}

/** What each tenant more than in the row before takes. */
function slope(rows: readonly Row[], row: Row): string {
  const before = rows[rows.indexOf(row) - 1];
  if (before === undefined) return '';
  const each = (row.memoryMb - before.memoryMb) / (row.tenants - before.tenants);
  return ` (${each.toFixed(1)} MB for one more)`;
}

async function measured(size: number): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'yingshang-tenants-'));
  const { platform, port } = await startPlatform();
  const clock = { at: QUIET, now: () => clock.at };
  const tenants = Array.from({ length: size }, (_, no) => tenant(no, { folder, port }));
  const deployment = new Deployment(tenants, { clock });
  try {
    const openMs = await taken(() => deployment.open());
    for (const { deps } of deployment.tenants) await fill(opened(deps));
    await deployment.tick();
    const ask = asking(deployment, tenants);
    // The first question to each brings its own words into its engine.
    await ask(Math.ceil(WARM / size));
    const asked = await ask(EVENTS_EACH);
    const memory = memoryMb();
    let dayMs = 0;
    for (const day of DAYS)
      dayMs = await taken(async () => {
        for (let minute = 0; minute < MINUTES; minute++) {
          clock.at = day + minute * 60_000;
          await deployment.tick();
        }
      });
    clock.at = WAVE;
    const sentBefore = await sent(deployment);
    const waveMs = await taken(() => deployment.tick());
    return {
      tenants: size,
      openMs: openMs / size,
      memoryMb: memory,
      dayMs: dayMs / size,
      ...asked,
      waveMs: waveMs / size,
      sent: (await sent(deployment)) - sentBefore,
    };
  } finally {
    await deployment.stop();
    platform.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function tenant(no: number, of: { folder: string; port: number }): NodeTenant {
  const credentials = { ...CREDENTIALS, appId: `cli_${no}`, appSecret: `s${no}`, encryptKey: `k${no}` };
  return {
    id: `t${no}`,
    lark: { domain: `http://127.0.0.1:${of.port}`, transport: 'webhook', credentials },
    officeOpenIds: ['ou_office'],
    database: join(of.folder, `${no}.sqlite`),
    backupFolder: join(of.folder, 'backups', String(no)),
    knowledge: defaultKnowledge,
    plainAddress: false,
  };
}

/** Forty units with a liaison each and an open period; and a word of the office's own, so that it has its own engine. */
async function fill(deps: Deps): Promise<void> {
  const { db } = deps;
  const units = deps.notice.model.units.slice(0, UNITS).map(({ id }) => id);
  const days = { id: '2026Q4', opens_on: '2026-12-24', due_on: '2027-01-07' };
  await db.apply([
    ...units.map((unit) => liaison({ deps }, unit)),
    ...openPeriod(db, days, { by: 'ou_office', now: QUIET }),
    ...insertReports(db, '2026Q4', forms(units)),
    addAlias(db, { text: '电老虎', target: `unit:${units[0]}`, by: 'ou_office', now: QUIET }),
  ]);
}

interface Asked {
  acknowledgedMs: number;
  answeredMs: number;
  cpuMs: number;
}

/** Makes what asks so many signed questions of each tenant, in rounds, each after the one before is answered. */
function asking(deployment: Deployment, tenants: readonly NodeTenant[]) {
  let no = 0;
  const answered = async (tenant: number, key: string) => {
    const { query } = opened(deployment.tenants[tenant]?.deps ?? 'no such tenant').db;
    const row = query.selectFrom('outbox').select('status').where('key', '=', key);
    while ((await row.executeTakeFirst())?.status !== 'sent')
      await new Promise((resolve) => setTimeout(resolve, 1));
  };
  const one = async (tenant: number) => {
    no++;
    const { credentials } = (tenants[tenant] as NodeTenant).lark;
    const said = { text: '获得电力谁牵头', sender: `ou_${no % 10}`, chatId: `oc_${no}` };
    const event = messageEvent({ messageId: `om_${no}`, ...said });
    const header = { event_id: `evt_${no}`, app_id: credentials.appId };
    const push = signedPush(envelope('im.message.receive_v1', event, header), QUIET, credentials);
    const request = new Request(`http://bot/lark/events/${credentials.appId}`, { method: 'POST', ...push });
    const from = performance.now();
    expectOk(await deployment.fetch(request));
    const acknowledged = performance.now() - from;
    await answered(tenant, `answer:om_${no}`);
    return { acknowledged, answered: performance.now() - from };
  };
  return async (each: number): Promise<Asked> => {
    const times: { acknowledged: number; answered: number }[] = [];
    const before = process.cpuUsage();
    for (let round = 0; round < each; round++)
      for (const tenant of tenants.keys()) times.push(await one(tenant));
    const { user, system } = process.cpuUsage(before);
    const median = (of: 'acknowledged' | 'answered') =>
      quantile(
        times.map((time) => time[of]),
        0.5,
      );
    return {
      acknowledgedMs: median('acknowledged'),
      answeredMs: median('answered'),
      cpuMs: (user + system) / 1000 / times.length,
    };
  };
}

function expectOk({ status }: Response): void {
  if (status !== 200) throw new Error(`answered ${status}`);
}

function opened(deps: Deps | string): Deps {
  if (typeof deps === 'string') throw new Error(deps);
  return deps;
}

async function sent(deployment: Deployment): Promise<number> {
  let count = 0;
  for (const { deps } of deployment.tenants) {
    const query = opened(deps).db.query.selectFrom('outbox').select('key').where('status', '=', 'sent');
    count += (await query.execute()).length;
  }
  return count;
}

async function taken(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** What the process holds after a collection, the databases' own memory included. */
function memoryMb(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().rss / 1e6;
}

if (process.argv[1] === import.meta.filename) {
  console.log(JSON.stringify(await measured(Number(process.argv[2]))));
}
