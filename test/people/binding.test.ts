import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liaisonsOf, personName, rightsOf, unitHeadsOf } from '../../db/queries/people.ts';
import { liveBindings } from '../../db/queries/people-bindings.ts';
import { type Cast, startCast } from './cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
});
afterAll(async () => {
  await cast.close();
});

const name = (who: string) =>
  cast.world.sandbox.people().find((person) => person.openId === cast.id(who))?.name;
const DAY = '2026-11-25';
const liaisons = async (unit: string) =>
  (await liaisonsOf(cast.world.service.deps.db, unit, DAY)).map((person) => person.openId);
const rights = (who: string) => {
  const { db, office } = cast.world.service.deps;
  return rightsOf(db, cast.id(who), { day: DAY, office });
};

describe('a person binds himself', () => {
  it('waits for the office, which decides once; everybody sees how', async () => {
    cast.tell('liaison:财政局', '/绑定 财政局');
    await cast.hears('liaison:财政局', '已申请绑定为**财政局联络员**');
    const first = await cast.hears('office-1', '申请绑定为', '财政局联络员', '沈若谷');
    const second = await cast.hears('office-2', '申请绑定为', '财政局联络员');
    expect(await liaisons('finance')).toEqual([]);

    const results = await Promise.all([
      cast.press('office-1', first, '确认'),
      cast.press('office-2', second, '驳回'),
    ]);
    const toasts = results.map((result) => result.toast?.content);
    expect(toasts.filter((toast) => toast === '已确认' || toast === '已驳回')).toHaveLength(1);
    expect(toasts.filter((toast) => toast?.includes('不用再点'))).toHaveLength(1);
    const confirmed = toasts.includes('已确认');
    expect(await liaisons('finance')).toEqual(confirmed ? [cast.id('liaison:财政局')] : []);
    await cast.becomes(first, '已处理');
    await cast.becomes(second, '已处理');
    await cast.hears('liaison:财政局', confirmed ? '绑定成功' : '绑定申请未通过');
  });

  it('is refused in a sentence for an unknown unit, several units, a waiting claim and a standing one', async () => {
    const who = 'liaison:住建局';
    cast.tell(who, '/绑定 财证局');
    await cast.hears(who, '您是不是要写“财政局”');
    cast.tell(who, '/绑定 商务局');
    await cast.hears(who, '通知里没有“商务局”这个单位');
    cast.tell(who, '/绑定 财政局 税务局');
    await cast.hears(who, '一次只能写一个单位', '财政局', '税务局');
    cast.tell(who, '/绑定 住建局');
    await cast.hears(who, '已申请绑定为**住建局联络员**');
    cast.tell(who, '/绑定 住建局 副联络员');
    await cast.hears(who, '正在等领导小组办公室确认');
    const claim = await cast.hears('office-1', '住建局联络员');
    await cast.press('office-1', claim, '确认');
    await cast.hears(who, '绑定成功');
    cast.tell(who, '/绑定 住建局');
    await cast.hears(who, '您已经是住建局联络员');
  });

  it('a forwarded card gives a stranger no right, and is not changed by him', async () => {
    const who = 'liaison:教育局';
    cast.tell(who, '/绑定 教育局 副联络员');
    const card = await cast.hears('office-1', '教育局副联络员');
    const { deps } = cast.world.service;
    const [waiting] = await liveBindings(deps.db, { status: 'proposed' });
    // What a forwarded copy would send: the same value, another operator and another message.
    const { handleClick } = await import('../../src/inbox/handle.ts');
    const toast = await handleClick(deps, {
      kind: 'click',
      eventId: 'forwarded-1',
      appId: '',
      operator: cast.id('stranger') as never,
      messageId: card.messageId as never,
      chatId: card.chatId as never,
      value: { action: 'claim', id: waiting?.id, as: 'confirmed' },
      form: {},
      option: undefined,
    });
    expect(toast).toEqual({ type: 'warning', content: '只有领导小组办公室成员可以确认或驳回绑定申请。' });
    expect(await liaisons('education')).toEqual([]);
    await cast.press('office-2', await cast.hears('office-2', '教育局副联络员'), '驳回');
    await cast.hears(who, '没有同意您绑定为教育局副联络员');
    cast.tell(who, '/绑定 教育局');
    await cast.hears(who, '已申请绑定为**教育局联络员**');
  });

  it('as a leader of the notice', async () => {
    cast.tell('leader-power', '/绑定 领导 申晓东');
    const claim = await cast.hears('office-1', '领导申晓东');
    expect((await cast.press('office-1', claim, '确认')).toast?.content).toBe('已确认');
    await cast.hears('leader-power', '您已绑定为**领导申晓东**');
    expect((await rights('leader-power')).leaderIds).toEqual(['shen-xiaodong']);
  });
});

describe('the office binds others', () => {
  it('by mention in a group, several at once, with a role; they are told', async () => {
    cast.shout('office-1', '/绑定 税务局 @周敬言', []);
    await cast.hears('work', '没有认出 “@周敬言”');
    cast.shout('office-1', '/绑定 发改委 @魏长亭 负责人', ['head:发展改革委']);
    await cast.hears('work', '已绑定：魏长亭 为发展改革委负责人');
    const { db } = cast.world.service.deps;
    expect(await unitHeadsOf(db, 'development-reform', DAY)).toHaveLength(1);
    expect(await personName(db, cast.id('head:发展改革委'))).toBe('魏长亭');
    await cast.hears('head:发展改革委', '发展改革委负责人');
    cast.shout('office-1', '/绑定 发改委 @顾清和 @魏长亭', ['liaison:发展改革委', 'head:发展改革委']);
    await cast.hears('work', '顾清和 为发展改革委联络员', '魏长亭 为发展改革委联络员（原为负责人）');
    expect(await liaisons('development-reform')).toHaveLength(2);
  });

  it('people side by side, with commas between and the role at the end', async () => {
    const both = ['liaison:城管局', 'liaison:卫健委'];
    cast.shout('office-1', `/绑定 @${name(both[0] ?? '')}、@${name(both[1] ?? '')} 城管局 副联络员`, both);
    await cast.hears(
      'work',
      `${name(both[0] ?? '')} 为城管局副联络员`,
      `${name(both[1] ?? '')} 为城管局副联络员`,
    );
    expect(await liaisons('city-management')).toHaveLength(2);
  });

  it('himself at once, and is told that it is he', async () => {
    cast.tell('office-2', '/绑定 审计局 负责人');
    await cast.hears('office-2', '为审计局负责人', '绑定的是您本人');
  });

  it('what is typed is repeated as text only', async () => {
    cast.tell('office-2', '/绑定 <at user_id="all"></at>[点我](https://x.cn) 局');
    const said = await cast.hears('office-2', '通知里没有');
    expect(JSON.stringify(said.body)).not.toMatch(/<at|\[点我\]/);
    cast.tell('office-2', `/绑定 财政局 @<at/id=all>**x**`);
    const form = await cast.hears('office-2', '没有认出');
    expect(JSON.stringify(form.body)).not.toMatch(/<at|\*\*x/);
    expect((await cast.press('office-2', form, '绑定')).toast?.content).toContain('请先选人员');
  });

  it('nobody else may', async () => {
    cast.shout('liaison:财政局', '/绑定 税务局 @路远', ['stranger']);
    await cast.hears('work', '只有领导小组办公室成员可以为别人绑定');
    cast.tell('stranger', '/绑定 办公室');
    await cast.hears('stranger', '请 @ 要加入办公室的人');
    cast.shout('liaison:财政局', '/绑定 解除 发改委 @顾清和', ['liaison:发展改革委']);
    await cast.hears('work', '只有领导小组办公室成员可以解除绑定');
  });

  it('not somebody out of the app’s range', async () => {
    cast.shout('office-1', `/绑定 税务局 @${name('outsider')}`, ['outsider']);
    await cast.hears('work', '不在本应用的可用范围内');
    expect(await liaisons('tax')).toEqual([]);
  });

  it('a member of the office, who then has its rights until he is unbound', async () => {
    cast.shout('office-1', `/绑定 办公室 @${name('liaison:统计分局')}`, ['liaison:统计分局']);
    await cast.hears('work', '为领导小组办公室成员');
    expect((await rights('liaison:统计分局')).isOffice).toBe(true);
    cast.shout('liaison:统计分局', '/绑定 解除 办公室 @周敬言', ['office-1']);
    await cast.hears('work', '没有绑定为领导小组办公室成员', 'OFFICE_OPEN_IDS');
    cast.shout('office-1', `/绑定 解除办公室 @${name('liaison:统计分局')}`, ['liaison:统计分局']);
    await cast.hears('work', '不再是领导小组办公室成员');
    expect((await rights('liaison:统计分局')).isOffice).toBe(false);
  });

  it('ends a binding, and the unit’s open work stays with the unit', async () => {
    cast.shout('office-1', '/绑定 解除 发改委 @顾清和', ['liaison:发展改革委']);
    await cast.hears('work', '不再是发展改革委联络员', '由其他联络员接着办');
    await cast.hears('liaison:发展改革委', '您不再是发展改革委联络员');
    cast.tell('office-1', '/绑定 解除 发改委');
    const list = await cast.hears('office-1', '请选择要解除的绑定', '魏长亭');
    expect((await cast.press('office-1', list, '解除')).toast?.content).toBe('已解除');
    await cast.becomes(list, '发展改革委现在没有联络员');
    expect(await liaisons('development-reform')).toEqual([]);
    cast.tell('office-1', '/绑定 解除 发改委');
    await cast.hears('office-1', '没有人绑定为发展改革委联络员');
  });

  it('by the form in a direct chat; two clicks bind once', async () => {
    cast.tell('liaison:工信局', '你好');
    await cast.hears('liaison:工信局', '营商环境助手');
    cast.tell('office-1', '/绑定');
    const form = await cast.hears('office-1', '"name":"bind_form"', cast.id('liaison:工信局'));
    const filled = {
      form: { post: 'unit:industry', person: cast.id('liaison:工信局'), role: 'deputy-liaison' },
    };
    const results = await Promise.all([
      cast.press('office-1', form, '绑定', filled),
      cast.press('office-1', form, '绑定', filled),
    ]);
    expect(results.map((result) => result.toast?.content).sort()).toEqual(['已经绑定过了', '已绑定']);
    expect(await liaisons('industry')).toEqual([cast.id('liaison:工信局')]);
    await cast.becomes(form, '工信局副联络员');
  });

  it('the form says what is missing', async () => {
    cast.tell('office-2', '/绑定');
    const form = await cast.hears('office-2', '"name":"bind_form"', '不选就是您本人');
    expect((await cast.press('office-2', form, '绑定')).toast?.content).toContain('请先选单位');
    const both = { form: { post: 'unit:tax', unit_text: '财政局' } };
    expect((await cast.press('office-2', form, '绑定', both)).toast?.content).toContain('请只留一个');
    const stranger = { form: { post: 'unit:tax', person: cast.id('outsider') } };
    expect((await cast.press('office-2', form, '绑定', stranger)).toast?.content).toContain('可用范围');
  });

  it('a stranger’s form asks for himself only', async () => {
    cast.tell('stranger', '/bind');
    const form = await cast.hears('stranger', '"name":"bind_form"');
    expect(JSON.stringify(form.body)).not.toContain('select_person');
    const others = { form: { post: 'unit:tax', person: cast.id('liaison:财政局') } };
    expect(
      (await cast.press('stranger', form, '绑定', { form: { post: 'office:' } })).toast?.content,
    ).toContain('办公室成员');
    const { deps } = cast.world.service;
    const { handleClick } = await import('../../src/inbox/handle.ts');
    const toast = await handleClick(deps, {
      kind: 'click',
      eventId: 'forged-1',
      appId: '',
      operator: cast.id('stranger') as never,
      messageId: form.messageId as never,
      chatId: form.chatId as never,
      value: { action: 'bind-form' },
      form: others.form,
      option: undefined,
    });
    expect(toast?.content).toContain('只有领导小组办公室成员可以为别人绑定');
  });

  it('every change stands in the audit, without a phone number', async () => {
    const rows = await cast.world.service.deps.db.query.selectFrom('audit').selectAll().execute();
    expect(rows.map((row) => row.action)).toEqual(
      expect.arrayContaining(['claim', 'confirm', 'reject', 'bind', 'unbind']),
    );
    expect(JSON.stringify(rows)).not.toMatch(/\b1\d{10}\b/);
  });
});
