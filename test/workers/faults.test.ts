import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { examineRecords } from '../../src/operations/checks.ts';
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
});
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

describe('something scheduled uses up its invocation each time', () => {
  const deadly = (text: string) =>
    world.service.fetch(new Request('http://worker/test/deadly', { method: 'POST', body: text }));
  const wake = () =>
    Promise.race([
      world.service.tick().then(
        () => 'over',
        // The runtime ends what can never go on.
        () => 'ended',
      ),
      settled(3_000).then(() => 'ended'),
    ]);
  const later = (minutes: number) => world.sandbox.clock.set(world.sandbox.clock.now() + minutes * MINUTE);
  const check = async () => (await examineRecords(world.service.deps)).find(({ name }) => name === 'jobs');
  const opened = async () =>
    (await db().query.selectFrom('period').select('id').where('id', '=', '2026Q4').execute()).length;

  it('it is named with what to do, tried ever more seldom, and done once it can be; the rest goes on', async () => {
    world.sandbox.clock.set(instantOf('2026-12-28', '10:00'));
    await deadly('open:2026Q4:2026-12-24');
    const ends: string[] = [];
    for (let minute = 0; minute < 12; minute++) {
      later(1);
      ends.push(await wake());
    }
    // The first ends unnoticed; then twice in a row by what is written down, then only after four minutes.
    expect(ends.slice(0, 3)).toEqual(['ended', 'ended', 'ended']);
    expect(ends.filter((end) => end === 'ended').length).toBeLessThanOrEqual(4);
    expect(await check()).toMatchObject({
      ok: false,
      says: expect.stringMatching(/“报送期开启 2026Q4 2026-12-24”已中断 [34] 次，2026-12-28 10:\d\d 再试/),
      fix: expect.stringContaining('cpu_ms'),
    });
    expect(await opened()).toBe(0);
    const digests = db().query.selectFrom('occurrence').select('key').where('kind', '=', 'digest');
    expect((await digests.execute()).length).toBeGreaterThan(0);
    const before = answers().length;
    tell('财政局牵头哪几个组');
    await world.sandbox.waitFor(() => answers().length > before);

    await deadly('');
    later(61);
    expect(await wake()).toBe('over');
    expect(await opened()).toBe(1);
    expect(await check()).toMatchObject({ ok: true });
  });
});
