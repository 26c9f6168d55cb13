import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endBinding, liveBindings } from '../../db/queries/people-bindings.ts';
import { lockPeriod, periodById } from '../../db/queries/periods.ts';
import { instantOf } from '../../src/clock.ts';
import { handleClick } from '../../src/inbox/handle.ts';
import { publishedCalendar } from '../../src/reminders/china.ts';
import { snoozeInstants } from '../../src/reminders/snooze-times.ts';
import { fill, openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { botMessages, wordsOf } from '../support/world.ts';

describe('the times that 稍后提醒 offers', () => {
  const calendar = publishedCalendar();
  it.each([
    ['2026-10-13', '09:07', ['14:17', '16:47']],
    ['2026-10-13', '14:16', ['14:17', '16:47']],
    ['2026-10-13', '14:17', ['16:47']],
    ['2026-10-13', '16:47', []],
    // a Saturday, a holiday, a Saturday that is worked
    ['2026-10-17', '09:07', []],
    ['2026-10-01', '09:07', []],
    ['2026-10-10', '09:07', ['14:17', '16:47']],
  ])('on %s at %s: %j', (day, time, expected) => {
    expect(snoozeInstants(instantOf(day, time), calendar)).toEqual(
      expected.map((one) => instantOf(day, one)),
    );
  });
});

describe('稍后提醒', () => {
  const PERIOD = '2026Q3';
  const AUDIT = 'liaison:审计局';
  const FINANCE = 'liaison:财政局';
  let cast: ReportCast;
  const deps = () => cast.world.service.deps;

  beforeAll(async () => {
    cast = await startReportCast();
    cast.at('2026-09-28', '09:07');
    await cast.bound({ [AUDIT]: 'audit', [FINANCE]: 'finance' });
    await cast.bound({ 'leader-power': 'shen-xiaodong' }, 'leader');
    const now = instantOf('2026-09-28', '09:07');
    await openFilled(deps().db, deps().notice.model, { period: PERIOD, dueOn: '2026-10-16', now });
  });
  afterAll(() => cast.close());

  const reminders = (who: string) =>
    botMessages(cast.world.sandbox, cast.world.sandbox.directChatId(cast.id(who))).filter((one) =>
      wordsOf(one).includes('2026年第三季度报送 ·'),
    );
  const lastReminder = (who: string) => {
    const last = reminders(who).at(-1);
    if (last === undefined) throw new Error(`${who} has no reminder`);
    return last;
  };
  const tickAt = async (day: string, time: string) => {
    cast.at(day, time);
    const done = (await cast.tick()) as { key: string; status: string; because?: string }[];
    await cast.tick();
    await cast.world.sandbox.idle();
    return done.filter(({ key }) => key.startsWith('snooze:'));
  };
  /** Waits: the platform's limits go by the real clock. */
  const has = (who: string, count: number) =>
    cast.world.sandbox.waitFor(() => reminders(who).length === count || undefined);
  const click = (who: string, time: string) =>
    handleClick(deps(), {
      kind: 'click',
      eventId: `click:${who}:${time}`,
      appId: '',
      operator: cast.id(who) as never,
      messageId: lastReminder(AUDIT).messageId as never,
      chatId: lastReminder(AUDIT).chatId as never,
      value: { action: 'snooze', period: PERIOD, time },
      form: {},
      option: undefined,
    });
  const toast = async (who: string, label: string) =>
    (await cast.press(who, lastReminder(who), label)).toast?.content;

  it('the card comes again once, at the chosen time; chosen twice is chosen once', async () => {
    await tickAt('2026-10-13', '09:07');
    await Promise.all([has(AUDIT, 1), has(FINANCE, 1)]);
    expect(await toast(AUDIT, '稍后提醒 14:17')).toBe('今天14:17再提醒您一次');
    await cast.becomes(lastReminder(AUDIT), '今天**14:17**再提醒您一次', '改为 16:47', '开始填报');
    await cast.press(FINANCE, lastReminder(FINANCE), '稍后提醒 14:17');
    await cast.press(FINANCE, lastReminder(FINANCE), '稍后提醒 14:17');
    cast.tell('office-1', '/日程');
    await cast.hears('office-1', '14:17 2026年第三季度 催报（本人选了稍后提醒） → 本人');
    await tickAt('2026-10-13', '14:16');
    expect([reminders(AUDIT).length, reminders(FINANCE).length]).toEqual([1, 1]);
    await tickAt('2026-10-13', '14:17');
    await tickAt('2026-10-13', '14:40');
    await Promise.all([has(AUDIT, 2), has(FINANCE, 2)]);
    expect(wordsOf(lastReminder(AUDIT))).toContain('稍后提醒 16:47');
    expect(wordsOf(lastReminder(AUDIT))).not.toContain('14:17');
  });

  it('may be chosen again from the second card; then the day is over', async () => {
    await cast.press(AUDIT, lastReminder(AUDIT), '稍后提醒 16:47');
    await tickAt('2026-10-13', '16:47');
    await has(AUDIT, 3);
    expect(wordsOf(lastReminder(AUDIT))).not.toContain('稍后提醒');
  });

  it('the later choice takes the place of the earlier one', async () => {
    await tickAt('2026-10-16', '09:07');
    await has(AUDIT, 4);
    const before = reminders(AUDIT).length;
    const card = lastReminder(AUDIT);
    await cast.turns(AUDIT, card, '稍后提醒 14:17', { says: ['改为 16:47'] });
    await cast.turns(AUDIT, card, '改为 16:47', { says: ['今天**16:47**', '改为 14:17'] });
    await tickAt('2026-10-16', '14:17');
    expect(reminders(AUDIT)).toHaveLength(before);
    await tickAt('2026-10-16', '16:47');
    await has(AUDIT, before + 1);
  });

  it('what has passed is refused, and a stranger with a forwarded card too', async () => {
    cast.at('2026-10-19', '18:00');
    expect((await click(AUDIT, '16:47'))?.content).toBe('今天的这个时间已经过了，没有记下。');
    cast.at('2026-10-19', '09:30');
    expect((await click(AUDIT, '03:00'))?.content).toContain('没有记下');
    expect((await click('stranger', '14:17'))?.content).toBe('这张卡片不是催您的，不用设稍后提醒。');
    expect((await click('office-1', '14:17'))?.content).toContain('不是催您的');
    const rows = await deps().db.query.selectFrom('snooze').select('open_id').execute();
    expect(rows.map((row) => row.open_id).sort()).toEqual([cast.id(AUDIT), cast.id(FINANCE)].sort());
  });

  it('does not come when the unit has handed in meanwhile, and says so in the log', async () => {
    await tickAt('2026-10-19', '09:40');
    await Promise.all([has(AUDIT, 6), has(FINANCE, 4)]);
    const card = lastReminder(FINANCE);
    await cast.turns(FINANCE, card, '稍后提醒 14:17', { says: ['改为 16:47'] });
    const before = reminders(FINANCE).length;
    const submittedAt = instantOf('2026-10-19', '11:00');
    await fill(deps().db, { period: PERIOD, unit: 'finance' }, { status: 'submitted', submittedAt });
    const done = await tickAt('2026-10-19', '14:17');
    expect(done).toMatchObject([{ status: 'skipped', because: '有关单位都已报送' }]);
    expect(reminders(FINANCE)).toHaveLength(before);
    expect(await toast(FINANCE, '改为 16:47')).toBe('都已报送，不用再提醒了');
  });

  it('is held while sending is paused, and not made up for on another day', async () => {
    cast.tell('office-1', '/暂停 催报');
    await cast.hears('office-1', '已暂停1种');
    expect(await toast(AUDIT, '稍后提醒 16:47')).toContain('恢复前不会提醒');
    const before = reminders(AUDIT).length;
    expect(await tickAt('2026-10-19', '16:47')).toMatchObject([{ status: 'held' }]);
    cast.at('2026-10-20', '09:30');
    cast.tell('office-1', '/暂停 恢复 催报');
    await cast.hears('office-1', '没有暂停');
    expect(await tickAt('2026-10-20', '09:31')).toMatchObject([
      { status: 'skipped', because: '当天没有发出，不再补发' },
    ]);
    expect(reminders(AUDIT)).toHaveLength(before);
  });

  it('a leader may put off what he was told; who lost his part is left alone', async () => {
    await tickAt('2026-10-21', '09:07');
    await Promise.all([has(AUDIT, 7), has('leader-power', 1)]);
    await cast.press('leader-power', lastReminder('leader-power'), '稍后提醒 14:17');
    await cast.press(AUDIT, lastReminder(AUDIT), '稍后提醒 14:17');
    const [binding] = await liveBindings(deps().db, { openId: cast.id(AUDIT) });
    if (binding === undefined) throw new Error('not bound');
    await deps().db.apply(endBinding(deps().db, binding, { by: 'x', now: deps().clock.now() }));
    const before = reminders(AUDIT).length;
    const done = await tickAt('2026-10-21', '14:17');
    expect(done.map(({ because }) => because)).toContain('已不负责有关单位');
    expect(reminders(AUDIT)).toHaveLength(before);
    await has('leader-power', 2);
    expect(wordsOf(lastReminder('leader-power'))).toContain('您分包的小组，牵头单位未报');
  });

  it('does not come once the period is locked, and can no more be chosen', async () => {
    await cast.press('leader-power', lastReminder('leader-power'), '稍后提醒 16:47');
    const period = await periodById(deps().db, PERIOD);
    if (period === undefined) throw new Error('no period');
    await deps().db.apply(lockPeriod(deps().db, period, { by: 'x', now: deps().clock.now() }));
    expect(await tickAt('2026-10-21', '16:47')).toMatchObject([{ status: 'skipped', because: '本期已锁定' }]);
    expect(reminders('leader-power')).toHaveLength(2);
    expect((await click('leader-power', '16:47'))?.content).toContain('已经锁定');
  });
});
