import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liaisonsOf, rightsOf } from '../../db/queries/people.ts';
import { instantOf } from '../../src/clock.ts';
import { mayReportFor } from '../../src/people/rights.ts';
import { type Cast, MORNING, startCast } from './cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
  cast.shout('office-1', '/绑定 财政局 @沈若谷', ['liaison:财政局']);
  await cast.hears('work', '已绑定：沈若谷 为财政局联络员');
});
afterAll(async () => {
  await cast.close();
});

const LIAISON = 'liaison:财政局';
const receivers = async (day: string) =>
  (await liaisonsOf(cast.world.service.deps.db, 'finance', day)).map((person) => person.openId);

describe('leave', () => {
  it('names who stands in; he gets the messages and the right for those days', async () => {
    cast.shout(LIAISON, '/联络员 请假 12.28 12.30 代 @顾清和', ['liaison:发展改革委']);
    await cast.hears('work', '已登记：您12月28日至12月30日请假', '财政局的事由 顾清和 代办');
    await cast.hears('liaison:发展改革委', '请您代办财政局的填报', '沈若谷');
    expect(await receivers('2026-12-27')).toEqual([cast.id(LIAISON)]);
    expect(await receivers('2026-12-28')).toEqual([cast.id('liaison:发展改革委')]);
    const { db, office } = cast.world.service.deps;
    const when = { day: '2026-12-30', office };
    expect(mayReportFor(await rightsOf(db, cast.id('liaison:发展改革委'), when), 'finance')).toBe(true);
    expect(mayReportFor(await rightsOf(db, cast.id(LIAISON), when), 'finance')).toBe(true);
  });

  it.each([
    ['/联络员 请假 12.29 12.31 代 @路远', '您12月28日至12月30日已经登记了请假'],
    ['/联络员 请假 2026-12-10 2026-12-01 代 @路远', '止日12月1日早于起日12月10日'],
    ['/联络员 请假 12.10 12.1 代 @路远', '12月10日至2027年12月1日太长'],
    ['/联络员 请假 2026-11-01 2026-11-02 代 @路远', '已经过去了'],
    ['/联络员 请假 2.30 3.1 代 @路远', '没有“2.30”这一天'],
    ['/联络员 请假 大概下周 代 @路远', '看不懂“大概下周”'],
  ])('%s is refused in a sentence', async (typed, says) => {
    cast.shout(LIAISON, typed, ['stranger']);
    await cast.hears('work', says);
  });

  it('needs another person, who is there himself, and a unit', async () => {
    cast.shout(LIAISON, '/联络员 请假 明天 代 @沈若谷', [LIAISON]);
    await cast.hears('work', '代办人不能是您自己');
    cast.shout('liaison:审计局', '/联络员 请假 明天 代 @沈若谷', [LIAISON]);
    await cast.hears('work', '您还没有绑定单位');
  });

  it('by the form where nobody can be mentioned', async () => {
    cast.tell(LIAISON, '/联络员 请假 明天 后天 代 @路远');
    const form = await cast.hears(
      LIAISON,
      '单聊里不能 @ 人',
      '"initial_date":"2026-11-26"',
      '"initial_date":"2026-11-27"',
    );
    expect((await cast.press(LIAISON, form, '登记请假')).toast?.content).toContain('请选代办人');
    const filled = {
      form: { from: '2026-11-26 +0800', to: '2026-11-27 +0800', person: cast.id('stranger') },
    };
    const both = await Promise.all([
      cast.press(LIAISON, form, '登记请假', filled),
      cast.press(LIAISON, form, '登记请假', filled),
    ]);
    expect(both.map((one) => one.toast?.content).sort()).toEqual([
      '已登记请假',
      '您11月26日至11月27日已经登记了请假。要改请先发：/联络员 销假。',
    ]);
    expect(await receivers('2026-11-27')).toEqual([cast.id('stranger')]);
  });

  it('ends early by 销假: what has not begun is gone', async () => {
    cast.world.sandbox.clock.set(instantOf('2026-11-27', '09:00'));
    cast.tell(LIAISON, '/联络员 销假');
    await cast.hears(LIAISON, '已销假');
    expect(await receivers('2026-11-26')).toEqual([cast.id('stranger')]);
    expect(await receivers('2026-11-27')).toEqual([cast.id(LIAISON)]);
    expect(await receivers('2026-12-28')).toEqual([cast.id(LIAISON)]);
    cast.tell(LIAISON, '/联络员 销假');
    await cast.hears(LIAISON, '您没有登记请假');
    cast.world.sandbox.clock.set(MORNING);
  });
});

describe('who did not ask is not told at night or on a day off', () => {
  it('but in the morning of the next working day', async () => {
    cast.world.sandbox.clock.set(instantOf('2026-11-27', '21:30'));
    cast.shout('office-1', '/绑定 税务局 @魏长亭', ['head:发展改革委']);
    await cast.hears('work', '已绑定：魏长亭 为税务局联络员');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(cast.heard('head:发展改革委')).not.toContain('税务局');
    cast.world.sandbox.clock.set(instantOf('2026-11-30', '08:10'));
    await cast.hears('head:发展改革委', '税务局联络员');
  });
});
