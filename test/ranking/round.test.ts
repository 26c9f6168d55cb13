import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindChat, WORK_GROUP } from '../../db/queries/chats.ts';
import { insertObjection, objectionsOf } from '../../db/queries/objections.ts';
import { publishedRanking } from '../../db/queries/rankings.ts';
import type { ChatId, MessageId, OpenId } from '../../src/ids.ts';
import { RANKING_ACTIONS } from '../../src/ranking/actions.ts';
import { groundOf, hindranceOf, type Round } from '../../src/ranking/round.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { botMessages, wordsOf } from '../support/world.ts';

let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  const { db, notice } = cast.world.service.deps;
  for (const who of ['office-1', 'stranger', 'liaison:财政局']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  await cast.bound({ 'liaison:财政局': 'finance' });
  await openFilled(db, notice.model, { period: '2026Q4', dueOn: '2027-01-08', now: MORNING });
  const chatId = cast.world.sandbox.groupId('work');
  await db.apply(bindChat(db, { chatId, groupNo: WORK_GROUP, by: cast.id('office-1'), now: MORNING }));
});
afterAll(() => cast.close());

const sheets = () =>
  botMessages(cast.world.sandbox, cast.world.sandbox.directChatId(cast.id('liaison:财政局'))).filter((one) =>
    wordsOf(one).includes('对评分有异议'),
  );

describe('预览发各单位', () => {
  it('says first how many get it and who cannot; sent twice it goes out once', async () => {
    cast.tell('office-1', '/排名 2026Q4');
    const card = await cast.hears('office-1', '排名预览', '没有经过异议期');
    await cast.turns('office-1', card, '预览发各单位', { says: ['还没有联络员', '发给1名联络员'] });
    expect(sheets()).toEqual([]);
    // Wednesday; the third working day after is Monday.
    await cast.turns('office-1', card, '确认发送', { says: ['排名预览', '2026年11月30日 18:00'] });
    await cast.hears('liaison:财政局', '财政局', '对评分有异议', '及时性');
    cast.tell('office-1', '/排名 2026Q4');
    const again = await cast.hears('office-1', '评分已发各单位', '异议期没有结束');
    expect(wordsOf(again)).not.toContain('预览发各单位');
    const refused = await cast.press('office-1', again, '发布到工作群', { form: { reason: '' } });
    expect(refused.toast?.content).toContain('异议期没有结束');
    expect(sheets()).toHaveLength(1);
    cast.tell('office-1', '/日程');
    await cast.hears('office-1', '异议期满提醒');
  });

  it('an objection needs words, reaches the office, is answered once with words, and the unit is told', async () => {
    const [sheet] = sheets();
    if (sheet === undefined) throw new Error('no sheet');
    const forwarded = {
      kind: 'click' as const,
      eventId: 'test-click',
      operator: cast.id('stranger') as OpenId,
      chatId: sheet.chatId as ChatId,
      messageId: sheet.messageId as MessageId,
      value: { action: 'ranking-object', span: '2026Q4', unit: 'finance' },
      form: { objection: '不公平' },
      option: undefined,
      appId: '',
    };
    await expect(RANKING_ACTIONS['ranking-object'](cast.world.service.deps, forwarded)).rejects.toThrow(
      '您没有绑定到',
    );
    await cast.turns('liaison:财政局', sheet, '提出异议', {
      form: { objection: ' ' },
      says: ['请写明对哪一项'],
    });
    await cast.turns('liaison:财政局', sheet, '无异议', {
      form: { objection: '等一下' },
      says: ['填了异议却按了无异议', '等一下'],
    });
    await cast.turns('liaison:财政局', sheet, '提出异议', {
      form: { objection: '及时性 *算错* 了' },
      says: ['异议已提出'],
    });
    const asked = await cast.hears('office-1', '异议 · ', '算错');
    const empty = await cast.press('office-1', asked, '采纳', { form: { words: '' } });
    expect(empty.toast?.content).toContain('请写上答复的话');
    await cast.turns('office-1', asked, '维持', {
      form: { words: '按回执时间计' },
      says: ['异议未采纳，维持原分'],
    });
    await cast.hears('liaison:财政局', '异议未采纳，维持原分', '按回执时间计');
    const { db } = cast.world.service.deps;
    expect(await objectionsOf(db, '2026Q4')).toMatchObject([
      { unit: 'finance', words: '及时性 *算错* 了', verdict: 'rejected', verdict_words: '按回执时间计' },
    ]);
  });

  it('the queue has who, what, since when and how long; answered there once, the rest stays', async () => {
    const { db } = cast.world.service.deps;
    await db.apply(
      [
        { id: 'o-1', unit: 'tax', words: '指标 *没算* 进去' },
        { id: 'o-2', unit: 'audit', words: '晚报是因为停电' },
      ].map((one) =>
        insertObjection(db, {
          ...one,
          span: '2026Q4',
          kind: 'objection',
          by: cast.id('liaison:财政局'),
          at: MORNING,
        }),
      ),
    );
    cast.tell('stranger', '/排名 2026Q4 异议');
    await cast.hears('stranger', '只有领导小组办公室成员可以查看异议');
    cast.tell('office-1', '/排名 2026Q3 异议');
    await cast.hears('office-1', '2026年第三季度的评分还没有发各单位');
    cast.tell('office-1', '/排名 2026Q4');
    const preview = await cast.hears('office-1', '排名预览', '还有2条异议没有答复');
    await cast.press('office-1', preview, '答复异议（2）');
    const queue = await cast.hears('office-1', '异议答复', '待答复2条', '已答复1条');
    for (const word of ['税务局', '审计局', '停电', '2026年11月25日 10:00', '还有3个工作日'])
      expect(wordsOf(queue)).toContain(word);
    const empty = await cast.press('office-1', queue, '采纳', { form: { words_0: ' ' } });
    expect(empty.toast?.content).toContain('请写上答复的话');
    cast.tell('office-1', '/排名 2026Q4 异议');
    const other = await cast.world.sandbox.waitFor(() =>
      botMessages(cast.world.sandbox, queue.chatId).find(
        (one) => one.messageId !== queue.messageId && wordsOf(one).includes('words_1'),
      ),
    );
    await cast.turns('office-1', queue, '采纳', {
      form: { words_0: '已补上' },
      says: ['待答复1条', '已答复2条', '停电'],
      toast: '已答复',
    });
    await cast.turns('office-1', other, '采纳', {
      form: { words_0: '又一次' },
      says: ['待答复1条'],
      toast: '已经答复过',
    });
    expect(await objectionsOf(db, '2026Q4')).toMatchObject([
      {},
      { unit: 'tax', verdict: 'accepted', verdict_words: '已补上' },
      { unit: 'audit', verdict: null },
    ]);
  });

  it('when the round is over the office is reminded once, with what is still open', async () => {
    const over = () =>
      botMessages(cast.world.sandbox, cast.world.sandbox.directChatId(cast.id('office-1'))).filter((one) =>
        wordsOf(one).includes('异议期已满'),
      );
    cast.at('2026-11-30', '18:06');
    await cast.tick();
    expect(over()).toEqual([]);
    cast.at('2026-11-30', '18:07');
    await cast.tick();
    const card = await cast.hears('office-1', '异议期已满', '待答复1条', '停电');
    cast.at('2026-12-01', '09:30');
    await cast.tick();
    await cast.world.sandbox.idle();
    expect(over()).toHaveLength(1);
    await cast.turns('office-1', card, '维持', {
      form: { words_0: '停电另有说明' },
      says: ['待答复0条', '可以公布', '看排名预览'],
    });
  });

  it('when the round is over it is published without a reason', async () => {
    cast.tell('office-1', '/排名 2026Q4');
    const card = await cast.hears('office-1', '异议期已满');
    await cast.turns('office-1', card, '发布到工作群', { form: { reason: '' }, says: ['排名已公布'] });
    expect((await publishedRanking(cast.world.service.deps.db, '2026Q4'))?.reason).toBe('异议期已满');
  });

  it('我的明细 answers in private what was published, to the people of the unit only', async () => {
    const posted = await cast.hears('work', '数据指纹', '我的明细');
    const own = await cast.press('liaison:财政局', posted, '我的明细');
    expect(own.toast?.content).toContain('明细已发到单聊');
    await cast.hears('liaison:财政局', '财政局', '公布时的评分');
    const other = await cast.press('office-1', posted, '我的明细');
    expect(other.toast?.content).toContain('没有您绑定的单位');
    expect(cast.heard('work')).not.toContain('公布时的评分');
  });

  it('谁第一, 财政局第几, 前三名 are answered from what was published', async () => {
    cast.tell('stranger', '财政局第几？');
    await cast.hears('stranger', '2026年第四季度公布的排名', '财政局', '名');
    cast.tell('stranger', '前三名是谁');
    await cast.hears('stranger', '第1名');
    cast.tell('stranger', '上季度谁第一');
    await cast.hears('stranger', '2026年第三季度的排名还没有公布', '最近公布的季度排名是2026年第四季度的');
    cast.tell('liaison:财政局', '我们排第几');
    await cast.hears('liaison:财政局', '2026年第四季度公布的排名', '财政局', '名');
    cast.tell('stranger', '我们排第几');
    await cast.hears('stranger', '您还没有绑定单位');
    cast.tell('stranger', '最新排名');
    await cast.hears('stranger', '数据指纹');
  });

  it('every unit agreeing ends it early; one that waits for an answer does not', () => {
    const round: Round = { closesAt: 0, isOver: false, asked: 2, agreed: 2, open: [], answered: [] };
    expect(groundOf(round)).toBe('各单位均无异议');
    expect(groundOf({ ...round, agreed: 1 })).toBeUndefined();
    expect(groundOf(undefined)).toBeUndefined();
    const over = { ...round, agreed: 1, isOver: true };
    expect(groundOf(over)).toBe('异议期已满');
    const open = [{ id: 'o' } as Round['open'][number]];
    expect(groundOf({ ...over, open })).toBeUndefined();
    expect(hindranceOf({ ...over, open })).toBe('还有1条异议没有答复');
  });
});
