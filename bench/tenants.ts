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
const EVENTS = 100;
const TICKS = 3;
/** The third working day before the due day: everybody's liaisons are reminded. */
const WAVE = instantOf('2027-01-04', '09:07');
const QUIET = instantOf('2026-12-28', '10:00');

interface Row {
  tenants: number;
  openMs: number;
  /** Of the whole process, after a collection. */
  memoryMb: number;
  tickMs: number;
  /** To one of them, while the others have nothing to do. */
  eventMs: number;
  /** To all in turn. */
  spreadMs: number;
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
        `tick ${row.tickMs.toFixed(1)} ms each${times('tickMs')}`,
        `event to 200 ${row.eventMs.toFixed(1)} ms${times('eventMs')}, sent to all in turn ${row.spreadMs.toFixed(1)} ms${times('spreadMs')}`,
        `a morning's reminders of all: ${row.sent} messages in ${(row.waveMs / 1000).toFixed(1)} s${times('waveMs')}`,
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
    const tickMs = (await taken(() => repeated(TICKS, () => deployment.tick()))) / TICKS;
    // The first question to each brings its own words into its engine.
    await events(deployment, tenants, { count: size, name: 'first' });
    const eventMs = await events(deployment, tenants.slice(0, 1), { count: EVENTS, name: 'one' });
    const spreadMs = await events(deployment, tenants, { count: EVENTS, name: 'all' });
    const memory = memoryMb();
    clock.at = WAVE;
    const sentBefore = await sent(deployment);
    const waveMs = await taken(() => deployment.tick());
    return {
      tenants: size,
      openMs: openMs / size,
      memoryMb: memory,
      tickMs: tickMs / size,
      eventMs,
      spreadMs,
      waveMs,
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

/** Signed questions to the tenants in turn. @returns median ms to the acknowledgement. */
async function events(
  deployment: Deployment,
  tenants: readonly NodeTenant[],
  of: { count: number; name: string },
): Promise<number> {
  const times: number[] = [];
  for (let no = 0; no < of.count; no++) {
    const { credentials } = (tenants[no % tenants.length] as NodeTenant).lark;
    const event = messageEvent({
      messageId: `om_${of.name}_${no}`,
      text: '获得电力谁牵头',
      sender: `ou_${no}`,
      chatId: `oc_${no}`,
    });
    const header = { event_id: `evt_${of.name}_${no}`, app_id: credentials.appId };
    const push = signedPush(envelope('im.message.receive_v1', event, header), QUIET, credentials);
    const request = new Request(`http://bot/lark/events/${credentials.appId}`, { method: 'POST', ...push });
    times.push(await taken(async () => expectOk(await deployment.fetch(request))));
  }
  while (await hasOpenWork(deployment)) await new Promise((resolve) => setTimeout(resolve, 50));
  return quantile(times, 0.5);
}

/** Whether something that was asked is not answered yet. */
async function hasOpenWork(deployment: Deployment): Promise<boolean> {
  for (const { deps } of deployment.tenants) {
    const { query } = opened(deps).db;
    const asked = await query.selectFrom('inbox').select('event_id').where('status', '=', 'stored').execute();
    const said = await query
      .selectFrom('outbox')
      .select('key')
      .where('status', 'in', ['due', 'sending'])
      .execute();
    if (asked.length + said.length > 0) return true;
  }
  return false;
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

async function repeated(times: number, work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < times; i++) await work();
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
