import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db, Write } from '../db/database.ts';
import { bindChat } from '../db/queries/chats.ts';
import { insertBinding } from '../db/queries/people-bindings.ts';
import { writeSetting } from '../db/queries/settings.ts';
import { dayAt, instantOf, timeAt } from '../src/clock.ts';
import { openService, type Service } from '../src/service.ts';
import { CREDENTIALS } from '../test/support/push.ts';
import { startPlatform } from './reports.ts';

const OFFICE = 'ou_office';
const UNITS = 40;
const MINUTE_MS = 60_000;
const FROM = instantOf('2026-01-01', '00:00');
const UNTIL = instantOf('2027-01-01', '00:00');
/** Units that report on a day, from the opening on; some never do. */
const REPORTS_A_DAY = 3;
/** How many times faster than real time the sending limits run: what is measured is the bot. */
const PACE = 1000;
/** A disk that needs no synchronisation, where there is one. */
const MEMORY = '/dev/shm';

/**
 * Each minute of a year for forty units and four quarters of reports: opening, ladder, status card, digests, locking and
 * the draft of the bulletin, all sent to a platform that takes everything at once.
 */
export async function benchTicks(): Promise<void> {
  const folder = await mkdtemp(join(await memory(), 'yingshang-ticks-'));
  const { platform, port } = await startPlatform();
  let now = FROM;
  const service = await openService({
    lark: { domain: `http://127.0.0.1:${port}`, transport: 'webhook', credentials: CREDENTIALS },
    officeOpenIds: [OFFICE],
    databasePath: join(folder, 'bot.sqlite'),
    clock: { now: () => now },
    history: { pace: PACE },
  });
  const { db } = service.deps;
  try {
    await db.apply(people(service));
    const counts = { ticks: 0, decided: 0 };
    const [from, before] = [performance.now(), process.cpuUsage()];
    for (; now < UNTIL; now += MINUTE_MS) {
      if (timeAt(now) === '15:00') await reported(db, now);
      const due = await service.tick();
      counts.ticks++;
      counts.decided += due.length;
    }
    const seconds = (performance.now() - from) / 1000;
    const { user, system } = process.cpuUsage(before);
    console.log(
      `${counts.ticks} ticks of a year, ${UNITS} units: ${seconds.toFixed(1)} s (wanted: under 60), ${Math.round(counts.ticks / seconds)} a second, ${counts.decided} things due`,
    );
    console.log(`processor time, the platform's included: ${((user + system) / 1e6).toFixed(1)} s`);
    console.log(`what was sent: ${await sentByKind(db)}`);
    console.log(`writing down a tick on the disk of ${tmpdir()}: ${await writeOnDisk()} ms`);
  } finally {
    await service.stop();
    platform.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everybody is bound, and the group. */
function people({ deps: { db, notice } }: Service): Write[] {
  const bound = (openId: string, to: { subject: string; role: 'liaison' | 'leader' }) =>
    insertBinding(db, {
      ...to,
      id: `${openId}:${to.subject}`,
      kind: to.role === 'leader' ? 'leader' : 'unit',
      openId,
      status: 'confirmed',
      by: OFFICE,
      now: FROM,
    });
  const { units, groups } = notice.model;
  const leaders = [...new Set(groups.map((group) => group.leader))];
  return [
    ...units.slice(0, UNITS).map(({ id }) => bound(`ou_${id}`, { subject: id, role: 'liaison' })),
    ...leaders.map((id) => bound(`ou_${id}`, { subject: id, role: 'leader' })),
    ...bindChat(db, { chatId: 'oc_work', groupNo: 0, by: OFFICE, now: FROM }),
  ];
}

/** Some units hand in, some of those are adopted; a period that was due a fortnight ago is locked. */
async function reported(db: Db, now: number): Promise<void> {
  const of = (status: 'none' | 'submitted') =>
    db.query
      .selectFrom('report')
      .innerJoin('period', 'period.id', 'report.period')
      .select('report.no')
      .where('period.status', '=', 'open')
      .where('report.status', '=', status)
      .orderBy('report.no')
      .limit(REPORTS_A_DAY);
  await db.apply([
    db.query
      .updateTable('report')
      .set({ status: 'accepted', decided_at: now, mark: '良' })
      .where('no', 'in', of('submitted'))
      .where('status', '=', 'submitted'),
    db.query
      .updateTable('report')
      .set({ status: 'submitted', submitted_at: now, first_submitted_at: now, round: 1 })
      .where('no', 'in', of('none'))
      .where('status', '=', 'none'),
    db.query
      .updateTable('period')
      .set({ status: 'locked', locked_at: now, locked_by: OFFICE })
      .where('status', '=', 'open')
      .where('due_on', '<', dayAt(now - 14 * 24 * 60 * MINUTE_MS)),
  ]);
}

async function sentByKind(db: Db): Promise<string> {
  const rows = await db.query
    .selectFrom('occurrence')
    .select(['kind', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('kind')
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, count }) => `${kind} ${count}`).join(', ');
}

/** What each tick writes down, where the disk is synchronised. */
async function writeOnDisk(): Promise<string> {
  const { migrate } = await import('../db/migrate.ts');
  const { openSqlite } = await import('../db/sqlite.ts');
  const folder = await mkdtemp(join(tmpdir(), 'yingshang-ticks-'));
  await migrate(join(folder, 'bot.sqlite'));
  const db = await openSqlite(join(folder, 'bot.sqlite'));
  const times = 500;
  const from = performance.now();
  for (let now = 0; now < times; now++)
    await db.apply([writeSetting(db, 'last-tick', { value: String(now), now })]);
  const each = (performance.now() - from) / times;
  await db.close();
  await rm(folder, { recursive: true, force: true });
  return each.toFixed(2);
}

async function memory(): Promise<string> {
  return access(MEMORY).then(
    () => MEMORY,
    () => tmpdir(),
  );
}
