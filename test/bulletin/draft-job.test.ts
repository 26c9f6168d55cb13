import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latestBulletin } from '../../db/queries/bulletins.ts';
import { lockPeriod, periodById } from '../../db/queries/periods.ts';
import { bulletinDrafts } from '../../src/bulletin/draft-job.ts';
import { instantOf } from '../../src/clock.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  for (const who of ['office-1', 'office-2', 'stranger']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  const { notice } = cast.world.service.deps;
  for (const period of ['2026Q2', '2026Q3'])
    await openFilled(db(), notice.model, { period, dueOn: '2026-10-09', now: MORNING });
});
afterAll(() => cast.close());

const db = () => cast.world.service.deps.db;
const lock = async (id: string, at: number) => {
  const period = await periodById(db(), id);
  if (period === undefined) throw new Error(`no period ${id}`);
  await db().apply(lockPeriod(db(), period, { by: cast.id('office-1'), now: at }));
};
const due = async (day: string, time: string) =>
  (await bulletinDrafts(cast.world.service.deps, instantOf(day, time), rulesFrom([]))).map(
    ({ key, skip }) => [key, skip],
  );

describe('the automatic draft of a bulletin', () => {
  it('is due at 09:17 of the working day after the lock, not before, at night or on a day off', async () => {
    expect(await due('2026-11-27', '10:00')).toEqual([]);
    // A Friday.
    await lock('2026Q3', instantOf('2026-11-27', '17:00'));
    for (const [day, time] of [
      ['2026-11-27', '18:00'],
      ['2026-11-28', '10:00'],
      ['2026-11-30', '09:16'],
      ['2026-11-30', '21:00'],
    ] as const)
      expect(await due(day, time)).toEqual([]);
    expect(await due('2026-11-30', '09:17')).toEqual([['bulletin-draft:2026Q3', undefined]]);
    expect(await due('2026-12-07', '09:16')).toEqual([['bulletin-draft:2026Q3', undefined]]);
    const [late] = await due('2026-12-07', '09:17');
    expect(late?.[1]).toContain('错过应发时间已有5个工作日');
  });

  it('stands in the office’s schedule', async () => {
    cast.at('2026-11-27', '18:00');
    cast.tell('office-1', '/日程');
    await cast.hears('office-1', '09:17', '通报草稿', '办公室');
  });

  it('is made and told to each of the office once', async () => {
    cast.at('2026-11-30', '09:17');
    await cast.tick();
    await cast.hears('office-1', '通报送审稿', '系统于2026年11月30日 09:17生成', '送审');
    await cast.hears('office-2', '通报送审稿', '系统于2026年11月30日 09:17生成');
    expect(await latestBulletin(db(), '2026Q3')).toMatchObject({
      state: 'draft',
      made_by: 'bot',
      revision: 1,
    });
    const cards = () => cast.heard('office-1').split('系统于2026年11月30日').length;
    const before = cards();
    cast.at('2026-11-30', '09:30');
    await cast.tick();
    await cast.tick();
    expect(cards()).toBe(before);
    expect(cast.heard('stranger')).not.toContain('通报送审稿');
  });

  it('is not made where somebody has begun already', async () => {
    cast.tell('office-1', '/通报 2026Q2');
    await cast.hears('office-1', '2026年第二季度', '通报送审稿');
    await lock('2026Q2', instantOf('2026-11-30', '10:00'));
    expect(await due('2026-12-01', '09:17')).toEqual([]);
  });
});
