import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readSetting } from '../../db/queries/settings.ts';
import { botMessages, startWorld, type World, wordsOf } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ transport: 'websocket' });
  // Open on the platform's side is a little sooner than on this one.
  await vi.waitFor(async () => expect(await noted()).toMatchObject({ isOpen: true }), 10_000);
});
afterAll(async () => {
  await world.close();
});

const noted = async () => JSON.parse((await readSetting(world.service.deps.db, 'long-connection')) ?? '{}');
const lastWords = (chat: string) => {
  const last = botMessages(world.sandbox, chat).at(-1);
  return last ? wordsOf(last) : '';
};

describe('over the long connection, without a public address', () => {
  it('a question is answered and a button answers with its toast', async () => {
    const { sandbox } = world;
    const leader = sandbox.openIdOf('leader-head');
    const chat = sandbox.directChatId(leader);
    sandbox.as(leader).direct('/小组 7');
    await sandbox.waitFor(() =>
      botMessages(sandbox, chat).some((message) => wordsOf(message).includes('获得电力')),
    );
    const card = botMessages(sandbox, chat).find((message) => wordsOf(message).includes('有什么目标'));
    const result = await sandbox.as(leader).press(card?.messageId ?? '', '有什么目标');
    expect(result.toast?.content).toContain('已回答');
  });

  it('a lost connection is opened again, and what was said meanwhile is answered once', async () => {
    const { sandbox } = world;
    const leader = sandbox.openIdOf('leader-power');
    const chat = sandbox.directChatId(leader);
    // The client may be back within milliseconds: it is kept out for as long as its absence is looked at.
    sandbox.longConnection.isOut = true;
    sandbox.longConnection.drop();
    await sandbox.waitFor(() => sandbox.longConnection.connections === 0);
    await expect.poll(noted).toMatchObject({ isOpen: false });
    sandbox.as(leader).direct('跨境贸易谁分包');
    sandbox.longConnection.isOut = false;
    await sandbox.waitFor(() => sandbox.longConnection.connections === 1, 20_000);
    // The platform pushes again after 15 seconds, then after 5 minutes.
    sandbox.clock.set(sandbox.clock.now() + 16_000);
    await sandbox.idle();
    sandbox.clock.set(sandbox.clock.now() + 301_000);
    await sandbox.waitFor(() =>
      botMessages(sandbox, chat).some((message) => wordsOf(message).includes('高鸿')),
    );
    await sandbox.idle();
    expect(botMessages(sandbox, chat).filter((message) => wordsOf(message).includes('高鸿'))).toHaveLength(1);
    expect(lastWords(chat)).not.toBe('');
    await expect.poll(noted).toMatchObject({ isOpen: true });
  }, 40_000);
});
