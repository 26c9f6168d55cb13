import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindChat } from '../../db/queries/chats.ts';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { insertRule } from '../../db/queries/sending-rules.ts';
import { instantOf } from '../../src/clock.ts';
import { calendarOf } from '../../src/reminders/china.ts';
import { type RuleContent, type RuleId, ruleOf } from '../../src/schedule/rule.ts';
import { rulesFrom } from '../../src/schedule/rules-now.ts';
import { tick } from '../../src/tick.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

const PERIOD = '2026Q3';
/** Whose reports are still to come; the first alone can be reached. */
const [REACHED, ABROAD, GONE, NOBODY] = ['audit', 'finance', 'tax', 'power'];
const OPENED = instantOf('2026-09-28', '09:07');
let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
  const { sandbox, service } = cast.world;
  const { db, notice } = service.deps;
  await cast.bound({ 'liaison:审计局': REACHED ?? '', 'liaison:财政局': ABROAD ?? '' });
  await db.apply([
    insertBinding(db, {
      ...{ id: 'gone', kind: 'unit', subject: GONE ?? '', role: 'liaison', openId: 'ou_gone' },
      ...{ status: 'confirmed', by: 'test', now: 0 },
    }),
    ...bindChat(db, { chatId: sandbox.groupId('work'), groupNo: 0, by: 'test', now: OPENED }),
  ]);
  sandbox.setInRange(cast.id('liaison:财政局'), false);
  // Due on Friday 16 October; every other unit has reported.
  await openFilled(db, notice.model, { period: PERIOD, dueOn: '2026-10-16', now: OPENED });
  await db.apply([
    db.query
      .updateTable('report')
      .set({ status: 'accepted' })
      .where('period', '=', PERIOD)
      .where('unit', 'not in', [REACHED, ABROAD, GONE, NOBODY].map(String)),
  ]);
});
afterAll(() => cast.close());

async function tickAt(day: string, time: string) {
  cast.at(day, time);
  const due = [...(await tick(cast.world.service.deps)), ...(await tick(cast.world.service.deps))];
  await cast.world.sandbox.idle();
  expect(due.filter(({ status }) => status === 'failed')).toEqual([]);
  return due.map(({ key }) => key);
}

/** How many of the bot's messages there say it. */
const saying = (where: string, words: string) =>
  cast
    .heard(where)
    .split('\n')
    .filter((one) => one.includes(words));

describe('a rung with people who cannot be reached', () => {
  it('reaches the others', async () => {
    await tickAt('2026-10-13', '09:07');
    await cast.hears('liaison:审计局', '还没有提交', '10月16日');
    expect(saying('liaison:审计局', '还没有提交')).toHaveLength(1);
  });

  it('and names to the office who was not reached and why, and which unit has nobody', async () => {
    const unit = cast.world.service.deps.notice.unit(NOBODY ?? '')?.name ?? '?';
    await cast.hears('office-1', '1个单位没有联络员', unit);
    await cast.hears('office-1', '2个待处理', '不在应用可用范围内', '账号不存在');
    await cast.hears('office-2', '2个待处理');
  });

  it('goes on at the next one, for whom it reaches again too', async () => {
    cast.world.sandbox.setInRange(cast.id('liaison:财政局'), true);
    await tickAt('2026-10-16', '09:07');
    await cast.hears('liaison:财政局', '还没有提交');
    expect(saying('liaison:审计局', '还没有提交')).toHaveLength(2);
    await cast.hears('office-1', '1个待处理', '账号不存在');
  });
});

describe('a group that the bot was put out of', () => {
  it('is named to the office once, gets nothing, and keeps nothing else from going', async () => {
    const { sandbox } = cast.world;
    const work = sandbox.groupId('work');
    sandbox.as(cast.id('office-1')).removeBot(work);
    await cast.hears('office-2', '我被移出了工作群');
    const before = sandbox.messagesIn(work).length;
    await tickAt('2026-10-19', '09:07');
    await tickAt('2026-10-21', '09:07');
    expect(sandbox.messagesIn(work)).toHaveLength(before);
    expect(saying('liaison:审计局', '还没有提交')).toHaveLength(4);
    expect(saying('office-1', '机器人已不在工作群里').length).toBeLessThanOrEqual(1);
    sandbox.as(cast.id('office-1')).inviteBot(work);
    await cast.hears('work', '恢复发送');
  });
});

describe('rules that came to be as they may not', () => {
  const put = (id: RuleId, content: Partial<RuleContent> | string) => {
    const { db } = cast.world.service.deps;
    const { spec } = ruleOf(rulesFrom([]), id);
    const text = typeof content === 'string' ? content : JSON.stringify({ ...spec.defaults, ...content });
    return db.apply([
      insertRule(db, {
        ...{ rule: id, version: 1, content: text, timed_at: 0 },
        ...{ made_by: 'ou_x', at: 0 },
      }),
    ]);
  };

  it('one that can never go is named with the reason; the others go', async () => {
    await put('T+1', { offset: -15 });
    await put('dry-run', { to: [] });
    cast.tell('office-1', '/日程 规则');
    await cast.hears('office-1', '永远不会发出：不晚于报送期开启', '永远不会发出：没有选发给谁');
    cast.tell('office-1', '/日程');
    await cast.hears('office-1', '今后四周自动发送', '注意：', '见 /日程 规则');
    const due = await tickAt('2026-11-02', '09:23');
    expect(due.join()).toContain('calendar:2027');
  });

  it('one that nobody is bound for is named too', async () => {
    await put('T+3', { to: ['unit-head'] });
    cast.tell('office-1', '/日程 规则');
    await cast.hears('office-1', '现在发不出去：还没有绑定单位负责人');
  });

  it('one that cannot be read goes by its defaults, and stops nothing', async () => {
    await put('digest', '{"offset":"x"}');
    await put('calendar', '[]');
    const due = await tickAt('2026-11-09', '09:23');
    expect(due.join()).toContain('calendar:2027');
  });
});

it('an arrangement with impossible days is named line by line, and the ladder goes by the one before', async () => {
  const { db } = cast.world.service.deps;
  cast.tell(
    'office-1',
    '/日程 导入 国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、清明节：4月31日（周六）放假。\n三、劳动节：5月1日（周日）放假。',
  );
  await cast.hears('office-1', '没有导入', '没有4月31日', '5月1日写的是周日，实际是周六', '没有读到春节');
  expect((await calendarOf(db)).coverageUntil).toBe('2026-12-31');
  const due = await tickAt('2026-11-16', '09:23');
  expect(due.join()).toContain('calendar:2027');
});
