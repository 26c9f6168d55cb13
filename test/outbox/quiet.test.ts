import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import type { OpenId } from '../../src/ids.ts';
import { outboxWrites } from '../../src/outbox/message.ts';
import { startWorld, type World } from '../support/world.ts';

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
const at = (day: string, time: string) => world.sandbox.clock.set(instantOf(day, time));
const pump = () => world.service.deps.delivery.pump();

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

describe('what was decided in working hours and could not go then', () => {
  it('waits for the next morning, answers do not', async () => {
    at('2026-10-16', '19:58');
    await put('remind:2026Q3:2026-10-16:T-0:somebody', 'digest:2026-10-12:somebody', 'alert:dead:1:somebody');
    await put('answer:question');
    // The process was away meanwhile; the 17th and 18th are a weekend.
    at('2026-10-16', '20:01');
    await pump();
    expect(said()).toEqual(['answer:question']);
    at('2026-10-17', '10:00');
    await pump();
    expect(said()).toEqual(['answer:question']);
    expect(await world.service.deps.delivery.nextAt()).toBe(instantOf('2026-10-19', '08:00'));
    at('2026-10-19', '08:00');
    await pump();
    expect(said()).toEqual([
      'answer:question',
      'remind:2026Q3:2026-10-16:T-0:somebody',
      'digest:2026-10-12:somebody',
      'alert:dead:1:somebody',
    ]);
  });

  it('holds for the office’s own 催报, not for 加急', async () => {
    const { db, clock } = world.service.deps;
    at('2026-10-15', '19:59');
    const now = clock.now();
    const texts = ['nudge:e1', 'urge:e2'].map((broadcast) => ({
      key: `nudge:2026Q3:${broadcast}:somebody`,
      to: { person: person() },
      body: { type: 'text', text: broadcast } as const,
      broadcast,
    }));
    await db.apply(texts.flatMap((each) => outboxWrites(db, each, now)));
    at('2026-10-15', '20:30');
    await pump();
    expect(said()).toEqual(['urge:e2']);
    at('2026-10-16', '08:00');
    await pump();
    expect(said()).toEqual(['urge:e2', 'nudge:e1']);
  });

  it('is not retried at night, and has all its patience in the morning', async () => {
    const { sandbox, service } = world;
    at('2026-10-15', '19:59');
    sandbox.faults.set(['rate-limit']);
    await put('remind:2026Q3:2026-10-16:T-3:somebody');
    await pump();
    sandbox.faults.set([]);
    at('2026-10-15', '20:30');
    await pump();
    expect(said()).toEqual([]);
    const [row] = await service.deps.db.query.selectFrom('outbox').selectAll().execute();
    expect(row).toMatchObject({ status: 'due', attempts: 0, tried_at: null });
    at('2026-10-16', '08:00');
    await pump();
    expect(said()).toEqual(['remind:2026Q3:2026-10-16:T-3:somebody']);
  });
});
