import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { exportPeriod } from '../../src/report-files/export.ts';
import { scoresOf } from '../../src/scoring/scores.ts';
import type { Cast } from '../people/cast.ts';
import { startCast } from '../people/cast.ts';
import { fillLarge } from '../support/large.ts';
import { botMessages, wordsOf } from '../support/world.ts';

const UNITS = 60;
const ITEMS = 12;
const PERIODS = ['2025', '2026'].flatMap((year) => [1, 2, 3, 4].map((no) => `${year}Q${no}`));
const OFFICE = 'office-1';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
  cast.world.sandbox.clock.set(instantOf('2026-12-28', '10:00'));
  const { db, notice } = cast.world.service.deps;
  const known = notice.model.units.map((unit) => unit.id);
  const units = Array.from({ length: UNITS }, (_, index) => known[index] ?? `unit-${index}`);
  await fillLarge(db, { units, periods: PERIODS, items: ITEMS });
  cast.world.sandbox.as(cast.id(OFFICE)).enter();
  await cast.hears(OFFICE, '直接问我');
}, 180_000);
afterAll(() => cast.close());

const failures = async () =>
  cast.world.service.deps.db.query
    .selectFrom('inbox')
    .select(['event', 'error'])
    .where('error', 'is not', null)
    .execute();

describe(`${UNITS} units × ${ITEMS} items × ${PERIODS.length} quarters on D1`, () => {
  it.each([
    ['/进度', '2026年第四季度'],
    ['/进度 2025Q1', '2025年第一季度'],
    ['谁还没报', '第四季度'],
    ['电力这块进展如何', '电力'],
    ['/审核', '审核'],
    ['/评分 2026Q3', '2026Q3-评分.xlsx'],
    ['/评分 财政局 2026年', '财政局'],
    ['/评分 财政局 +2 典型经验 数电发票', '已录入'],
    ['/排名 2026Q3', '排名'],
    ['/排名 2026', '排名'],
    ['/通报 2026Q3', '2026Q3-通报附表.xlsx'],
    ['/台账', '台账'],
    ['/台账 财政局', '台账'],
    ['/联络员', '联络员'],
    ['/绑定', '绑定'],
    ['/日程', '日程'],
    ['/催报', '催报'],
    ['/修订', '修订'],
    ['/体检', '体检'],
    ['/报送', '报送'],
    ['/暂停', '暂停'],
    ['/导出 2026Q3', '2026Q3-报送.xlsx'],
  ])('%s is answered', async (typed, wanted) => {
    const { sandbox } = cast.world;
    const chat = sandbox.directChatId(cast.id(OFFICE));
    const before = botMessages(sandbox, chat).length;
    cast.tell(OFFICE, typed);
    await sandbox.waitFor(() =>
      botMessages(sandbox, chat)
        .slice(before)
        .some((one) => wordsOf(one).includes(wanted)),
    );
    expect(await failures()).toEqual([]);
  });

  it('what falls due in a morning is decided and nothing of it fails', async () => {
    for (const day of ['2027-01-04', '2027-01-05', '2027-01-08', '2027-01-11']) {
      cast.world.sandbox.clock.set(instantOf(day, '09:07'));
      const due = await cast.world.service.tick();
      expect(due.filter(({ status }) => status === 'failed')).toEqual([]);
    }
    expect(await failures()).toEqual([]);
  });

  it('a period is exported whole and scored to the last unit', async () => {
    const { deps } = cast.world.service;
    const made = await exportPeriod(deps, '2026Q3' as Parameters<typeof exportPeriod>[1]);
    expect(made.manifest.files.map(({ name }) => name)).toContain('2026Q3-报送.xlsx');
    expect(await scoresOf(deps, '2026Q3')).toHaveLength(UNITS);
  });
});
