import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSetting } from '../db/queries/settings.ts';
import { setSnooze } from '../db/queries/snoozes.ts';
import { instantOf } from '../src/clock.ts';
import { isInSpell, nextEdge } from '../src/quiet-spell.ts';
import { rulesFrom } from '../src/schedule/rules-now.ts';
import { openService } from '../src/service.ts';
import { type ReportCast, startReportCast } from './stories/report-support.ts';

describe('the next minute at which the clock alone can make something due', () => {
  const at = (day: string, time: string) => new Date(nextEdge(rulesFrom([]), instantOf(day, time)));
  it.each([
    ['08:00', '09:07'],
    ['09:07', '09:09'],
    ['09:23', '12:00'],
    ['17:59', '18:00:00.001'],
    ['18:00', '18:00:00.001'],
    ['18:01', '18:07'],
    ['20:00', '24:00'],
  ])('after %s: %s', (time, next) => {
    const [minute = '', ...rest] = next.split('.');
    const ms = rest.length > 0 ? 1 : 0;
    expect(at('2026-10-13', time).getTime()).toBe(instantOf('2026-10-13', minute) + ms);
  });
});

describe('ticks of a quiet spell', () => {
  let cast: ReportCast;
  beforeAll(async () => {
    cast = await startReportCast();
    cast.at('2026-11-25', '10:00');
    await settle();
  });
  afterAll(() => cast.close());

  const db = () => cast.world.service.deps.db;
  const at = (time: string) => instantOf('2026-11-25', time);
  const isQuiet = async (time: string) => isInSpell(db(), await db().mark?.(), at(time));
  /** Until two ticks in a row have nothing left to do. */
  async function settle(): Promise<void> {
    await cast.tick();
    await cast.world.sandbox.idle();
    await cast.tick();
    await cast.tick();
  }

  it('lasts until the next edge, over ticks that find it, and is written down every two minutes', async () => {
    expect(await isQuiet('10:01')).toBe(true);
    const noted = async () => Number(await readSetting(db(), 'last-tick'));
    const before = await noted();
    cast.at('2026-11-25', '10:01');
    expect(await cast.tick()).toEqual([]);
    expect(await noted()).toBe(before);
    cast.at('2026-11-25', '10:03');
    expect(await cast.tick()).toEqual([]);
    expect(await noted()).toBeGreaterThanOrEqual(at('10:03'));
    expect(await isQuiet('11:59')).toBe(true);
    expect(await isQuiet('12:00')).toBe(false);
    expect(await isQuiet('09:59')).toBe(false);
  });

  it('ends with a change by this process, and by another one', async () => {
    await settle();
    const rename = (name: string) =>
      db().query.insertInto('person').values({ open_id: name, name, updated_at: 0 });
    await db().apply([rename('a')]);
    expect(await isQuiet('10:04')).toBe(false);
    await settle();
    expect(await isQuiet('10:04')).toBe(true);
    const { lark, sandbox, databasePath } = cast.world;
    const other = await openService({
      ...{ lark, databasePath, clock: sandbox.clock, officeOpenIds: sandbox.officeOpenIds },
    });
    await other.deps.db.apply([rename('b')]);
    expect(await isQuiet('10:04')).toBe(false);
    await other.stop();
  });

  it('goes no further than what somebody has put off', async () => {
    await db().apply([
      setSnooze(db(), { open_id: cast.id('stranger'), period: '2026Q3', at: at('11:17'), set_at: 0 }),
    ]);
    await settle();
    expect(await isQuiet('11:16')).toBe(true);
    expect(await isQuiet('11:17')).toBe(false);
  });

  it('is none while a job cannot say what is due', async () => {
    const { CompiledQuery } = await import('kysely');
    await db().apply([CompiledQuery.raw('alter table ledger_entry rename to ledger_entry_elsewhere')]);
    await settle();
    expect(await isQuiet('10:04')).toBe(false);
  });
});
