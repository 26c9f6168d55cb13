import { afterAll, beforeAll, expect, it } from 'vitest';
import { fill, openFilled } from '../progress/filled.ts';
import { type Cast, MORNING, startCast } from './cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
  const { db, notice } = cast.world.service.deps;
  await openFilled(db, notice.model, {
    period: '2026Q4',
    dueOn: '2026-12-04',
    now: MORNING,
    units: { tax: { status: 'submitted', submittedAt: MORNING } },
  });
});
afterAll(() => cast.close());

it('whoever the office binds hears what the unit has still to hand in', async () => {
  cast.shout('office-1', '/绑定 财政局 @沈若谷', ['liaison:财政局']);
  const told = await cast.hears('liaison:财政局', '您有了新的身份', '未报送');
  expect(JSON.stringify(told.body)).toMatch(
    /财政局2026年第四季度还有\*\*\d+项\*\*未报送，截止12月4日（周五）18:00。/,
  );
});

it('a claim that is confirmed says so too, with the draft and what was sent back', async () => {
  await fill(
    cast.world.service.deps.db,
    { period: '2026Q4', unit: 'power' },
    { status: 'returned', submittedAt: MORNING, items: { 'group:7': { progress: '已压缩' } } },
  );
  cast.tell('leader-power', '/绑定 供电中心');
  await cast.press('office-1', await cast.hears('office-1', '申请绑定为', '供电中心'), '确认');
  await cast.hears('leader-power', '绑定成功', '未报送（草稿已有1项），报告被退回待修改，截止');
});

it('says nothing of what is handed in', async () => {
  cast.shout('office-1', '/绑定 税务局 @沈若谷', ['liaison:财政局']);
  const told = await cast.hears('liaison:财政局', '您有了新的身份', '税务局联络员');
  expect(JSON.stringify(told.body)).not.toContain('未报送');
});
