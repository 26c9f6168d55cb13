import { afterEach, describe, expect, it } from 'vitest';
import { button, card, markdown } from '../../src/cards/elements.ts';
import type { ChatId, OpenId } from '../../src/ids.ts';
import { outboxWrites } from '../../src/outbox/message.ts';
import { onlyFor, type Private } from '../../src/outbox/only-for.ts';
import { botMessages, startWorld, type World, wordsOf } from '../support/world.ts';

const TO = { person: 'ou_1' as OpenId, chat: 'oc_1' as ChatId };
const WORDS = card({ summary: '名单', elements: [markdown('只给您看的名单')] });
const PRESSED = card({ summary: '名单', elements: [button({ label: '按', value: { action: 'x' } })] });
const HINT = { key: 'h', to: { chat: TO.chat }, body: { type: 'text', text: '已发到单聊' } } as const;
const keysOf = (told: Omit<Private, 'key'>) =>
  onlyFor(TO, { key: 'a', ...told }).map(({ key, body }) =>
    body.type === 'brief' ? { [key]: body.otherwise.map((one) => one.key) } : key,
  );

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

describe('what goes where', () => {
  it.each<[string, Omit<Private, 'key'>, unknown[]]>([
    ['all words', { card: WORDS, hint: HINT }, [{ 'seen:a': ['a', 'h'] }]],
    ['something to press', { card: PRESSED, hint: HINT }, ['a', { 'seen:a': ['h'] }]],
    ['something to press that the words do not need', { card: PRESSED, words: WORDS }, [{ 'seen:a': ['a'] }]],
    ['a card that will change', { card: WORDS, cardKey: 'k' }, ['a', { 'seen:a': [] }]],
    ['files that follow', { card: WORDS, goesOn: true }, ['a', { 'seen:a': [] }]],
  ])('%s', (_, told, wanted) => expect(keysOf(told)).toEqual(wanted));
});

describe('one that is all words', () => {
  async function put(options: Parameters<typeof startWorld>[0] = {}): Promise<World> {
    world = await startWorld(options);
    const { sandbox, service } = world;
    const to = { person: sandbox.openIdOf('office-1') as OpenId, chat: sandbox.groupId('work') as ChatId };
    const { db, clock } = service.deps;
    const told = onlyFor(to, { key: 'a', card: WORDS, hint: { ...HINT, to: { chat: to.chat } } });
    await db.apply(told.flatMap((message) => outboxWrites(db, message, clock.now())));
    return world;
  }
  const calls = ({ sandbox }: World) =>
    sandbox.calls().filter(({ what }) => what.endsWith('ephemeral/v1/send'));
  const direct = ({ sandbox }: World) =>
    botMessages(sandbox, sandbox.directChatId(sandbox.openIdOf('office-1'))).map(wordsOf);

  it('goes to the direct chat without a call where it is switched off', async () => {
    const at = await put({ isEphemeralOff: true });
    await at.service.deps.delivery.pump();
    expect(direct(at)).toEqual([expect.stringContaining('只给您看的名单')]);
    expect(botMessages(at.sandbox, at.sandbox.groupId('work')).map(wordsOf).join()).toContain('已发到单聊');
    expect(calls(at)).toEqual([]);
  });

  it('goes to the direct chat, once, after a process ended in the middle of the call', async () => {
    const at = await put();
    const { db, delivery, clock } = at.service.deps;
    const claimed = { status: 'sending' as const, claimed_until: clock.now() - 1 };
    await db.apply([db.query.updateTable('outbox').set(claimed).where('kind', '=', 'ephemeral')]);
    await delivery.pump();
    await delivery.pump();
    expect(direct(at)).toHaveLength(1);
    expect(calls(at)).toEqual([]);
  });

  it('goes to the direct chat when the app lacks the right, and nothing else waits for it', async () => {
    const at = await put();
    const { db, delivery, clock } = at.service.deps;
    at.sandbox.grant('im:message:send_as_bot', false);
    const pumped = delivery.pump();
    await at.sandbox.waitFor(() => calls(at).length === 1);
    at.sandbox.grant('im:message:send_as_bot');
    await pumped;
    at.sandbox.clock.set(clock.now() + 60_000);
    await delivery.pump();
    expect(direct(at)).toHaveLength(1);
    const dead = db.query.selectFrom('outbox').select('key').where('status', '=', 'dead');
    expect(await dead.execute()).toEqual([]);
  });
});
