import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { unknownTerm } from '../../src/learning/term.ts';
import { botMessages, startWorld, type World, wordsOf } from '../support/world.ts';

let world: World;
const direct = (who: string) => world.sandbox.directChatId(world.sandbox.openIdOf(who));

async function ask(who: string, text: string): Promise<string> {
  const { sandbox } = world;
  const chat = direct(who);
  const before = botMessages(sandbox, chat).length;
  sandbox.as(sandbox.openIdOf(who)).direct(text);
  return sandbox.waitFor(() => {
    const fresh = botMessages(sandbox, chat)[before];
    return fresh && wordsOf(fresh);
  });
}

beforeAll(async () => {
  world = await startWorld();
  const { sandbox } = world;
  for (const who of ['leader-head', 'office-1', 'stranger']) {
    sandbox.as(sandbox.openIdOf(who)).enter();
    await sandbox.waitFor(() => botMessages(sandbox, direct(who)).length === 1);
  }
});
afterAll(async () => {
  await world.close();
});

describe('a word that nobody understood', () => {
  it('is proposed to the office with what it turned out to mean; one tap, and it works at once', async () => {
    const { sandbox } = world;
    expect(await ask('leader-head', '电老虎归谁牵头')).toContain('没有');
    expect(await ask('leader-head', '供电中心牵头哪个组')).toContain('获得电力');
    const list = await ask('office-1', '/反馈');
    expect(list).toContain('电老虎归谁牵头');
    const card = botMessages(sandbox, direct('office-1')).at(-1);
    const office = sandbox.as(sandbox.openIdOf('office-1'));
    const result = await office.press(card?.messageId ?? '', '“电老虎”就是供电中心');
    expect(result.toast?.content).toContain('马上生效');
    expect(await ask('leader-head', '电老虎牵头哪个组')).toContain('获得电力');
    const after = await ask('office-1', '/反馈');
    expect(after).not.toContain('电老虎归谁牵头');
    const words = botMessages(sandbox, direct('office-1')).at(-1);
    const undone = await office.press(words?.messageId ?? '', '取消这个说法');
    expect(undone.toast?.content).toContain('不再有特别的意思');
    expect(await ask('leader-power', '电老虎归谁牵头')).toContain('没有');
  });

  it('is not settled by somebody who is not of the office', async () => {
    const { sandbox } = world;
    await ask('leader-head', '火星局归谁管');
    const group = sandbox.groupId('work');
    sandbox.as(sandbox.openIdOf('office-1')).say(group, '/反馈', { mentionBot: true });
    const card = await sandbox.waitFor(() => botMessages(sandbox, group).at(-1));
    const leader = sandbox.as(sandbox.openIdOf('leader-head'));
    const result = await leader.press(card.messageId, '不用处理');
    expect(result.toast?.content).toContain('只有办公室');
    expect(await ask('office-1', '/反馈')).toContain('火星局归谁管');
  });
});

describe('a verdict on an answer', () => {
  it('that it is wrong comes to the office, without the name of who gave it', async () => {
    const { sandbox } = world;
    await ask('leader-head', '跨境贸易谁分包');
    const card = botMessages(sandbox, direct('leader-head')).at(-1);
    const result = await sandbox.as(sandbox.openIdOf('leader-head')).press(card?.messageId ?? '', '👎 不对');
    expect(result.toast?.content).toContain('已记下');
    const list = await ask('office-1', '/反馈');
    expect(list).toContain('跨境贸易谁分包');
    expect(list).not.toContain(sandbox.openIdOf('leader-head'));
  });

  it('is shown to the office each Monday, once', async () => {
    const { sandbox, service } = world;
    sandbox.clock.set(instantOf('2026-11-30', '09:16'));
    await service.tick();
    const before = botMessages(sandbox, direct('office-1')).length;
    sandbox.clock.set(instantOf('2026-11-30', '09:17'));
    await service.tick();
    await service.tick();
    await sandbox.idle();
    const fresh = botMessages(sandbox, direct('office-1')).slice(before);
    expect(fresh.filter((message) => wordsOf(message).includes('没答好的问题'))).toHaveLength(1);
  });
});

describe('the word of a question that was not understood', () => {
  it.each([
    ['电老虎归谁牵头', [], '电老虎'],
    ['请问火星局负责什么', [], '火星局'],
    ['财政局牵头哪个组', [{ start: 0, end: 3 }], undefined],
    ['你好', [], '你好'],
  ])('of “%s” is %s', (question, mentions, term) => expect(unknownTerm(question, mentions)).toBe(term));
});
