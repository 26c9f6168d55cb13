import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayAt, instantOf, timeAt } from '../../src/clock.ts';
import type { OpenId } from '../../src/ids.ts';
import { outboxWrites } from '../../src/outbox/message.ts';
import { laneMinute } from '../../src/reminders/morning.ts';
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
    const minute = laneMinute(person(), instantOf('2026-10-19', '08:00'));
    expect(timeAt(minute) > '08:00' && timeAt(minute) < '08:10').toBe(true);
    expect(await world.service.deps.delivery.nextAt()).toBe(minute);
    world.sandbox.clock.set(minute - 1000);
    await pump();
    expect(said()).toEqual(['answer:question']);
    world.sandbox.clock.set(minute);
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
    at('2026-10-16', '08:10');
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
    at('2026-10-16', '08:10');
    await pump();
    expect(said()).toEqual(['remind:2026Q3:2026-10-16:T-3:somebody']);
  });

  it('does not come after what is newer, though its minute has not come', async () => {
    at('2026-10-15', '19:59');
    await put('remind:2026Q3:2026-10-16:T-3:one', 'remind:2026Q3:2026-10-16:T-3:two');
    at('2026-10-15', '20:30');
    await pump();
    at('2026-10-16', '07:59');
    await put('answer:early');
    await pump();
    expect(said()).toEqual(['answer:early']);
    at('2026-10-16', '08:00');
    await put('answer:late');
    await pump();
    expect(said().slice(1)).toEqual([
      'remind:2026Q3:2026-10-16:T-3:one',
      'remind:2026Q3:2026-10-16:T-3:two',
      'answer:late',
    ]);
  });

  it('holds where the process comes back only in the morning, also for what is newer', async () => {
    at('2026-10-15', '19:59');
    await put('remind:2026Q3:2026-10-16:T-3:one', 'remind:2026Q3:2026-10-16:T-3:two');
    at('2026-10-16', '08:00');
    await pump();
    expect(said()).toEqual([]);
    await put('digest:2026-10-12:somebody');
    await pump();
    expect(said().at(-1)).toBe('digest:2026-10-12:somebody');
    expect(said()).toHaveLength(3);
  });
});

describe('a call of unknown outcome', () => {
  const state = async () => {
    const rows = await world.service.deps.db.query
      .selectFrom('outbox')
      .select(['key', 'status', 'error', 'next_at'])
      .execute();
    return rows.filter(({ key }) => !key.startsWith('hello:'));
  };

  it('is not repeated past working hours: the office is told in the morning that nobody knows', async () => {
    const { db } = world.service.deps;
    at('2026-10-15', '19:58');
    await put('remind:2026Q3:2026-10-16:T-3:somebody', 'answer:question');
    // Whoever was sending them has died, with or without an answer.
    const claimed_until = instantOf('2026-10-15', '19:59');
    await db.apply([db.query.updateTable('outbox').set({ status: 'sending', claimed_until })]);
    at('2026-10-15', '20:01');
    await pump();
    expect(said()).toEqual(['answer:question']);
    const rows = await state();
    const row = (key: string) => rows.find((each) => each.key.startsWith(key));
    expect(row('remind:')).toMatchObject({ status: 'dead', error: 'nobody knows whether it went out' });
    // What somebody waits for is repeated while the platform knows it.
    expect(row('answer:')).toMatchObject({ status: 'sent' });
    const { next_at: told = 0 } = row('alert:') ?? {};
    expect([dayAt(told), timeAt(told) > '08:00', timeAt(told) < '08:10']).toEqual(['2026-10-16', true, true]);
  });
});
