import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatOfGroup, workChat } from '../../db/queries/chats.ts';
import { markReachable } from '../../db/queries/unreachable.ts';
import type { ChatId } from '../../src/ids.ts';
import { outboxWrites } from '../../src/outbox/message.ts';
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
    // It stays what it was bound as: what is sent there meanwhile is left out with the reason, until the bot is back.
    expect(await chatOfGroup(db(), 16)).toBe(chat);
    const { delivery, clock } = cast.world.service.deps;
    const send = async (key: string) => {
      const text = { key, to: { chat: chat as ChatId }, body: { type: 'text', text: key } } as const;
      await db().apply(outboxWrites(db(), text, clock.now()));
      await delivery.pump();
      const row = await db().query.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirst();
      return { status: row?.status, code: row?.code };
    };
    const callsBefore = sandbox.calls().length;
    expect(await send('while-out')).toEqual({ status: 'dead', code: 230002 });
    const toChat = sandbox
      .calls()
      .slice(callsBefore)
      .filter((call) => JSON.stringify(call.request).includes(chat));
    expect(toChat).toEqual([]);
    await cast.hears('office-2', '机器人已不在小组16的群里');
    owner.inviteBot(chat);
    await sandbox.waitFor(() => botMessages(sandbox, chat).find((one) => wordsOf(one).includes('恢复发送')));
    expect((await send('back-in')).status).toBe('sent');
  });

  it('is named once when the news of the removal was lost: what is sent there fails, and is tried again when it is back', async () => {
    const { sandbox, service } = cast.world;
    const { delivery, clock } = service.deps;
    const chat = sandbox.groupId('power') as ChatId;
    const before = cast.heard('office-1').split('机器人已不在').length;
    const send = async (key: string) => {
      await db().apply(
        outboxWrites(db(), { key, to: { chat }, body: { type: 'text', text: key } }, clock.now()),
      );
      await delivery.pump();
    };
    await db().apply([markReachable(db(), chat)]);
    sandbox.as(cast.id('office-1')).removeBot(chat);
    await sandbox.idle();
    await db().apply([markReachable(db(), chat)]);
    await send('lost-1');
    await send('lost-2');
    expect(cast.heard('office-1').split('机器人已不在').length).toBe(before + 1);
    sandbox.as(cast.id('office-1')).inviteBot(chat);
    await sandbox.idle();
    await send('lost-3');
    expect(cast.heard('power')).toContain('lost-3');
    expect(cast.heard('power')).not.toContain('lost-1');
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
