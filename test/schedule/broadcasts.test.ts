import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenId } from '../../src/ids.ts';
import { asBroadcast } from '../../src/outbox/broadcast.ts';
import { outboxWrites } from '../../src/outbox/message.ts';
import { type Cast, startCast } from '../people/cast.ts';
import { wordsOf } from '../support/world.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await startCast();
});
afterAll(() => cast.close());

/** Sends a text to so many people of the story, and to some whom the platform does not know. */
async function broadcast(of: {
  id: string;
  to: readonly string[];
  times?: number;
  by?: string;
}): Promise<void> {
  const { db, clock, delivery } = cast.world.service.deps;
  const now = clock.now();
  const all = Array.from({ length: of.times ?? 1 }, () => of.to).flat();
  const messages = all.map((person, i) => ({
    key: `${of.id}:${i}:${person}`,
    to: { person: person as OpenId },
    body: { type: 'text', text: of.id } as const,
  }));
  const by = of.by === undefined ? {} : { by: cast.id(of.by) };
  const parts = asBroadcast(db, { id: of.id, name: `群发${of.id}`, now, ...by }, messages);
  await db.apply([...parts.writes, ...parts.messages.flatMap((each) => outboxWrites(db, each, now))]);
  await delivery.pump();
}

function liaisons(count: number): string[] {
  const { sandbox } = cast.world;
  const all = sandbox.people().filter(({ unit, isBot }) => !isBot && unit !== '');
  return all.slice(0, count).map(({ openId }) => openId);
}

describe('a broadcast', () => {
  it('to few is followed by no card', async () => {
    await broadcast({ id: 'few', to: liaisons(5), by: 'office-1' });
    expect(cast.heard('office-1')).not.toContain('群发few');
  });

  it('to many is followed by one card to who pressed, changed in place until it is through', async () => {
    await broadcast({ id: 'many', to: [...liaisons(42), 'ou_ghost'], times: 6, by: 'office-1' });
    const card = await cast.hears('office-1', '群发many', '已发完', '已送 252/258，失败 6');
    const { sandbox } = cast.world;
    const chat = sandbox.directChatId(cast.id('office-1'));
    const about = sandbox.messagesIn(chat).filter((message) => wordsOf(message).includes('已送 '));
    expect(about.map(({ messageId }) => messageId)).toEqual([card.messageId]);
    // Not more often than every few seconds.
    const patches = sandbox
      .calls()
      .filter(
        ({ what, request }) => what.startsWith('PATCH') && JSON.stringify(request).includes(card.messageId),
      );
    expect(patches.length).toBeGreaterThan(0);
    expect(patches.length).toBeLessThan(4);
    expect(cast.heard('office-2')).not.toContain('已送 ');
  });

  it('keeps no answer waiting', async () => {
    const { db, clock, delivery } = cast.world.service.deps;
    const sending = broadcast({ id: 'long', to: liaisons(42), times: 5, by: 'office-1' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    const person = cast.id('leader-head') as OpenId;
    const answer = { key: 'answer', to: { person }, body: { type: 'text', text: '马上答' } as const };
    await db.apply(outboxWrites(db, answer, clock.now()));
    await delivery.kick();
    await sending;
    const texts = cast.world.sandbox
      .calls()
      .filter(({ what }) => what === 'POST im/v1/messages')
      .map(({ request }) => JSON.stringify(request));
    const place = texts.findIndex((request) => request.includes('马上答'));
    const before = texts.slice(0, place).filter((request) => request.includes('"long')).length;
    // What had been given its instant by then, which is at most 1.5 seconds ahead.
    expect(before).toBeLessThan(150);
    expect(before).toBeGreaterThan(0);
  });

  it('by the schedule is followed by the office', async () => {
    await broadcast({ id: 'auto', to: liaisons(25) });
    await cast.hears('office-1', '群发auto', '已全部送达', '已送 25/25');
    await cast.hears('office-2', '群发auto', '已送 25/25');
  });

  it('makes a task of each person whom it did not reach, with the reason, gone for all when one has seen to it', async () => {
    const { sandbox } = cast.world;
    const away = cast.id('liaison:财政局');
    sandbox.setInRange(away, false);
    await broadcast({ id: 'parts', to: [away, 'ou_nobody', cast.id('liaison:审计局')], by: 'office-1' });
    const mine = await cast.hears('office-1', '群发parts', '不在应用可用范围内', '账号不存在', '已处理');
    const theirs = await cast.hears('office-2', '群发parts', '没有送达 · 2个待处理');
    cast.tell('office-2', '/日程');
    await cast.hears('office-2', '没有送达，待处理', '查看名单', '账号不存在');
    expect((await cast.press('office-1', mine, '已处理')).toast?.content).toBe('已记为处理');
    await cast.becomes(mine, '1个待处理');
    await cast.becomes(theirs, '1个待处理');
    const again = await sandbox.as(cast.id('office-2')).click(theirs.messageId, {
      tag: 'button',
      value: { action: 'failure-settled', lane: away, broadcast: 'parts' },
    });
    expect(again.toast?.content).toContain('已在');
    await cast.press('office-2', theirs, '已处理');
    await cast.becomes(theirs, '未送达的都已处理');
    sandbox.setInRange(away, true);
  });

  it('is nobody else’s: a liaison sees neither the list nor settles', async () => {
    const { sandbox } = cast.world;
    const who = cast.id('liaison:审计局');
    const chat = sandbox.directChatId(cast.id('office-1'));
    const card = sandbox.messagesIn(chat).find((message) => wordsOf(message).includes('群发many'));
    const value = { action: 'failure-settled', lane: 'ou_ghost' };
    const pressed = await sandbox
      .as(who)
      .click(card?.messageId ?? '', { tag: 'button', value })
      .catch((error: unknown) => ({ toast: { type: 'error', content: String(error) } }));
    expect(pressed.toast?.content).not.toBe('已记为处理');
    const row = await cast.world.service.deps.db.query
      .selectFrom('outbox')
      .select('settled_at')
      .where('lane', '=', 'ou_ghost')
      .executeTakeFirst();
    expect(row?.settled_at).toBeNull();
  });
});

it('shows a broadcast under way in /日程', async () => {
  const { db, clock } = cast.world.service.deps;
  const now = clock.now();
  const later = now + 3_600_000;
  const parts = asBroadcast(
    db,
    { id: 'slow', name: '群发slow', now },
    liaisons(2).map((person) => ({
      key: `slow:${person}`,
      to: { person: person as OpenId },
      body: { type: 'text', text: 'slow' } as const,
      notBefore: later,
    })),
  );
  await db.apply([...parts.writes, ...parts.messages.flatMap((each) => outboxWrites(db, each, now))]);
  cast.tell('office-1', '/日程');
  await cast.hears('office-1', '正在发送', '群发slow', '共2条，待发');
});

it('tells all of the office, bound members too, of a single message that was given up', async () => {
  const { db, clock, delivery } = cast.world.service.deps;
  cast.tell('stranger', '/绑定');
  await db.apply([
    db.query.insertInto('binding').values({
      id: 'bound',
      kind: 'office',
      subject: '',
      role: 'office',
      open_id: cast.id('stranger'),
      status: 'confirmed',
      proposed_by: cast.id('office-1'),
      proposed_at: clock.now(),
    }),
  ]);
  const message = {
    key: 'single',
    to: { person: 'ou_gone' as OpenId },
    body: { type: 'text', text: 'x' } as const,
  };
  await db.apply(outboxWrites(db, message, clock.now()));
  await delivery.pump();
  await cast.hears('stranger', '有消息没有送达');
  await cast.hears('office-2', '有消息没有送达');
});
