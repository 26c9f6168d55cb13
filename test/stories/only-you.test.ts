import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { openFilled } from '../progress/filled.ts';
import { botMessages, wordsOf } from '../support/world.ts';
import { type ReportCast, startReportCast } from './report-support.ts';

const NOW = instantOf('2026-12-28', '10:00');
const LEADER = 'leader-power';
const NAMES = ['未报：', '住建局'];
let cast: ReportCast;
let group: string;

beforeAll(async () => {
  cast = await startReportCast();
  const { sandbox, service } = cast.world;
  group = sandbox.groupId('work');
  sandbox.clock.set(NOW);
  for (const who of ['office-1', LEADER, 'liaison:财政局']) {
    sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  await cast.bound({ [LEADER]: 'shen-xiaodong' }, 'leader');
  await cast.bound({ 'liaison:财政局': 'finance' });
  const { db, notice } = service.deps;
  const units = { power: { status: 'submitted' as const, submittedAt: NOW } };
  await openFilled(db, notice.model, { period: '2026Q4', dueOn: '2027-01-08', now: NOW, units });
});
afterAll(() => cast.close());

let direct: (who: string) => string[];
beforeEach(async () => {
  const { sandbox } = cast.world;
  await sandbox.idle();
  const before = new Map<string, number>();
  const all = (who: string) => botMessages(sandbox, sandbox.directChatId(cast.id(who))).map(wordsOf);
  for (const who of ['office-1', LEADER, 'liaison:财政局']) before.set(who, all(who).length);
  direct = (who) => all(who).slice(before.get(who));
});

const attempts = () => cast.world.sandbox.calls().filter((call) => call.what.endsWith('ephemeral/v1/send'));
const lastRow = () =>
  cast.world.service.deps.db.query
    .selectFrom('outbox')
    .select(['status', 'code'])
    .where('kind', '=', 'ephemeral')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
/** All that was asked for so far has been done. */
const settled = async () => {
  const { sandbox, service } = cast.world;
  const waiting = service.deps.db.query
    .selectFrom('outbox')
    .select('seq')
    .where('status', 'in', ['due', 'sending']);
  await expect.poll(() => waiting.execute(), { timeout: 15_000 }).toEqual([]);
  await sandbox.idle();
};

describe('what is not for the group, asked in the group', () => {
  it('is shown there to who asked alone, and nothing goes to the direct chat when it is all there', async () => {
    cast.shout(LEADER, '获得电力组还有谁没报');
    await cast.hears('work', '获得电力（第7组）：应报', '已单独发给您');
    const shown = await cast.sees(LEADER, ...NAMES);
    expect(wordsOf(shown)).not.toContain('单聊');
    await settled();
    expect(direct(LEADER)).toEqual([]);
    expect(cast.shown('office-1')).toEqual([]);
    for (const seen of [cast.heard('work'), wordsSeenBy('office-1')]) expect(seen).not.toContain('住建局');
  });

  it('is shown in short where it has buttons, which are in the direct chat; the group hears nothing', async () => {
    const before = cast.heard('work');
    cast.shout('liaison:财政局', '/报送');
    await cast.hears('liaison:财政局', '季度报送 · 财政局', '"tag":"button"');
    const shown = await cast.sees('liaison:财政局', '季度报送 · 财政局', '完整内容和按钮已发到单聊');
    expect(wordsOf(shown)).not.toContain('"tag":"button"');
    await settled();
    expect(direct('liaison:财政局')).toHaveLength(1);
    expect(cast.heard('work')).toBe(before);
  });

  it('asked in the direct chat it is answered there, as ever', async () => {
    const calls = attempts().length;
    cast.tell(LEADER, '获得电力组还有谁没报');
    await cast.world.sandbox.waitFor(() => direct(LEADER).length > 0);
    expect(direct(LEADER)[0]).toContain('住建局');
    await settled();
    expect(direct(LEADER)).toHaveLength(1);
    expect(attempts()).toHaveLength(calls);
  });
});

describe('where the platform does not show it', () => {
  it('refused, it goes to the direct chat, once', async () => {
    const { sandbox } = cast.world;
    sandbox.setTopic(group);
    const [calls, shown] = [attempts().length, cast.shown(LEADER).length];
    cast.shout(LEADER, '获得电力组还有谁没报');
    await sandbox.waitFor(() => direct(LEADER).length > 0);
    expect(direct(LEADER)[0]).toContain('住建局');
    await settled();
    sandbox.setTopic(group, false);
    expect(direct(LEADER)).toHaveLength(1);
    expect(attempts().slice(calls)).toMatchObject([{ code: 18053 }]);
    expect(cast.shown(LEADER)).toHaveLength(shown);
    expect(cast.heard('work')).not.toContain('住建局');
    expect(await lastRow()).toMatchObject({ status: 'replaced', code: 18053 });
  });

  it('refused, the group is told where the answer with its buttons is', async () => {
    const { sandbox } = cast.world;
    sandbox.setTopic(group);
    cast.shout('liaison:财政局', '/报送');
    await cast.hears('work', '已发到单聊，请在单聊里查看和办理。');
    await settled();
    sandbox.setTopic(group, false);
    expect(direct('liaison:财政局')).toHaveLength(1);
  });

  it('nobody can tell, it goes to the direct chat as well, and is never shown a second time', async () => {
    const { sandbox } = cast.world;
    const calls = attempts().length;
    sandbox.faults.set(['lost-answer']);
    cast.shout('office-1', '/评分 财政局 +2 经验被推广');
    await cast.sees('office-1', '已录入', '经验被推广');
    sandbox.faults.set([]);
    await sandbox.waitFor(() => direct('office-1').length > 0);
    await settled();
    expect(direct('office-1')).toEqual([expect.stringContaining('经验被推广')]);
    expect(attempts().slice(calls)).toHaveLength(1);
    expect(cast.shown('office-1').filter((one) => wordsOf(one).includes('经验被推广'))).toHaveLength(1);
    await cast.hears('work', '已发到单聊');
    expect(cast.heard('work')).not.toContain('经验被推广');
  });

  it('too many calls: it is tried again, since it was surely not shown', async () => {
    const { sandbox } = cast.world;
    sandbox.faults.set(['rate-limit']);
    cast.shout('office-1', '/评分 财政局 +1 第二次推广');
    await sandbox.waitFor(() => attempts().at(-1)?.code === 99991400);
    sandbox.faults.set([]);
    await cast.sees('office-1', '已录入', '第二次推广');
    await settled();
    expect(direct('office-1')).toEqual([]);
  });
});

function wordsSeenBy(who: string): string {
  return cast.world.sandbox.messagesIn(group, cast.id(who)).map(wordsOf).join('\n');
}
