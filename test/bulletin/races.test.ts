import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latestBulletin, sectionsOf } from '../../db/queries/bulletins.ts';
import { bindChat, WORK_GROUP } from '../../db/queries/chats.ts';
import type { ChatId, MessageId, OpenId } from '../../src/ids.ts';
import type { ClickEvent } from '../../src/inbox/event.ts';
import { handleClick } from '../../src/inbox/handle.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { botMessages, wordsOf } from '../support/world.ts';

const PERIOD = '2026Q3';
let cast: ReportCast;
let clicks = 0;
beforeAll(async () => {
  cast = await startReportCast();
  for (const who of ['office-1', 'office-2']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  await openFilled(db(), cast.world.service.deps.notice.model, {
    period: PERIOD,
    dueOn: '2026-12-31',
    now: MORNING,
  });
  const chatId = cast.world.sandbox.groupId('work');
  await db().apply(bindChat(db(), { chatId, groupNo: WORK_GROUP, by: cast.id('office-1'), now: MORNING }));
  cast.tell('office-1', `/通报 ${PERIOD}`);
  await cast.hears('office-1', '通报附表.xlsx');
});
afterAll(() => cast.close());

const db = () => cast.world.service.deps.db;
const row = async () => {
  const found = await latestBulletin(db(), PERIOD);
  if (found === undefined) throw new Error('no bulletin');
  return found;
};
/** What somebody's press says to him, on a card as it is at this moment. */
const press = async (who: string, action: string, more: Partial<Record<'value' | 'form', object>> = {}) => {
  const { revision, version } = await row();
  const event: ClickEvent = {
    kind: 'click',
    eventId: `race-${clicks++}`,
    operator: cast.id(who) as OpenId,
    chatId: 'oc_x' as ChatId,
    messageId: 'om_x' as MessageId,
    value: { action: `bulletin-${action}`, period: PERIOD, revision, version, ...more.value },
    form: { ...more.form },
    option: undefined,
    appId: '',
  };
  return (await handleClick(cast.world.service.deps, event))?.content;
};
const saves = (who: string, section: string, text: string) =>
  press(who, 'save', { value: { section, base: 'another' }, form: { text_1: text } });

describe('two of the office at the same moment', () => {
  it('different sections are both saved; of one section the second text is kept aside', async () => {
    const both = await Promise.all([
      saves('office-1', 'next', '下一步一。'),
      saves('office-2', 'problems', '问题二。'),
    ]);
    expect(both).toEqual(['已保存', '已保存']);
    const one = await Promise.all([
      saves('office-1', 'practices', '做法一。'),
      saves('office-2', 'practices', '做法二。'),
    ]);
    expect(one.filter((says) => says === '已保存')).toHaveLength(1);
    expect(one.filter((says) => says?.includes('两份都在'))).toHaveLength(1);
    const stored = (await sectionsOf(db(), await row())).find(({ section }) => section === 'practices')?.text;
    const aside = await db().query.selectFrom('bulletin_clash').select('text').execute();
    expect([stored, ...aside.map(({ text }) => text)].sort()).toEqual(['做法一。', '做法二。']);
  });

  it('is approved or returned, not both; an approved one can be returned with a reason and is sent again', async () => {
    expect(await press('office-1', 'send')).toContain('已送审');
    const both = await Promise.all([
      press('office-2', 'approve'),
      press('office-1', 'return', { form: { reason: '先等等' } }),
    ]);
    const { state } = await row();
    expect(['approved', 'returned']).toContain(state);
    expect(
      both.filter((says) => says === (state === 'approved' ? '已批准，可以发布' : '已退回')),
    ).toHaveLength(1);
    if (state === 'approved')
      expect(await press('office-2', 'return', { form: { reason: '还要改' } })).toBe('已退回');
    expect(await press('office-1', 'publish')).toContain('批准以后才能发布');
    expect(await press('office-2', 'send')).toContain('已送审');
    expect(await press('office-2', 'approve')).toContain('请办公室另一位同志批准');
    expect(await press('office-1', 'approve')).toBe('已批准，可以发布');
  });

  it('is published once, whoever presses', async () => {
    const both = await Promise.all([press('office-1', 'publish'), press('office-2', 'publish')]);
    expect(both.filter((says) => says === '已发布到工作群')).toHaveLength(1);
    expect(both.filter((says) => says?.includes('没有再发'))).toHaveLength(1);
    await cast.hears('work', '2026Q3-通报附表.xlsx');
    const { sandbox } = cast.world;
    const posts = botMessages(sandbox, sandbox.groupId('work')).filter((one) =>
      wordsOf(one).includes('数据指纹'),
    );
    expect(posts).toHaveLength(1);
    for (const action of ['save', 'restore', 'send', 'approve', 'return', 'own', 'own-drop'])
      expect(
        await press('office-1', action, { value: { section: 'next' }, form: { text_1: '改', reason: '改' } }),
      ).not.toMatch(/^已(?:保存|恢复|送审|批准|退回)/);
    expect((await sectionsOf(db(), await row())).find(({ section }) => section === 'next')?.text).toBe(
      '下一步一。',
    );
  });

  it('a correction is begun once; its 定稿 is asked for in words as well, in the direct chat', async () => {
    const both = await Promise.all(
      ['一', '二'].map((no) =>
        press(`office-${no === '一' ? 1 : 2}`, 'correct', { form: { note: `更正${no}` } }),
      ),
    );
    expect(both.filter((says) => says?.includes('更正稿已建好'))).toHaveLength(1);
    expect((await row()).revision).toBe(2);
    cast.shout('office-1', `/通报 ${PERIOD} 定稿`);
    await cast.hears('work', '单聊里发“/通报 2026Q3 定稿”');
    cast.tell('office-1', `/通报 ${PERIOD} 定稿`);
    await cast.hears('office-1', '等待定稿', '2小时内');
    expect(await press('office-1', 'own-drop')).toBe('没有定稿');
  });
});
