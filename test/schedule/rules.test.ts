import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import type { ChatId, MessageId, OpenId } from '../../src/ids.ts';
import { RULE_ACTIONS } from '../../src/schedule/rule-command.ts';
import { whatIsDue } from '../../src/tick.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { wordsOf } from '../support/world.ts';

const PERIOD = '2026Q3';
const LIAISON = 'liaison:审计局';
let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
  cast.at('2026-09-28', '09:07');
  await cast.bound({ [LIAISON]: 'audit' });
  const { db, notice } = cast.world.service.deps;
  const now = instantOf('2026-09-28', '09:07');
  await openFilled(db, notice.model, { period: PERIOD, dueOn: '2026-10-16', now });
  cast.at('2026-10-09', '10:00');
});
afterAll(() => cast.close());

const office = 'office-1';
const reminders = () =>
  cast.world.sandbox
    .messagesIn(cast.world.sandbox.directChatId(cast.id(LIAISON)))
    .map(wordsOf)
    .filter((words) => words.includes('2026年第三季度报送 ·'));
const remindsDue = async (day: string, time: string) =>
  (await whatIsDue(cast.world.service.deps, instantOf(day, time)))
    .filter((each) => each.kind === 'remind' && each.status === 'due')
    .map(({ key }) => key.split(':').at(-1));
const rows = (rule: string) =>
  cast.world.service.deps.db.query
    .selectFrom('sending_rule')
    .selectAll()
    .where('rule', '=', rule)
    .orderBy('version')
    .execute();

async function tickAt(day: string, time: string): Promise<void> {
  cast.at(day, time);
  await cast.tick();
  await cast.tick();
  await cast.world.sandbox.idle();
}

it('are for the office only, by word and by click', async () => {
  cast.tell(office, '/日程 规则');
  const card = await cast.hears(office, '自动发送的规则');
  cast.tell(LIAISON, '/日程 规则 催报 T-3 关闭');
  await cast.hears(LIAISON, '只有领导小组办公室成员可以看和改发送规则');
  // A forwarded card gives nobody rights.
  const click = {
    kind: 'click' as const,
    eventId: 'forwarded',
    operator: cast.id(LIAISON) as OpenId,
    messageId: card.messageId as MessageId,
    chatId: card.chatId as ChatId,
    value: { action: 'rule-save', rule: 'T-3', version: 0, as: 'save' },
    option: undefined,
    appId: 'app',
    form: { offset: '-3', time: '09:11', to: 'liaison', latest: '5', is_on: 'off' },
  };
  for (const action of Object.values(RULE_ACTIONS))
    await expect(action(cast.world.service.deps, click)).rejects.toThrow('只有领导小组办公室成员');
});

it('are listed with their values; what nobody would get is named', async () => {
  const card = await cast.hears(office, '自动发送的规则', '条发不出去');
  const said = wordsOf(card);
  expect(said).toContain('截止日前3个工作日 09&#58;07 → 联络员、副联络员；过时5个工作日不发');
  expect(said).toContain(
    '**群进度卡**\\n开启日当天 09&#58;07 → 工作群\\n**注意**：现在发不出去：还没有绑定工作群',
  );
});

describe('changed in words', () => {
  it('act at once, keep the old version and stand in the audit', async () => {
    expect(await remindsDue('2026-10-12', '09:13')).toEqual([]);
    cast.tell(office, '/日程 规则 催报 T-3 改为 T-4 09:13');
    await cast.hears(
      office,
      '已改规则：催报 T-4',
      '截止日前3个工作日 09&#58;07 → 截止日前4个工作日 09&#58;13',
    );
    expect(await remindsDue('2026-10-12', '09:12')).toEqual([]);
    expect(await remindsDue('2026-10-12', '09:13')).toEqual(['T-3']);
    cast.tell(office, '/日程 规则 催报 T-4 开头 请在{截止}前报送{期}。');
    await cast.hears(office, '开头语：无 → “请在{截止}前报送{期}。”');
    expect(
      (await rows('T-3')).map(({ version, content }) => [version, JSON.parse(content ?? '{}').wording]),
    ).toEqual([
      [1, ''],
      [2, '请在{截止}前报送{期}。'],
    ]);
    const audited = await cast.world.service.deps.db.query
      .selectFrom('audit')
      .select(['who', 'action', 'detail'])
      .where('subject', '=', 'schedule:T-3')
      .execute();
    expect(audited.map(({ who, action }) => [who, action])).toEqual([
      [cast.id(office), 'rule'],
      [cast.id(office), 'rule'],
    ]);
    expect(audited[0]?.detail).toContain('"offset":-4');
  });

  it('send by the new day and words', async () => {
    await tickAt('2026-10-12', '09:13');
    expect(reminders()).toHaveLength(1);
    expect(reminders()[0]).toContain('请在10月16日（周五）18:00前报送2026年第三季度。');
  });

  it('never send a second time what was decided before the change', async () => {
    cast.tell(office, '/日程 规则 催报 T-4 改为 T-2 09:13');
    await cast.hears(office, '已改规则：催报 T-2');
    await tickAt('2026-10-14', '09:13');
    expect(reminders()).toHaveLength(1);
  });

  it('go to whom the office chose', async () => {
    const { deps } = cast.world.service;
    cast.tell(office, '/日程 规则 催报 T-0 发给 办公室');
    await cast.hears(office, '发给：联络员、副联络员 → 办公室');
    expect(await remindsDue('2026-10-16', '09:07')).toEqual(['T-0']);
    await tickAt('2026-10-16', '09:07');
    expect(reminders()).toHaveLength(1);
    await cast.hears(office, '2026年第三季度催报 ·', '个单位未报', '报送进度');
    expect(deps.office.length).toBeGreaterThan(0);
  });

  it.each([
    ['催报 T+1 改为 T+1 09:30', '整点或半点'],
    ['催报 T+1 改为 21:07', '休息时间'],
    ['催报 T+1 改为 T+40', '早已锁定，永远不会发出'],
    ['催报 T+1 改为 T+3', '催报 T+3已在同一天'],
    ['催报 T+1 开头 {谁}快报', '“{谁}”不认识'],
    ['催报 T+1 改为 T+1', '没有变化'],
    ['开启预告 改为 当天 15:11', '永远不会发出：不早于开启的时间'],
    ['报送期开启 改为 T-4', '减轻基层负担'],
  ])('refused: %s: %s', async (words, says) => {
    const before = await rows('T+1');
    cast.tell(office, `/日程 规则 ${words}`);
    await cast.hears(office, says);
    expect(await rows('T+1')).toEqual(before);
  });

  it('refuses a day that would open a period at once', async () => {
    cast.at('2026-12-23', '10:00');
    cast.tell(office, '/日程 规则 报送期开启 改为 前15个工作日');
    await cast.hears(office, '没有改', '已经过了', '/报送 开启 2026Q4');
    cast.at('2026-10-16', '10:00');
  });

  it('count for who comes after the opening too', async () => {
    const newcomers = async () =>
      (await whatIsDue(cast.world.service.deps, instantOf('2026-10-16', '10:00'))).filter(
        ({ kind, to }) => kind === 'open' && to === 'liaison',
      );
    await cast.bound({ stranger: 'tax' }, 'deputy-liaison');
    const before = await newcomers();
    cast.tell(office, '/日程 规则 报送期开启 发给 联络员');
    await cast.hears(office, '联络员、副联络员 → 联络员');
    expect((await newcomers()).map(({ key }) => key)).toEqual(
      before.map(({ key }) => key).filter((key) => !key.includes(':tax:')),
    );
    expect(before.some(({ key }) => key.includes(':tax:'))).toBe(true);
  });

  it('go back to the defaults, as a version of their own', async () => {
    cast.tell(office, '/日程 规则 催报 T-2 恢复默认');
    await cast.hears(office, '已改规则：催报 T-3', '截止日前3个工作日 09&#58;07');
    expect((await rows('T-3')).at(-1)).toMatchObject({ version: 4, content: null });
    cast.tell(office, '/日程 规则 催报 T-3');
    const history = wordsOf(await cast.hears(office, '修改记录（4次）', '保存'));
    expect(history).toMatch(/第4次.*恢复默认.*第3次.*截止日前2个工作日.*第2次.*第1次.*截止日前4个工作日/);
    cast.tell(office, '/日程 规则 催报 T-3 恢复默认');
    await cast.hears(office, '没有变化：“催报 T-3”就是默认');
  });
});

describe('changed on the card', () => {
  const FORM = { offset: '3', time: '9:41', to: 'unit-head', latest: '4', is_on: 'on' };

  it('the form is saved by version, and a second hand sees the first one’s values before his own', async () => {
    cast.tell(office, '/日程 规则 催报 T+3');
    const first = await cast.hears(office, '催报 T+3', '保存');
    cast.tell('office-2', '/日程 规则 催报 T+3');
    const second = await cast.hears('office-2', '催报 T+3', '保存');
    const saved = await cast.turns(office, first, '保存', { form: FORM, says: ['已改规则', '09&#58;41'] });
    expect(wordsOf(saved)).toContain('联络员、副联络员、单位负责人、分包领导 → 单位负责人');
    const late = { ...FORM, time: '10:11', wording: '请尽快' };
    const conflict = await cast.turns('office-2', second, '保存', {
      form: late,
      says: ['还没有保存您的', '截止日后3个工作日 09:41 → 截止日后3个工作日 10:11', '请尽快'],
      toast: '刚被别人改过',
    });
    expect(await rows('T+3')).toHaveLength(1);
    await cast.turns('office-2', conflict, '保存', { form: late, says: ['已改规则', '10&#58;11'] });
    expect(await rows('T+3')).toHaveLength(2);
  });

  it('says what is wrong and keeps the form', async () => {
    cast.tell(office, '/日程 规则 每周动态');
    const card = await cast.hears(office, '每周动态', '保存');
    const refused = await cast.press(office, card, '保存', { form: { ...FORM, to: 'office', time: '十点' } });
    expect(refused.toast?.content).toContain('时间请写成 09:13 这样');
    const half = await cast.press(office, card, '保存', {
      form: { offset: '0', time: '10:30', to: 'office', latest: '3', is_on: 'on' },
    });
    expect(half.toast?.content).toContain('整点或半点');
    expect(await rows('digest')).toEqual([]);
  });

  it('lead from the list to a rule and back', async () => {
    cast.tell(office, '/日程 规则');
    const list = await cast.hears(office, '自动发送的规则', '（已改）');
    const one = await cast.turns(office, list, '每周问题清单', { says: ['保存', '现在是默认值'] });
    await cast.turns(office, one, '全部规则', { says: ['自动发送的规则'] });
  });
});
