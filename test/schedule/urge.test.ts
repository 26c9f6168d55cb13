import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { urgentIn } from '../../src/schedule/urge.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { wordsOf } from '../support/world.ts';

const AUDIT = 'liaison:审计局';
const FINANCE = 'liaison:财政局';
let cast: ReportCast;

beforeAll(async () => {
  cast = await startReportCast();
  await cast.bound({ [AUDIT]: 'audit', [FINANCE]: 'finance' });
  const { db, notice } = cast.world.service.deps;
  const now = instantOf('2026-09-28', '09:07');
  await openFilled(db, notice.model, { period: '2026Q3', dueOn: '2026-10-16', now });
  cast.at('2026-10-09', '10:00');
});
afterAll(() => cast.close());

const reminders = (who: string) =>
  cast.world.sandbox
    .messagesIn(cast.world.sandbox.directChatId(cast.id(who)))
    .filter((message) => wordsOf(message).includes('2026年第三季度报送 ·'));
const buzzed = (who: string) => reminders(who).map(({ urgentFor }) => urgentFor.length);
const urges = () => cast.world.service.deps.db.query.selectFrom('urge').selectAll().execute();

it('is for the office, and with a reason only', async () => {
  cast.tell(AUDIT, '/催报 加急 今晚专题会要用');
  await cast.hears(AUDIT, '只有领导小组办公室成员可以催报');
  cast.tell('office-1', '/催报 审计局 加急');
  await cast.hears('office-1', '加急要写明理由');
  cast.tell('office-1', `/催报 审计局 加急 ${'很急'.repeat(60)}`);
  await cast.hears('office-1', '理由请写在100字以内');
  cast.tell('office-1', '/催报 没有的局 加急 今晚专题会要用');
  await cast.hears('office-1', '没有的局');
  expect(await urges()).toEqual([]);
});

it.each([
  ['加急 今晚要用', { whom: '', reason: '今晚要用' }],
  ['审计局 加急：今晚要用', { whom: '审计局 ', reason: '今晚要用' }],
  ['审计局加急 今晚要用', { whom: '审计局', reason: '今晚要用' }],
  ['审计局、财政局 加急', { whom: '审计局、财政局 ', reason: '' }],
  ['审计局', undefined],
])('“/催报 %s”', (args, read) => {
  expect(urgentIn(args)).toEqual(read);
});

it('buzzes for a 催报 that was sent before, and sends no second one', async () => {
  cast.tell('office-1', '/催报 审计局');
  await cast.press('office-1', await cast.hears('office-1', '确认催报', '审计局'), '确认催报');
  await cast.world.sandbox.waitFor(() => reminders(AUDIT).length === 1);
  expect(buzzed(AUDIT)).toEqual([0]);
  cast.tell('office-1', '/催报 审计局 加急 今晚专题会要用');
  const card = await cast.hears(
    'office-1',
    '今天第1次',
    '理由：今晚专题会要用',
    '将加急（1个）：审计局',
    '不再另发',
  );
  expect(buzzed(AUDIT)).toEqual([0]);
  expect((await cast.press('office-1', card, '确认加急')).toast?.content).toBe('已加急');
  await cast.world.sandbox.waitFor(() => buzzed(AUDIT)[0] === 1);
  expect(reminders(AUDIT)).toHaveLength(1);
});

it('is sent with its message at any hour, after it, and once a message', async () => {
  cast.at('2026-10-09', '21:30');
  cast.tell('office-1', '/催报 审计局 财政局 加急：今晚专题会要用');
  const card = await cast.hears('office-1', '今天第2次', '1人的催报已加急过');
  await cast.press('office-1', card, '确认加急');
  await cast.world.sandbox.waitFor(() => buzzed(FINANCE)[0] === 1);
  expect(wordsOf(reminders(FINANCE)[0] as never)).toContain('加急：今晚专题会要用');
  expect(buzzed(AUDIT)).toEqual([1]);
  const value = { action: 'urge', period: '2026Q3', units: 'audit,finance', reason: '今晚专题会要用' };
  const actor = cast.world.sandbox.as(cast.id('office-1'));
  const again = await actor.click(card.messageId, { tag: 'button', value });
  expect(again.toast?.content).toContain('没有可加急的人');
  const liaison = cast.world.sandbox.as(cast.id(AUDIT));
  const message = reminders(AUDIT)[0];
  const refused = await liaison.click(message?.messageId ?? '', { tag: 'button', value });
  expect(refused.toast?.content).toContain('只有领导小组办公室成员可以加急');
  expect(buzzed(FINANCE)).toEqual([1]);
});

it('is refused after the third of a day, shown in /日程, and written down with its reason', async () => {
  const { db, clock } = cast.world.service.deps;
  const third = { id: 'third', period: '2026Q3', reason: '第三次', by: cast.id('office-2') };
  await db.apply([
    db.query.insertInto('urge').values({ ...third, at: clock.now(), day: '2026-10-09', no: 3, people: 1 }),
  ]);
  cast.tell('office-1', '/催报 加急 还要再催一次');
  await cast.hears('office-1', '今天已加急3次，不能再加急');
  cast.tell('office-1', '/日程');
  await cast.hears('office-1', '今天加急3/3次：今晚专题会要用（1人）');
  const audit = await db.query.selectFrom('audit').selectAll().where('action', '=', 'urge').execute();
  expect(audit.map(({ who, subject }) => [who, subject])).toEqual([
    [cast.id('office-1'), 'period:2026Q3'],
    [cast.id('office-1'), 'period:2026Q3'],
  ]);
});

it('whose scope the app lacks becomes the office’s task', async () => {
  cast.at('2026-10-12', '10:00');
  const { sandbox } = cast.world;
  sandbox.grant('im:message.urgent', false);
  cast.tell('office-1', '/催报 审计局 加急 下午专题会要用');
  await cast.press('office-1', await cast.hears('office-1', '今天第1次', '下午专题会'), '确认加急');
  await cast.hears('office-1', '没有送达', '应用缺少权限（加急）', '审计局');
  // The 催报 itself went out, and nothing waits for the scope.
  expect(buzzed(AUDIT)).toEqual([1, 0]);
  sandbox.grant('im:message.urgent', true);
});
