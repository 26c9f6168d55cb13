import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatOfGroup, workChat } from '../../db/queries/chats.ts';
import { botMessages, wordsOf } from '../support/world.ts';
import { type Cast, startCast } from './cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
});
afterAll(async () => {
  await cast.close();
});
const db = () => cast.world.service.deps.db;

describe('what a group is for', () => {
  it('is said by the office in that group', async () => {
    const { sandbox } = cast.world;
    cast.shout('liaison:财政局', '/绑定 本群 工作群');
    await cast.hears('work', '只有领导小组办公室成员可以设置群的用途');
    expect(await workChat(db())).toBeUndefined();
    cast.shout('office-1', '/绑定 本群 工作群');
    await cast.hears('work', '本群已设为**工作群**');
    expect(await workChat(db())).toBe(sandbox.groupId('work'));
    cast.shout('office-1', '/绑定本群工作群');
    await cast.hears('work', '本群已经是工作群');
    cast.tell('office-1', '/绑定 本群 工作群');
    await cast.hears('office-1', '请在要设置的群里 @我');
  });

  it('by the number or the matter of a task group', async () => {
    const { sandbox } = cast.world;
    const power = sandbox.groupId('power');
    const say = (text: string) => sandbox.as(cast.id('office-1')).say(power, text, { mentionBot: true });
    say('/绑定 本群 小组 99');
    await cast.hears('power', '没有“99”这个小组');
    say('/绑定 本群 小组 获得');
    await cast.hears('power', '“获得”可能是', '获得电力', '请写编号');
    say('/绑定 本群 小组 7');
    await cast.hears('power', '小组7', '获得电力');
    expect(await chatOfGroup(db(), 7)).toBe(power);
  });

  it('one group replaces another, and a group has one use', async () => {
    const { sandbox } = cast.world;
    const power = sandbox.groupId('power');
    const say = (text: string) => sandbox.as(cast.id('office-1')).say(power, text, { mentionBot: true });
    say('/绑定 本群 工作群');
    await cast.hears('power', '原来的工作群不再使用');
    expect(await workChat(db())).toBe(power);
    expect(await chatOfGroup(db(), 7)).toBeUndefined();
    say('/绑定 解除 本群');
    await cast.hears('power', '本群不再是工作群');
    expect(await workChat(db())).toBeUndefined();
    say('/绑定 解除 本群');
    await cast.hears('power', '本群没有设过用途');
  });

  it('is asked when the bot comes into a group, and ends when it is put out', async () => {
    const { sandbox } = cast.world;
    const owner = sandbox.as(cast.id('office-1'));
    const chat = owner.makeGroup('新群', [cast.id('office-1'), cast.id('stranger')]);
    owner.inviteBot(chat);
    const card = await sandbox.waitFor(() => botMessages(sandbox, chat).at(-1));
    expect(wordsOf(card)).toContain('本群用途');
    const refused = await cast.press('stranger', card, '设为工作群');
    expect(refused.toast?.content).toContain('只有领导小组办公室成员');
    const chosen = await owner.click(card.messageId, {
      tag: 'select_static',
      option: '16',
      value: { action: 'bind-chat', chat, use: 'group' },
    });
    expect(chosen.toast?.content).toBe('已设置');
    await cast.becomes(card, '小组16', '不动产登记');
    expect(await chatOfGroup(db(), 16)).toBe(chat);
    const elsewhere = await owner.click(card.messageId, {
      tag: 'button',
      value: { action: 'bind-chat', chat: sandbox.groupId('power'), use: 'work' },
    });
    expect(elsewhere.toast?.content).toContain('转发来的卡片');
    owner.removeBot(chat);
    await cast.hears('office-2', '我被移出了小组16', '不动产登记');
    expect(await chatOfGroup(db(), 16)).toBeUndefined();
  });

  it('is offered beside the form in a group, to the office only', async () => {
    cast.shout('office-1', '/绑定');
    await cast.hears('work', '"name":"bind_form"', '设为工作群');
    cast.shout('liaison:财政局', '/绑定');
    const { sandbox } = cast.world;
    const form = await sandbox.waitFor(() => {
      const last = botMessages(sandbox, sandbox.groupId('work')).at(-1);
      return last && wordsOf(last).includes('申请绑定到单位') && last;
    });
    expect(wordsOf(form)).not.toContain('设为工作群');
  });
});
