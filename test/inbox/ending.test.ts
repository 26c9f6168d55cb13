import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Db } from '../../db/database.ts';
import { storeEvent } from '../../db/queries/inbox.ts';
import type { Deps } from '../../src/deps.ts';
import { resumeOpenEvents } from '../../src/inbox/handle.ts';
import { normalize } from '../../src/lark/normalize.ts';
import type { Envelope } from '../../src/lark/payloads.ts';
import { envelope, messageEvent } from '../support/push.ts';
import { startWorld, type World } from '../support/world.ts';

const MINUTE = 60_000;
const DEADLY = '会用尽时间的问题';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

/** Its handling never comes back for the deadly event, as in an invocation that was ended. */
function mortal(deps: Deps): { deps: Deps; ended: Promise<void> } {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const db: Db = {
    ...deps.db,
    query: deps.db.query,
    apply(writes) {
      const isDeadly = writes.some((write) => {
        const { sql, parameters } = 'compile' in write ? write.compile() : write;
        return sql.includes('"handled_at"') && parameters.includes(DEADLY);
      });
      if (!isDeadly) return deps.db.apply(writes);
      end();
      return new Promise(() => undefined);
    },
  };
  return { deps: { ...deps, db }, ended };
}

async function store(eventId: string): Promise<void> {
  const { db, clock } = world.service.deps;
  const sender = world.sandbox.openIdOf('leader-head');
  const plain = envelope(
    'im.message.receive_v1',
    messageEvent({ text: '获得电力谁牵头', messageId: eventId, sender }),
  );
  const event = normalize(plain as unknown as Envelope);
  const now = clock.now();
  const row = { eventId, messageId: eventId, kind: 'message', now, retryAt: now };
  await db.apply([storeEvent(db, { ...row, event: JSON.stringify({ ...event, eventId }) })]);
}

const states = async () => {
  const rows = await world.service.deps.db.query.selectFrom('inbox').select(['event_id', 'status']).execute();
  return Object.fromEntries(rows.map(({ event_id, status }) => [event_id, status]));
};

it('an event that ends each wake-up comes after the others, ever more seldom, and is given up with a word', async () => {
  const { service, sandbox } = world;
  await store(DEADLY);
  await store('second');
  const wake = async () => {
    const { deps, ended } = mortal(service.deps);
    return Promise.race([resumeOpenEvents(deps), ended.then(() => 'ended')]);
  };
  expect(await wake()).toBe('ended');
  expect(await states()).toEqual({ [DEADLY]: 'stored', second: 'stored' });
  let ends = 1;
  for (let minute = 0; minute < 180; minute++) {
    sandbox.clock.set(sandbox.clock.now() + MINUTE + 1);
    if ((await wake()) === 'ended') ends++;
    // From the next wake-up on it is the last, so it keeps nobody from an answer.
    expect((await states())['second']).toBe('handled');
    if ((await states())[DEADLY] !== 'stored') break;
  }
  expect(ends).toBe(6);
  expect(await states()).toEqual({ [DEADLY]: 'failed', second: 'handled' });
  const told = await service.deps.db.query
    .selectFrom('outbox')
    .select('content')
    .where('key', 'like', `%${DEADLY}%`)
    .execute();
  expect(told).toHaveLength(1);
});
