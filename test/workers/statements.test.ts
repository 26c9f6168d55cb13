import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { storeEvent } from '../../db/queries/inbox.ts';
import { insertBinding } from '../../db/queries/people-bindings.ts';
import { instantOf } from '../../src/clock.ts';
import type { ChatId, MessageId, OpenId } from '../../src/ids.ts';
import type { MessageEvent } from '../../src/inbox/event.ts';
import { reportingUnits } from '../../src/reports/items.ts';
import { openFilled } from '../progress/filled.ts';
import { type MeasuredWorld, startMeasured } from '../support/worker-rows.ts';
import { botMessages, wordsOf } from '../support/world.ts';

const OFFICE = 'office-1';
/** What D1 answers an invocation. */
const MOST = 1_000;
/** More than one invocation can send to. */
const PEOPLE = 360;
const BACKLOG = 50;

let world: MeasuredWorld;
beforeAll(async () => {
  world = await startMeasured(inject('workerBundle') ?? '');
  const { sandbox, service } = world;
  const now = instantOf('2026-12-28', '10:00');
  sandbox.clock.set(now);
  const { db, notice } = service.deps;
  const units = reportingUnits(notice.model);
  await openFilled(db, notice.model, { period: '2026Q4', dueOn: '2027-01-08', now });
  // Nobody of them is known to the platform: each message is refused, which costs as many statements as one that is sent.
  const people = Array.from({ length: PEOPLE }, (_, no) => ({ unit: units[no % units.length] ?? '', no }));
  await db.apply(
    people.map(({ unit, no }) =>
      insertBinding(db, {
        id: `b${no}`,
        kind: 'unit',
        subject: unit,
        role: 'liaison',
        openId: `ou_${no}`,
        status: 'confirmed',
        by: 'test',
        now,
      }),
    ),
  );
  await world.asks(OFFICE, '各单位多久报一次工作进展');
});
afterAll(() => world.close());

const statements = async () =>
  Number(await (await world.service.fetch(new Request('http://worker/test/statements'))).text());

/** Nothing goes on any more. */
async function still(): Promise<void> {
  for (let before = -1; ; ) {
    const now = await statements();
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
}

it('a click that sends to hundreds stays below what D1 answers an invocation; the next minutes send the rest, once', async () => {
  const { sandbox, service } = world;
  const who = sandbox.openIdOf(OFFICE);
  const chat = sandbox.directChatId(who);
  await world.asks(OFFICE, '/催报');
  const card = await sandbox.waitFor(() =>
    botMessages(sandbox, chat).findLast((one) => wordsOf(one).includes('确认催报')),
  );
  const open = async () =>
    (
      await service.deps.db.query
        .selectFrom('outbox')
        .select('key')
        .where('status', 'in', ['due', 'sending'])
        .execute()
    ).length;
  const reminders = async () =>
    (
      await service.deps.db.query.selectFrom('outbox').select('key').where('key', 'like', 'nudge%').execute()
    ).map(({ key }) => key);
  const before = await statements();
  await world.rowsOf(() => sandbox.as(who).press(card.messageId, '确认催报'));
  await still();
  const left = await open();
  expect((await statements()) - before).toBeLessThan(MOST);
  // So it was more than one invocation can send.
  expect(left).toBeGreaterThan(0);

  const all = await reminders();
  expect(all.length).toBeGreaterThan(PEOPLE - 1);
  for (let minute = 0; minute < 5 && (await open()) > 0; minute++) {
    sandbox.clock.set(sandbox.clock.now() + 60_000);
    const at = await statements();
    await service.fetch(new Request('http://worker/test/wake', { method: 'POST' }));
    await still();
    expect((await statements()) - at).toBeLessThan(MOST);
  }
  expect(await open()).toBe(0);
  expect(new Set(await reminders())).toEqual(new Set(all));
}, 180_000);

it('fifty questions that were left open are answered in portions, once each', async () => {
  const { sandbox, service } = world;
  const { db } = service.deps;
  const now = sandbox.clock.now();
  const askers = sandbox.people().filter(({ isBot }) => !isBot);
  const events = Array.from({ length: BACKLOG }, (_, no): MessageEvent => {
    const { openId } = askers[no % askers.length] ?? { openId: '' };
    return {
      kind: 'message',
      eventId: `left:${no}`,
      appId: sandbox.credentials.appId,
      messageId: `om_left_${no}` as MessageId,
      chatId: sandbox.directChatId(openId) as ChatId,
      chatType: 'direct',
      sender: openId as OpenId,
      senderType: 'person',
      text: `财政局牵头哪几个组 ${no}`,
      mentions: [],
      attachment: undefined,
    };
  });
  await db.apply(
    events.map((event) =>
      storeEvent(db, {
        eventId: event.eventId,
        messageId: event.messageId,
        kind: 'message',
        event: JSON.stringify(event),
        now,
        retryAt: now,
      }),
    ),
  );
  const unfinished = async () => {
    const open = await db.query
      .selectFrom('inbox')
      .select('event_id')
      .where('status', '=', 'stored')
      .execute();
    const waiting = db.query.selectFrom('outbox').select('key').where('status', 'in', ['due', 'sending']);
    return open.length + (await waiting.execute()).length;
  };
  let minutes = 0;
  for (; minutes < 8 && (await unfinished()) > 0; minutes++) {
    sandbox.clock.set(sandbox.clock.now() + 60_000);
    const at = await statements();
    await service.fetch(new Request('http://worker/test/wake', { method: 'POST' }));
    await still();
    expect((await statements()) - at).toBeLessThan(MOST);
  }
  expect(await unfinished()).toBe(0);
  // So it was more than one invocation can do.
  expect(minutes).toBeGreaterThan(1);
  const answers = db.query.selectFrom('outbox').select('status').where('key', 'like', 'answer:om_left_%');
  expect(await answers.execute()).toEqual(events.map(() => ({ status: 'sent' })));
}, 180_000);

it('opening a period for every unit stays below it as well', async () => {
  world.sandbox.clock.set(instantOf('2027-03-23', '10:00'));
  const before = await statements();
  await world.asks(OFFICE, '/报送 开启 2027Q1');
  await still();
  expect((await statements()) - before).toBeLessThan(MOST);
  const { db } = world.service.deps;
  const opened = await db.query.selectFrom('report').select('unit').where('period', '=', '2027Q1').execute();
  expect(opened.length).toBeGreaterThan(30);
}, 90_000);
