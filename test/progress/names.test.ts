import { afterAll, beforeAll, expect, it } from 'vitest';
import { bindChat } from '../../db/queries/chats.ts';
import { moveDueDay, periodById } from '../../db/queries/periods.ts';
import { reportsOfPeriod } from '../../db/queries/reports.ts';
import { instantOf } from '../../src/clock.ts';
import { handleClick } from '../../src/inbox/handle.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { wordsOf } from '../support/world.ts';
import { fill, openFilled } from './filled.ts';

const PERIOD = '2026Q3';
const SUBMITTED = instantOf('2026-10-15', '10:00');
let cast: ReportCast;
const deps = () => cast.world.service.deps;

beforeAll(async () => {
  cast = await startReportCast();
  const { db, notice } = deps();
  const now = instantOf('2026-09-28', '09:07');
  cast.at('2026-09-28', '09:07');
  await openFilled(db, notice.model, { period: PERIOD, dueOn: '2026-10-16', now });
  // All but three have handed in.
  for (const { unit } of await reportsOfPeriod(db, PERIOD))
    if (!['audit', 'finance', 'tax'].includes(unit))
      await fill(db, { period: PERIOD, unit }, { status: 'submitted', submittedAt: SUBMITTED });
});
afterAll(() => cast.close());

async function tickAt(day: string, time: string): Promise<void> {
  cast.at(day, time);
  await cast.tick();
  await cast.tick();
  await cast.world.sandbox.idle();
}

const groupCards = () =>
  cast.world.sandbox.messagesIn(cast.world.sandbox.groupId('work')).filter((one) => one.body.type === 'card');
/** The one live card, once it says so. */
const groupSays = (words: string) =>
  cast.world.sandbox
    .waitFor(() => groupCards().find((one) => wordsOf(one).includes(words)))
    .catch(() => {
      throw new Error(`the group does not read ${words}: ${groupCards().map(wordsOf).join('\n')}`);
    });

const click = (who: string, value: Record<string, unknown>, id: string) =>
  handleClick(deps(), {
    kind: 'click',
    eventId: id,
    appId: '',
    operator: cast.id(who) as never,
    messageId: 'om_forwarded' as never,
    chatId: 'oc_forwarded' as never,
    value,
    form: {},
    option: undefined,
  });
const audits = async () =>
  deps()
    .db.query.selectFrom('audit')
    .select(['action', 'who', 'detail'])
    .where('action', 'like', 'late-names-%')
    .orderBy('id')
    .execute();

it('before the due hour, without a work group, and for others there is nothing to publish', async () => {
  cast.at('2026-10-16', '17:00');
  expect((await click('office-1', { action: 'late-names', period: PERIOD }, 'a'))?.content).toContain(
    '还没有到截止时间',
  );
  cast.tell('office-1', '/进度 2026Q3');
  expect(wordsOf(await cast.hears('office-1', '报送进度', '审计局'))).not.toContain('在群内公布');
  cast.at('2026-10-19', '08:30');
  expect((await click('office-1', { action: 'late-names', period: PERIOD }, 'b'))?.content).toContain(
    '还没有绑定工作群',
  );
  const { db } = deps();
  const chatId = cast.world.sandbox.groupId('work');
  await db.apply(bindChat(db, { chatId, groupNo: 0, by: cast.id('office-1'), now: deps().clock.now() }));
  for (const action of ['late-names', 'late-names-show', 'late-names-hide'])
    expect(
      (await click('stranger', { action, period: PERIOD, units: 'audit' }, `s:${action}`))?.content,
    ).toContain('只有领导小组办公室成员可以在群内公布或撤下名单');
  expect(await audits()).toEqual([]);
});

it('T+1 brings the office the list; the group sees counts until somebody confirms just these names', async () => {
  await tickAt('2026-10-19', '09:07');
  await tickAt('2026-10-19', '09:08');
  const list = await cast.hears('office-1', '2026年第三季度 · 3家未报', '审计局', '财政局', '税务局');
  await groupSays('未开始3家');
  expect(groupCards().map(wordsOf).join()).not.toContain('审计局');
  await cast.press('office-1', list, '在群内公布未报单位');
  const confirm = await cast.hears('office-1', '在群内公布3家未报单位？', '审计局', '只对本期有效');
  expect(groupCards().map(wordsOf).join()).not.toContain('审计局');
  expect((await cast.press('office-1', confirm, '确认公布')).toast?.content).toBe('已在群内公布3家');
  const shown = await groupSays('未报单位（3家）');
  for (const name of ['审计局', '财政局', '税务局', '办公室确认公布']) expect(wordsOf(shown)).toContain(name);
  expect(groupCards()).toHaveLength(1);
});

it('a second press does nothing more', async () => {
  const again = await click(
    'office-2',
    { action: 'late-names-show', period: PERIOD, units: 'audit,finance,tax' },
    'again',
  );
  expect(again?.content).toBe('名单已经公布，没有再公布一次');
  expect(await audits()).toEqual([
    { action: 'late-names-show', who: cast.id('office-1'), detail: expect.stringContaining('finance') },
  ]);
  const row = await deps().db.query.selectFrom('late_names').selectAll().executeTakeFirst();
  expect(row?.confirmed_by).toBe(cast.id('office-1'));
});

it('names go as units hand in; what was not in the list never comes', async () => {
  const { db } = deps();
  await fill(db, { period: PERIOD, unit: 'audit' }, { status: 'submitted', submittedAt: SUBMITTED });
  // Taken back after the confirmation: late as well, but nobody has confirmed it.
  await fill(db, { period: PERIOD, unit: 'education' }, { status: 'draft' });
  await tickAt('2026-10-19', '11:00');
  const shown = wordsOf(await groupSays('未报单位（2家）'));
  expect(shown).not.toContain('审计局');
  expect(shown).not.toContain('教育局');
  cast.tell('office-1', '/进度 2026Q3');
  await cast.hears('office-1', '教育局', '在群内公布未报单位', '撤下名单');
});

it('a confirmation of an older list never shows more than that list', async () => {
  const value = { action: 'late-names-show', period: PERIOD, units: 'audit,education' };
  expect((await click('office-1', value, 'older'))?.content).toBe('已在群内公布1家');
  const shown = wordsOf(await groupSays('未报单位（1家）：教育局'));
  expect(shown).not.toContain('审计局');
  const value2 = { action: 'late-names-show', period: PERIOD, units: 'audit' };
  expect((await click('office-1', value2, 'none'))?.content).toContain('都已报送，没有公布');
});

it('撤下名单 takes it back at once, and once', async () => {
  cast.tell('office-2', '/进度 2026Q3');
  const card = await cast.hears('office-2', '撤下名单');
  expect((await cast.press('office-2', card, '撤下名单')).toast?.content).toBe('名单已撤下');
  await groupSays('这里不公布未报单位的名称');
  expect(groupCards().map(wordsOf).join()).not.toContain('教育局');
  const again = await click('office-1', { action: 'late-names-hide', period: PERIOD }, 'again-hide');
  expect(again?.content).toBe('群内没有公布名单');
  expect((await audits()).at(-1)).toMatchObject({ action: 'late-names-hide', who: cast.id('office-2') });
});

it('an extension ends the confirmation: late by the new day, they are not named by the old one', async () => {
  const value = { action: 'late-names-show', period: PERIOD, units: 'finance' };
  await click('office-1', value, 'before-extension');
  await groupSays('未报单位（1家）：财政局');
  const { db } = deps();
  const period = await periodById(db, PERIOD);
  if (period === undefined) throw new Error('no period');
  await db.apply(moveDueDay(db, period, '2026-10-28'));
  await tickAt('2026-10-20', '10:00');
  await groupSays('这里不公布未报单位的名称');
  await tickAt('2026-10-29', '09:07');
  await tickAt('2026-10-29', '09:08');
  await cast.hears('office-1', '2026年第三季度 · 3家未报', '教育局', '工作群的进度卡只显示数量');
  expect(groupCards().map(wordsOf).join()).not.toContain('财政局');
});

it('goes when the period is locked', async () => {
  await click('office-1', { action: 'late-names-show', period: PERIOD, units: 'finance' }, 'before-lock');
  await groupSays('未报单位（1家）：财政局');
  const { db } = deps();
  await db.apply([db.query.updateTable('period').set({ status: 'locked' }).where('id', '=', PERIOD)]);
  await tickAt('2026-10-29', '10:00');
  await groupSays('已锁定');
  expect(groupCards().map(wordsOf).join()).not.toContain('财政局');
  const locked = await click('office-1', { action: 'late-names', period: PERIOD }, 'locked');
  expect(locked?.content).toContain('已锁定');
});
