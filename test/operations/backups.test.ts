import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import { migrate, migrationState } from '../../db/migrate.ts';
import { readSetting } from '../../db/queries/settings.ts';
import { openSqlite } from '../../db/sqlite.ts';
import { instantOf } from '../../src/clock.ts';
import type { OpenId } from '../../src/ids.ts';
import { loggerOf } from '../../src/logger.ts';
import { Backups, superfluous } from '../../src/operations/backups.ts';
import { plusDays } from '../../src/reminders/calendar.ts';

const FIRST = '2026-11-02';
let root: string;
let db: Db;
let now: number;
let backups: Backups;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'yingshang-'));
  const databasePath = join(root, 'db.sqlite');
  await migrate(databasePath);
  db = await openSqlite(databasePath);
  backups = new Backups({
    db,
    clock: { now: () => now },
    databasePath,
    folder: join(root, 'backups'),
    office: ['ou_office' as OpenId],
    logger: loggerOf('backup'),
  });
});
afterEach(async () => {
  await db.close();
  await rm(root, { recursive: true });
});

const wakeAt = async (day: string, time: string) => {
  now = instantOf(day, time);
  await backups.wake();
};
const files = async () => (await readdir(join(root, 'backups'))).sort();
const told = async () => (await db.query.selectFrom('outbox').select('key').execute()).map((row) => row.key);

describe('the nightly backup', () => {
  it('is made at 03:17, once, and can be opened', async () => {
    await wakeAt(FIRST, '03:16');
    expect(await files()).toEqual(['yingshang-2026-11-01.sqlite']);
    await wakeAt(FIRST, '03:17');
    await wakeAt(FIRST, '03:18');
    expect(await files()).toEqual(['yingshang-2026-11-01.sqlite', 'yingshang-2026-11-02.sqlite']);
    expect(await readSetting(db, 'last-backup')).toBe(String(instantOf(FIRST, '03:17')));
    expect((await migrationState(join(root, 'backups', 'yingshang-2026-11-02.sqlite'))).pending).toEqual([]);
  });

  it('is made up for when the night was missed', async () => {
    await wakeAt(FIRST, '11:40');
    expect(await files()).toEqual(['yingshang-2026-11-02.sqlite']);
  });

  it('keeps 7 days and 4 weeks over two months, and never what is not its own', async () => {
    await wakeAt(FIRST, '03:17');
    await writeFile(join(root, 'backups', 'before-upgrade.sqlite'), 'mine');
    for (let i = 1; i < 60; i++) await wakeAt(plusDays(FIRST, i), '03:17');
    // The last day is Thursday 2026-12-31; the weeks end on Sundays.
    const days = [
      '2026-12-06',
      '2026-12-13',
      '2026-12-20',
      '2026-12-24',
      ...Array.from({ length: 7 }, (_, i) => plusDays('2026-12-25', i)),
    ];
    expect(await files()).toEqual(['before-upgrade.sqlite', ...days.map((day) => `yingshang-${day}.sqlite`)]);
  });

  it('tells the office once a day that it fails, tries again after an hour, and goes on when it can', async () => {
    await writeFile(join(root, 'backups'), 'a file where the folder should be');
    for (const time of ['03:17', '03:18', '04:17', '05:30']) await wakeAt(FIRST, time);
    expect(await told()).toEqual(['backup-failed:2026-11-02:ou_office']);
    await wakeAt('2026-11-03', '03:17');
    expect(await told()).toHaveLength(2);
    await rm(join(root, 'backups'));
    await wakeAt('2026-11-03', '04:16');
    await expect(files()).rejects.toThrow();
    await wakeAt('2026-11-03', '04:17');
    expect(await files()).toEqual(['yingshang-2026-11-03.sqlite']);
  });
});

it('a gap of weeks loses nothing that is still wanted', () => {
  const days = [
    '2026-01-04',
    '2026-03-01',
    ...Array.from({ length: 7 }, (_, i) => plusDays('2026-06-01', i)),
  ];
  expect(superfluous(days)).toEqual([]);
});
