import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backupTo } from '../../db/backup.ts';
import type { Db } from '../../db/database.ts';
import { officeMembers } from '../../db/queries/people.ts';
import { writeSetting } from '../../db/queries/settings.ts';
import { type Clock, dayAt, instantOf } from '../clock.ts';
import type { OpenId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import { outboxWriteOnce } from '../outbox/message.ts';
import { diskSpace } from './disk.ts';

/** In Asia/Shanghai: nobody works, and no reminder or opening falls into this minute. */
const TIME = '03:17';
const DAILY = 7;
const WEEKLY = 4;
const DAY_MS = 24 * 60 * 60_000;
const RETRY_MS = 60 * 60_000;
const MEASURE_MS = 60 * 60_000;
const NAME = /^yingshang-(\d{4}-\d{2}-\d{2})\.sqlite$/;

interface Parts {
  db: Db;
  clock: Clock;
  databasePath: string;
  folder: string;
  /** The first members of the office, who are told of a failure with all others. */
  office: readonly OpenId[];
  logger: Logger;
}

/** Makes a backup each night and removes the old ones; a night that was missed is made up for at the next wake-up. */
export class Backups {
  readonly #parts: Parts;
  #retryAt = 0;
  #measuredAt = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Called each minute: does what is due, and never throws. A failure is tried again after an hour. Calls while one runs join it. */
  wake(): Promise<void> {
    this.#running ??= this.#wake().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** When no backup is being made any more. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #wake(): Promise<void> {
    const now = this.#parts.clock.now();
    await this.#measure(now);
    if (now < this.#retryAt) return;
    try {
      await this.#backUp(now);
    } catch (error) {
      this.#retryAt = now + RETRY_MS;
      this.#parts.logger.error('the backup failed: {says}', { says: String(error) });
      await this.#tell(now).catch((failure: unknown) =>
        this.#parts.logger.error('the office was not told: {says}', { says: String(failure) }),
      );
    }
  }

  /** For the checks, which may be asked for where there is no disk. Never throws. */
  async #measure(now: number): Promise<void> {
    if (Math.abs(now - this.#measuredAt) < MEASURE_MS) return;
    this.#measuredAt = now;
    const { db, databasePath, logger } = this.#parts;
    try {
      const value = JSON.stringify(await diskSpace(databasePath));
      await db.apply([writeSetting(db, 'disk', { value, now })]);
    } catch (error) {
      logger.warn('the disk could not be measured: {says}', { says: String(error) });
    }
  }

  async #backUp(now: number): Promise<void> {
    const { db, databasePath, folder, logger } = this.#parts;
    const day = nightBefore(now);
    // What is in it is as secret as the database: only the service's own user looks inside.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const days = await daysIn(folder);
    if (days.includes(day)) return;
    await backupTo(databasePath, join(folder, fileOf(day)));
    await db.apply([writeSetting(db, 'last-backup', { value: String(now), now })]);
    const old = superfluous([...days, day]);
    for (const each of old) await rm(join(folder, fileOf(each)));
    logger.info('backup of {day} made, {old} old ones removed', { day, old: old.length });
  }

  async #tell(now: number): Promise<void> {
    const { db } = this.#parts;
    const office = (await officeMembers(db, this.#parts.office)) as OpenId[];
    const text = '数据库的定时备份没有成功，一小时后会再试。请系统管理员检查备份目录和磁盘空间。';
    await db.apply(
      office.map((person) => {
        const key = `backup-failed:${dayAt(now)}:${person}`;
        return outboxWriteOnce(db, { key, to: { person }, body: { type: 'text', text } }, now);
      }),
    );
  }
}

/** Which of these days' backups go: the newest 7 stay, and of what is older the newest of each of 4 weeks. */
export function superfluous(days: readonly string[]): string[] {
  const older = [...days].sort().reverse().slice(DAILY);
  const newestOfWeek = new Map<number, string>();
  for (const day of older) {
    const week = weekOf(day);
    if (!newestOfWeek.has(week)) newestOfWeek.set(week, day);
  }
  const kept = new Set([...newestOfWeek.values()].slice(0, WEEKLY));
  return older.filter((day) => !kept.has(day));
}

async function daysIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).flatMap((name) => NAME.exec(name)?.[1] ?? []);
}

function fileOf(day: string): string {
  return `yingshang-${day}.sqlite`;
}

/** The day whose backup should be there by now. */
function nightBefore(now: number): string {
  const today = dayAt(now);
  return now >= instantOf(today, TIME) ? today : dayAt(now - DAY_MS);
}

/** Number of the week, from Monday on; the epoch was a Thursday. */
function weekOf(day: string): number {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) / DAY_MS + 3) / 7);
}
