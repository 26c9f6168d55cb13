import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outboxState } from '../../db/queries/outbox-state.ts';
import type { OpenId } from '../../src/ids.ts';
import { SendingLimits } from '../../src/outbox/limits.ts';
import { type OutboundMessage, outboxWrites } from '../../src/outbox/message.ts';
import { openService, type Service } from '../../src/service.ts';
import { startWorld, type World } from '../support/world.ts';

const MESSAGES = 300;
const LANES = 40;

let world: World;
let other: Service;

beforeEach(async () => {
  world = await startWorld();
  other = await openService({
    lark: world.lark,
    officeOpenIds: world.sandbox.officeOpenIds,
    databasePath: world.databasePath,
    clock: world.sandbox.clock,
  });
});
afterEach(async () => {
  await other.stop();
  await world.close();
});

function messages(people: readonly string[]): OutboundMessage[] {
  return Array.from({ length: MESSAGES }, (_, i) => ({
    key: `many:${i}`,
    to: { person: people[i % people.length] as OpenId },
    body: { type: 'text', text: `第${i}条` },
  }));
}

describe('two processes on one file', () => {
  it('send each message once, in the order of its lane, and no more than the platform takes', async () => {
    const { sandbox, service } = world;
    const people = sandbox
      .people()
      .filter((person) => !person.isBot && person.unit !== '')
      .map((person) => person.openId)
      .slice(0, LANES);
    expect(people).toHaveLength(LANES);
    const { db, clock } = service.deps;
    const now = clock.now();
    await db.apply(messages(people).flatMap((message) => outboxWrites(db, message, now)));
    const started = performance.now();
    while ((await outboxState(db)).waiting > 0) {
      await Promise.all([service.deps.delivery.pump(), other.deps.delivery.pump()]);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const seconds = (performance.now() - started) / 1000;

    for (const [lane, person] of people.entries()) {
      const said = sandbox
        .messagesIn(sandbox.directChatId(person))
        .flatMap(({ body }) => (body.type === 'text' && body.text.startsWith('第') ? [body.text] : []));
      const due = Array.from({ length: MESSAGES }, (_, i) => i).filter((i) => i % LANES === lane);
      expect(said).toEqual(due.map((i) => `第${i}条`));
    }
    const calls = sandbox.calls().filter((call) => call.what === 'POST im/v1/messages');
    // A busy machine may squeeze a few calls together: those are refused, waited out and sent once.
    const refused = calls.filter((call) => call.status !== 200);
    expect(calls).toHaveLength(MESSAGES + refused.length);
    expect(refused.filter((call) => call.code !== 99991400 && call.code !== 230020)).toEqual([]);
    expect(refused.length).toBeLessThan(MESSAGES / 10);
    // Both had a part in it, and the limits were used up.
    const sentBy = (of: Pick<Service, 'deps'>) => of.deps.metrics.of('deliveries_total').get('sent') ?? 0;
    expect(sentBy(service) + sentBy(other)).toBe(MESSAGES);
    expect(Math.min(sentBy(service), sentBy(other))).toBeGreaterThan(0);
    expect(seconds).toBeLessThan((MESSAGES / 50) * 4);
  });

  it('what one was asked to be silent for holds the other too, which gives back what it has taken', async () => {
    const { sandbox, service } = world;
    const { db, clock, delivery } = service.deps;
    const person = sandbox.openIdOf('leader-head');
    const send = (key: string) =>
      db.apply(
        outboxWrites(
          db,
          { key, to: { person: person as OpenId }, body: { type: 'text', text: key } },
          clock.now(),
        ),
      );
    const row = (key: string) =>
      db.query.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
    await send('before');
    await delivery.kick();
    await new SendingLimits(other.deps.db, () => performance.timeOrigin + performance.now()).block(20_000);
    await send('after');
    const sending = delivery.kick();
    // It was taken, since nothing was known of the silence then.
    await expect
      .poll(() => row('after'))
      .toMatchObject({ status: 'due', claimed_until: null, tried_at: expect.any(Number) });
    expect((await row('before')).status).toBe('sent');
    delivery.stop();
    await sending;
    expect(delivery.hasLeft).toBe(true);
    expect((await row('after')).status).toBe('due');
  });
});
