import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type MeasuredWorld, startMeasured } from '../support/worker-rows.ts';
import { botMessages, wordsOf } from '../support/world.ts';

const WHO = 'leader-head';
const MINUTE = 60_000;
/** More than a question with its delivery takes. */
const MOST_CALLS = 10;
/** With so many it is not answered. */
const TOO_FEW = 4;

let world: MeasuredWorld;
beforeAll(async () => {
  world = await startMeasured(inject('workerBundle') ?? '');
  await world.asks(WHO, '获得电力是谁分管');
  await world.asks(WHO, '获得电力是谁分管');
}, 90_000);
afterAll(() => world.close());

const db = () => world.service.deps.db;
const chat = () => world.sandbox.directChatId(world.sandbox.openIdOf(WHO));
const answers = () => botMessages(world.sandbox, chat()).map(wordsOf);
const endAfter = (calls: number) =>
  world.service.fetch(new Request('http://worker/test/calls-left', { method: 'POST', body: String(calls) }));
const tell = (text: string) => void world.sandbox.as(world.sandbox.openIdOf(WHO)).direct(text);
const settled = (ms = 600) => new Promise((resolve) => setTimeout(resolve, ms));
/** The next minutes' wake-ups, in invocations of their own. */
async function minutesLater(count: number): Promise<void> {
  for (let no = 0; no < count; no++) {
    world.sandbox.clock.set(world.sandbox.clock.now() + MINUTE + 1_000);
    await world.service.tick();
  }
}

describe('D1 fails in the middle of a list', () => {
  it('nothing of it is done; once it works again the next wake-up answers, once', async () => {
    const before = answers().length;
    const turns = async () => (await db().query.selectFrom('turn').selectAll().execute()).length;
    const turnsBefore = await turns();
    // The mark "handled" and the turn stand before the message in the list.
    await db().apply([
      CompiledQuery.raw(
        `create trigger broken before insert on outbox begin select raise(abort, 'disk I/O error'); end`,
      ),
    ]);
    tell('财政局牵头哪几个组');
    await world.sandbox.idle();
    await settled();
    expect(answers()).toHaveLength(before);
    expect(await turns()).toBe(turnsBefore);
    const open = db().query.selectFrom('inbox').select(['status', 'attempts', 'error']);
    expect(await open.where('status', '=', 'stored').execute()).toEqual([
      { status: 'stored', attempts: 1, error: expect.stringContaining('disk I/O error') },
    ]);
    await db().apply([CompiledQuery.raw('drop trigger broken')]);
    await minutesLater(1);
    await world.sandbox.waitFor(() => answers().length > before);
    expect(answers()).toHaveLength(before + 1);
    expect(await open.where('status', '=', 'stored').execute()).toEqual([]);
  });
});

describe('an invocation is ended in the middle, as one that has used up its time', () => {
  it.each(Array.from({ length: MOST_CALLS }, (_, calls) => calls + 1))(
    'after %i calls of the database: the next wake-ups answer, once',
    async (calls) => {
      const before = answers().length;
      await endAfter(calls);
      tell(`财政局牵头哪几个组 ${calls}`);
      await settled();
      if (calls <= TOO_FEW) expect(answers()).toHaveLength(before);
      await endAfter(Number.POSITIVE_INFINITY);
      await minutesLater(3);
      await world.sandbox.waitFor(() => answers().length > before);
      await settled(100);
      expect(answers()).toHaveLength(before + 1);
      const open = db().query.selectFrom('inbox').select('event_id').where('status', '=', 'stored');
      expect(await open.execute()).toEqual([]);
      const waiting = db().query.selectFrom('outbox').select('key').where('status', 'in', ['due', 'sending']);
      expect(await waiting.execute()).toEqual([]);
    },
  );
});
