import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenId } from '../../src/ids.ts';
import { outboxWrites } from '../../src/outbox/message.ts';
import { startWorld, type World } from '../support/world.ts';

const HOUR = 3_600_000;
let world: World;

beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const person = () => world.sandbox.openIdOf('office-1') as OpenId;
const said = () =>
  world.sandbox
    .messagesIn(world.sandbox.directChatId(person()))
    .flatMap(({ body }) => (body.type === 'text' ? [body.text] : []));

async function put(...keys: string[]): Promise<void> {
  const { db, clock } = world.service.deps;
  const now = clock.now();
  const texts = keys.map((key) => ({
    key,
    to: { person: person() },
    body: { type: 'text', text: key } as const,
  }));
  await db.apply(texts.flatMap((each) => outboxWrites(db, each, now)));
}

const rows = () => world.service.deps.db.query.selectFrom('outbox').selectAll().orderBy('seq').execute();

describe('a clock that is set back', () => {
  it('by hours: what waits goes at once, later messages too, each once', async () => {
    const { sandbox } = world;
    await put('before');
    sandbox.clock.set(sandbox.clock.now() - 5 * HOUR);
    await put('after');
    expect(await world.service.deps.delivery.nextAt()).toBeLessThanOrEqual(sandbox.clock.now());
    await world.service.deps.delivery.pump();
    expect(said()).toEqual(['before', 'after']);
  });

  it('while calls are under way: none is made again', async () => {
    const { sandbox, service } = world;
    await put('one', 'two', 'three');
    sandbox.faults.set(['hang']);
    const pumping = service.deps.delivery.pump();
    await new Promise((resolve) => setTimeout(resolve, 300));
    sandbox.clock.set(sandbox.clock.now() - 2 * HOUR);
    await service.deps.delivery.kick();
    sandbox.faults.set([]);
    await pumping;
    await service.deps.delivery.pump();
    expect(said()).toEqual(['one', 'two', 'three']);
    const calls = sandbox.calls().filter(({ what }) => what === 'POST im/v1/messages');
    expect(calls).toHaveLength(3);
  });

  it('a retry that was put off goes by the new time', async () => {
    const { sandbox, service } = world;
    await put('again');
    sandbox.faults.set(['server-error']);
    await service.deps.delivery.pump();
    sandbox.faults.set([]);
    sandbox.clock.set(sandbox.clock.now() - 5 * HOUR);
    await service.deps.delivery.pump();
    expect(said()).toEqual(['again']);
  });

  it('a call of unknown outcome is not made again when nobody can tell how long ago it was', async () => {
    const { sandbox, service } = world;
    const { db } = service.deps;
    await put('unknown');
    const now = sandbox.clock.now();
    // A crash in the middle of the call, then the clock goes back.
    await db.apply([
      db.query
        .updateTable('outbox')
        .set({ status: 'sending', claimed_until: now + 60_000, tried_at: now, unknown_at: now }),
    ]);
    sandbox.clock.set(now - 3 * HOUR);
    await service.deps.delivery.pump();
    const [row] = await rows();
    expect(said().filter((text) => text === 'unknown')).toEqual([]);
    expect(row?.status).toBe('dead');
  });

  it('a message left behind by a crash longer ago than the platform remembers is not sent blindly', async () => {
    const { sandbox, service } = world;
    const { db } = service.deps;
    await put('crashed');
    const now = sandbox.clock.now();
    await db.apply([
      db.query.updateTable('outbox').set({ status: 'sending', claimed_until: now + 60_000, tried_at: now }),
    ]);
    sandbox.clock.set(now + 2 * HOUR);
    await service.deps.delivery.pump();
    expect((await rows())[0]?.status).toBe('dead');
  });

  it('by half an hour after a crash: the call is made with the same uuid, and seen once', async () => {
    const { sandbox, service } = world;
    const { db } = service.deps;
    await put('crashed');
    const now = sandbox.clock.now();
    await db.apply([
      db.query.updateTable('outbox').set({ status: 'sending', claimed_until: now + 60_000, tried_at: now }),
    ]);
    sandbox.clock.set(now - HOUR / 2);
    await service.deps.delivery.pump();
    expect(said()).toEqual(['crashed']);
  });
});
