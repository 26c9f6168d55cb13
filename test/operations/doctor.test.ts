import { readFile } from 'node:fs/promises';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestApplied } from '../../db/queries/applied-migrations.ts';
import { recordAttempt, storeEvent } from '../../db/queries/inbox.ts';
import { writeSetting } from '../../db/queries/settings.ts';
import type { Deps } from '../../src/deps.ts';
import { LarkApiError } from '../../src/errors.ts';
import { examine } from '../../src/operations/checks.ts';
import { reportingUnits } from '../../src/reports/items.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';

let cast: ReportCast;
let deps: Deps;
beforeAll(async () => {
  cast = await startReportCast();
  deps = cast.world.service.deps;
  for (const who of ['office-1', 'stranger']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  await cast.tick();
});
afterAll(() => cast.close());

const wrong = async (with_: Partial<Deps> = {}) =>
  (await examine({ ...deps, ...with_ })).filter((check) => !check.ok);
const oneOf = async (name: string, with_: Partial<Deps> = {}) =>
  (await examine({ ...deps, ...with_ })).find((check) => check.name === name);
const later = (ms: number) => ({ clock: { now: () => deps.clock.now() + ms } });
const MINUTE = 60_000;

describe('the checks of a new deployment', () => {
  it('find what is not set up yet, each with what to do', async () => {
    expect((await wrong()).map((check) => [check.name, check.says])).toEqual([
      ['calendar', '放假安排到 2026-12-31 为止'],
      ['liaisons', expect.stringMatching(/^\d+ 家报送单位中 \d+ 家没有联络员：.+等 \d+ 家$/)],
      ['work-group', '还没有绑定工作群'],
    ]);
    expect((await wrong()).every((check) => check.fix !== undefined)).toBe(true);
  });

  it('are all named where the set-up is described', async () => {
    const guide = await readFile(new URL('../../docs/feishu-console.md', import.meta.url), 'utf8');
    const names = (await examine(deps)).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(12);
    for (const name of [...names, 'config', 'connection', 'disk']) expect(guide).toContain(`\`${name}\``);
  });

  it('are told to the office as a card, to nobody else', async () => {
    cast.tell('office-1', '/体检');
    await cast.hears('office-1', '3 项要处理', '还没有绑定工作群', '由办公室在群里发', '飞书已连通');
    cast.tell('stranger', '/doctor');
    await cast.hears('stranger', '只有领导小组办公室成员可以体检');
  });
});

describe('what goes wrong while it runs', () => {
  it('a refused secret', async () => {
    const says = new LarkApiError({
      method: 'token',
      code: 10014,
      says: 'app secret invalid',
      outcome: 'refused',
    });
    const gateway = { ...deps.gateway, bot: () => Promise.reject(says) };
    expect(await oneOf('platform', { gateway })).toMatchObject({
      ok: false,
      says: 'token: 10014 app secret invalid',
    });
  });

  it('a clock that is off, by what the platform’s answers say', async () => {
    expect(await oneOf('clock')).toMatchObject({ ok: true });
    const gateway = { ...deps.gateway, clockSkewMs: () => -90_000 };
    expect(await oneOf('clock', { gateway })).toMatchObject({
      ok: false,
      says: expect.stringContaining('90 秒'),
    });
  });

  it('scopes that are not granted, each with what it is for and where to add it', async () => {
    const { sandbox } = cast.world;
    expect(await oneOf('scopes')).toMatchObject({ ok: true, says: '应用权限：查了 8 项，都已开通' });
    const lost = [
      'im:resource',
      'im:message:readonly',
      'im:chat:readonly',
      'contact:user.id:readonly',
      'contact:contact.base:readonly',
    ];
    for (const scope of lost) sandbox.grant(scope, false);
    const denied = await oneOf('scopes');
    for (const scope of lost) expect(denied?.says).toContain(scope);
    expect(denied).toMatchObject({ ok: false, fix: expect.stringContaining('权限管理') });
    for (const scope of lost) sandbox.grant(scope);
    sandbox.grant('contact:user.base:readonly', false);
    expect((await oneOf('scopes'))?.says).toBe('缺少应用权限：contact:user.base:readonly（显示姓名）');
    sandbox.grant('contact:user.base:readonly');
    sandbox.grant('im:message:send_as_bot', false);
    expect((await oneOf('scopes'))?.says).toBe('缺少应用权限：im:message:send_as_bot（发消息）');
    sandbox.grant('im:message:send_as_bot');
  });

  it('asking for scopes leaves nothing behind on the platform', async () => {
    const { sandbox } = cast.world;
    const messages = () => sandbox.messagesIn(sandbox.directChatId(cast.id('office-1'))).length;
    const before = messages();
    await examine(deps);
    expect(messages()).toBe(before);
  });

  it('buttons that nobody has pressed a day after the first cards; one press settles it', async () => {
    expect(await oneOf('callback')).toMatchObject({ ok: true });
    expect(await oneOf('callback', later(25 * 60 * MINUTE))).toMatchObject({
      ok: false,
      fix: expect.stringContaining('card.action.trigger'),
    });
    cast.tell('office-1', '/小组 7');
    const card = await cast.hears('office-1', '有什么目标');
    await cast.press('office-1', card, '有什么目标');
    expect(await oneOf('callback', later(25 * 60 * MINUTE))).toMatchObject({ ok: true });
  });

  it('pushes that are refused, until one comes through: a wrong key', async () => {
    expect(await oneOf('pushes')).toMatchObject({ ok: true });
    const push = new Request('http://bot/lark/events', {
      method: 'POST',
      headers: {
        'x-lark-request-timestamp': '1',
        'x-lark-request-nonce': 'n',
        'x-lark-signature': 'of another key',
      },
      body: JSON.stringify({ encrypt: 'AAAA' }),
    });
    const refused = await cast.world.service.fetch(push);
    expect(refused.status).toBe(401);
    expect(await oneOf('pushes')).toMatchObject({
      ok: false,
      says: expect.stringContaining('wrong or missing signature'),
      fix: expect.stringContaining('LARK_ENCRYPT_KEY'),
    });
    cast.tell('office-1', '/小组 8');
    await cast.hears('office-1', '第8组');
    expect(await oneOf('pushes')).toMatchObject({ ok: true });
  });

  it('a disk that is nearly full', async () => {
    const measured = async (free: number, database = 1024 ** 2) => {
      const value = JSON.stringify({ free, database });
      await deps.db.apply([writeSetting(deps.db, 'disk', { value, now: 1 })]);
      return oneOf('disk');
    };
    expect(await oneOf('disk')).toBeUndefined();
    expect(await measured(5 * 1024 ** 3)).toMatchObject({ ok: true, says: '数据盘剩余 5.0 GB，数据库 1 MB' });
    expect(await measured(1024 ** 3 - 1)).toMatchObject({ ok: false });
    expect(await measured(5 * 1024 ** 3, 2 * 1024 ** 3)).toMatchObject({ ok: false });
  });

  it('ticks that stopped', async () => {
    expect(await oneOf('tick')).toMatchObject({ ok: true });
    expect(await oneOf('tick', later(4 * MINUTE))).toMatchObject({ ok: false });
  });

  it('backups that stopped; where none is made here, none is missed', async () => {
    expect(await oneOf('backup')).toMatchObject({ ok: true, says: '没有定时备份的记录' });
    const now = deps.clock.now();
    await deps.db.apply([writeSetting(deps.db, 'last-backup', { value: String(now), now })]);
    expect(await oneOf('backup', later(48 * 60 * MINUTE))).toMatchObject({ ok: true });
    expect(await oneOf('backup', later(50 * 60 * MINUTE))).toMatchObject({ ok: false });
  });

  it('messages that wait and messages that were given up', async () => {
    const row = {
      kind: 'send' as const,
      lane: 'x',
      receive_id_type: 'open_id',
      receive_id: 'ou_x',
      msg_type: 'text',
      content: '{}',
      card_key: null,
      // Not to be delivered while this test looks at it.
      next_at: deps.clock.now() + MINUTE,
      created_at: deps.clock.now(),
    };
    await deps.db.apply([
      deps.db.query.insertInto('outbox').values({ ...row, key: 'a', uuid: 'a', status: 'due' }),
      deps.db.query
        .insertInto('outbox')
        .values({ ...row, key: 'b', uuid: 'b', status: 'dead', error: 'left' }),
    ]);
    expect(await oneOf('outbox')).toMatchObject({ ok: true, says: '待发消息 1 条' });
    expect(await oneOf('outbox', later(7 * MINUTE))).toMatchObject({
      ok: false,
      says: expect.stringContaining('360 秒'),
    });
    expect(await oneOf('dead-letters')).toMatchObject({ ok: false, says: expect.stringContaining('left') });
  });

  it('a message whose handling fails, with its reason, and one that nobody takes up', async () => {
    expect(await oneOf('inbox')).toMatchObject({ ok: true });
    const { db, clock } = deps;
    const now = clock.now();
    const row = {
      eventId: 'e',
      messageId: null,
      kind: 'message',
      event: '{}',
      now,
      retryAt: now + 60 * MINUTE,
    };
    await db.apply([storeEvent(db, row)]);
    expect(await oneOf('inbox')).toMatchObject({ ok: true, says: '收到的消息：待处理 1 条，失败 0 条' });
    expect(await oneOf('inbox', later(6 * MINUTE))).toMatchObject({
      ok: false,
      says: expect.stringContaining('最早的已等 360 秒'),
    });
    const attempt = { eventId: 'e', attempts: 1, error: 'D1_ERROR: disk I/O error' };
    await db.apply([recordAttempt(db, { ...attempt, retryAt: now + 60 * MINUTE })]);
    expect(await oneOf('inbox')).toMatchObject({
      ok: false,
      says: expect.stringContaining('正在重试：D1_ERROR: disk I/O error'),
    });
    await db.apply([recordAttempt(db, { ...attempt, attempts: 6, retryAt: undefined })]);
    expect(await oneOf('inbox')).toMatchObject({ ok: false, says: '收到的消息：待处理 0 条，失败 1 条' });
    await db.apply([db.query.deleteFrom('inbox').where('event_id', '=', 'e')]);
  });

  it('a migration that was left out or broke off, by the file that is wanted', async () => {
    expect(await oneOf('database')).toMatchObject({ ok: true });
    const newest = (await newestApplied(deps.db)) ?? '';
    const run = (text: string) => deps.db.apply([CompiledQuery.raw(text, [newest])]);
    await run('delete from d1_migrations where name = ?');
    expect(await oneOf('database')).toMatchObject({
      ok: false,
      says: expect.stringContaining(`本版本需要 ${newest}`),
      fix: expect.stringContaining('migrations apply'),
    });
    await run('insert into d1_migrations (name) values (?)');
    expect(await oneOf('database')).toMatchObject({ ok: true });
  });

  it('nothing is said of liaisons when every unit has one', async () => {
    const units = reportingUnits(deps.notice.model);
    for (const unit of units) await cast.bound({ stranger: unit });
    expect(await oneOf('liaisons')).toEqual({
      name: 'liaisons',
      ok: true,
      says: `${units.length} 家报送单位都有联络员`,
    });
  });

  it('a unit that reports only because the office has given it an objective, without a liaison', async () => {
    const units = reportingUnits(deps.notice.model);
    const other = deps.notice.model.units.find(({ id }) => !units.includes(id));
    if (other === undefined) throw new Error('every unit reports by the notice alone');
    cast.tell('office-1', `/措施 14 落实 2 ${other.name}`);
    await expect
      .poll(() => oneOf('liaisons'))
      .toMatchObject({
        ok: false,
        says: `${units.length + 1} 家报送单位中 1 家没有联络员：${other.name}`,
        fix: expect.stringContaining('/绑定'),
      });
    await cast.bound({ stranger: other.id });
    expect(await oneOf('liaisons')).toMatchObject({ ok: true });
  });
});
