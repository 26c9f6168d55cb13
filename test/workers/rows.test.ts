import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type MeasuredWorld, startMeasured } from '../support/worker-rows.ts';

let world: MeasuredWorld;
const LEADER = 'leader-head';
const ask = (text: string) => world.asks(LEADER, text);
/** A delivery may look once more at what is due: the least of some tries is what it costs, but for one row. */
async function queriedBy(text: string): Promise<number> {
  const tries: number[] = [];
  for (let no = 0; no < 3; no++) tries.push((await ask(text)).queried);
  return Math.min(...tries);
}
/** What any message costs that is answered without looking anything up: above all, the limits of sending. */
let answering: number;
beforeAll(async () => {
  world = await startMeasured(inject('workerBundle') ?? '');
  // The first question greets, the second one finds him greeted: then the isolate is warm.
  await ask('获得电力是谁分管');
  await ask('获得电力是谁分管');
  answering = await queriedBy('/帮助');
}, 90_000);
afterAll(() => world.close());

describe('rows that a question queries once an isolate is warm, beyond what any answer costs', () => {
  it('the number of the office’s words, and nothing else', async () => {
    expect((await queriedBy('财政局牵头哪几个组')) - answering).toBeLessThanOrEqual(2);
    expect(answering).toBeLessThan(10);
  });

  it('a follow-up reads the questions before it too, at most eight', async () => {
    const more = (await queriedBy('那税务局呢')) - answering - 1;
    expect(more).toBeGreaterThan(1);
    expect(more).toBeLessThanOrEqual(8);
  });

  it('a word that the office has added counts at once, and is read once', async () => {
    const { db } = world.service.deps;
    await db.apply([
      db.query
        .insertInto('alias')
        .values({ text: '灯泡办', target: 'group:7', added_by: 'test', added_at: 1 }),
    ]);
    await ask('灯泡办是谁分管的');
    const { sandbox } = world;
    const chat = sandbox.directChatId(sandbox.openIdOf(LEADER));
    expect(JSON.stringify(sandbox.messagesIn(chat).at(-1)?.body)).toContain('申晓东');
    expect((await queriedBy('财政局牵头哪几个组')) - answering).toBeLessThanOrEqual(2);
  });
});

it('what an event costs does not grow with what lies in the inbox and the outbox', async () => {
  const { db } = world.service.deps;
  const before = await ask('财政局牵头哪几个组');
  console.log(`a question: ${JSON.stringify(before)}`);
  const old = {
    kind: 'send',
    lane: 'l',
    receive_id_type: 'chat_id',
    receive_id: 'c',
    msg_type: 'text',
  } as const;
  for (let list = 0; list < 4; list++)
    await db.apply(
      Array.from({ length: 100 }, (_, no) => `old:${list}:${no}`).flatMap((key) => [
        db.query.insertInto('outbox').values({
          ...old,
          key,
          uuid: key,
          content: '{}',
          status: 'sent',
          card_key: null,
          next_at: 1,
          created_at: 1,
        }),
        db.query.insertInto('inbox').values({
          event_id: key,
          message_id: null,
          kind: 'message',
          event: '',
          status: 'handled',
          retry_at: 1,
          received_at: 1,
          handled_at: 1,
          error: null,
        }),
      ]),
    );
  const after = await ask('财政局牵头哪几个组');
  expect(after.queried).toBeLessThanOrEqual(before.queried + 4);
  expect(after.found).toBeLessThanOrEqual(before.found + 4);
});
