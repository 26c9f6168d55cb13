import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindChat, WORK_GROUP } from '../../db/queries/chats.ts';
import { publishedRanking, rankingRevision } from '../../db/queries/rankings.ts';
import type { ChatId, MessageId, OpenId } from '../../src/ids.ts';
import { RANKING_ACTIONS } from '../../src/ranking/actions.ts';
import { readAsked } from '../../src/ranking/asked.ts';
import { changesBetween, isNothing, placeChange, totalChange } from '../../src/ranking/changes.ts';
import { readSnapshot, type Snapshot } from '../../src/ranking/snapshot.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { botMessages, wordsOf } from '../support/world.ts';

let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  const { db, notice } = cast.world.service.deps;
  for (const who of ['office-1', 'stranger', 'liaison:财政局', 'liaison:审计局']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  await cast.bound({ 'liaison:财政局': 'finance' });
  await cast.bound({ 'liaison:审计局': 'audit' });
  const submitted = { status: 'submitted' as const, submittedAt: MORNING };
  await openFilled(db, notice.model, {
    period: '2026Q4',
    dueOn: '2027-01-08',
    now: MORNING,
    units: { finance: submitted, tax: submitted },
  });
});
afterAll(() => cast.close());

const db = () => cast.world.service.deps.db;
const posts = () =>
  botMessages(cast.world.sandbox, cast.world.sandbox.groupId('work')).filter((one) =>
    wordsOf(one).includes('数据指纹'),
  );
const firstRow = () => rankingRevision(db(), { span: '2026Q4', revision: 1 });

describe('/排名 更正', () => {
  it('before publication there is nothing to correct; the office alone may', async () => {
    cast.tell('office-1', '/排名 2026Q4 更正 录入有误');
    await cast.hears('office-1', '还没有公布，不用更正');
    const chatId = cast.world.sandbox.groupId('work');
    await db().apply(bindChat(db(), { chatId, groupNo: WORK_GROUP, by: cast.id('office-1'), now: MORNING }));
    cast.tell('office-1', '/排名 2026Q4');
    const card = await cast.hears('office-1', '排名预览');
    await cast.turns('office-1', card, '发布到工作群', { form: { reason: '试运行' }, says: ['排名已公布'] });
    cast.tell('office-1', '/评分 财政局 2026Q4');
    const sheet = await cast.hears('office-1', '评分 · 财政局', '公布的是**');
    expect(wordsOf(sheet)).not.toContain('未公布');
    cast.tell('office-1', '/评分 财政局 2026Q4 +1 典型经验 公布以后');
    await cast.hears('office-1', '已录入', '公布以后');
    cast.tell('office-1', '/评分 财政局 2026Q4');
    const later = await cast.hears('office-1', '评分 · 财政局', '公布以后数据有变');
    await cast.press('office-1', later, '取消：+1 典型经验 公布以后', { form: { reason: '测试' } });
    cast.tell('stranger', '/排名 2026Q4 更正 我觉得不对');
    await cast.hears('stranger', '只有领导小组办公室成员可以更正排名');
    cast.tell('office-1', '/排名 2026Q4 更正');
    await cast.hears('office-1', '请写上更正的理由');
    cast.tell('office-1', '/排名 2026Q4 更正 没有变化');
    await cast.hears('office-1', '没有更正', '与已公布的第1版完全一样');
    cast.tell('stranger', '/排名 2026Q4 第2版');
    await cast.hears('stranger', '没有公布过第2版');
  });

  it('shows what would change, and is confirmed once', async () => {
    const before = await firstRow();
    cast.tell('office-1', '/评分 财政局 2026Q4 +3 典型经验 漏计的一件');
    await cast.hears('office-1', '已录入', '漏计的一件');
    cast.tell('office-1', '/排名 2026Q4 更正 漏计一项加分');
    const dry = await cast.hears('office-1', '排名更正预览', '漏计一项加分');
    const was = readSnapshot(before?.content ?? '').units.find(({ unit }) => unit === 'finance');
    expect(wordsOf(dry)).toContain(`${was?.shown.toFixed(2)} → ${((was?.shown ?? 0) + 3).toFixed(2)}`);
    expect(wordsOf(dry)).toContain('1家总分有变');
    expect(posts()).toHaveLength(1);
    const forwarded = {
      kind: 'click' as const,
      eventId: 'test-click',
      operator: cast.id('stranger') as OpenId,
      chatId: dry.chatId as ChatId,
      messageId: dry.messageId as MessageId,
      value: { action: 'ranking-correct', span: '2026Q4', revision: 2 },
      form: { reason: '我来更正' },
      option: undefined,
      appId: '',
    };
    await expect(RANKING_ACTIONS['ranking-correct'](cast.world.service.deps, forwarded)).rejects.toThrow(
      '只有领导小组办公室成员可以更正排名',
    );
    const empty = await cast.press('office-1', dry, '确认更正', { form: { reason: ' ' } });
    expect(empty.toast?.content).toContain('请写上更正说明');
    // What changed since the dry run is shown again.
    cast.tell('office-1', '/评分 税务局 2026Q4 -1 整改不力');
    await cast.hears('office-1', '已录入', '整改不力');
    await cast.turns('office-1', dry, '确认更正', {
      form: { reason: '漏计一项加分' },
      says: ['排名更正预览', '2家总分有变', '漏计一项加分'],
      toast: '预览以后分数有变化',
    });
    cast.tell('office-1', '/排名 2026Q4 更正 另一张');
    const other = await cast.hears('office-1', '排名更正预览', '另一张');
    await cast.turns('office-1', dry, '确认更正', {
      form: { reason: '漏计一项加分' },
      says: ['排名已更正 · 第2版', '更正说明：漏计一项加分'],
      toast: '已更正为第2版',
    });
    await cast.turns('office-1', other, '确认更正', {
      form: { reason: '另一张' },
      says: ['第2版', '漏计一项加分'],
      toast: '已经更正为第2版，没有重复更正',
    });
    await cast.hears('work', '第2版 · 更正说明', '漏计一项加分', '财政局', '总分');
    await cast.hears('work', '这是第1版，已更正，以第2版为准');
    expect(posts()).toHaveLength(2);
    expect(await firstRow()).toEqual(before);
    const row = await publishedRanking(db(), '2026Q4');
    expect(row).toMatchObject({ revision: 2, reason: '漏计一项加分' });
    expect(
      createHash('sha256')
        .update(row?.content ?? '')
        .digest('hex'),
    ).toBe(row?.hash);
    cast.tell('office-1', '/排名 2026Q4 更正 再来一次');
    await cast.hears('office-1', '没有更正', '与已公布的第2版完全一样');
  });

  it('the units that it touches hear of it, the others do not; both revisions stay to be read', async () => {
    await cast.hears('liaison:财政局', '排名已更正 · 财政局', '漏计一项加分', '→');
    const changes = changesBetween(
      readSnapshot((await firstRow())?.content ?? ''),
      readSnapshot((await publishedRanking(db(), '2026Q4'))?.content ?? ''),
    );
    const touched = [...changes.totals, ...changes.places].map(({ unit }) => unit);
    expect(touched).toContain('finance');
    expect(touched).not.toContain('audit');
    expect(cast.heard('liaison:审计局')).not.toContain('排名已更正');
    cast.tell('stranger', '/排名 2026Q4 第一版');
    await cast.hears('stranger', '这是第1版', '以第2版为准');
    cast.tell('liaison:财政局', '/排名 2026Q4 第1版');
    const old = await cast.hears('liaison:财政局', '这是第1版', '以第2版为准');
    cast.tell('liaison:财政局', '/排名 2026Q4');
    const now = await cast.hears('liaison:财政局', '第2版 · 更正说明');
    const total = ({ content }: { content: string }) =>
      readSnapshot(content)
        .units.find(({ unit }) => unit === 'finance')
        ?.shown.toFixed(2) ?? '';
    const rows = await db().query.selectFrom('ranking').selectAll().orderBy('revision').execute();
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2]);
    await cast.press('liaison:财政局', old, '我的明细');
    await cast.hears('liaison:财政局', '公布时的评分', `**${total(rows[0] ?? { content: '' })}分**`);
    await cast.press('liaison:财政局', now, '我的明细');
    await cast.hears('liaison:财政局', '公布时的评分', `**${total(rows[1] ?? { content: '' })}分**`);
    cast.tell('stranger', '财政局第几');
    await cast.hears('stranger', '公布的排名第2版', '财政局', `${total(rows[1] ?? { content: '' })}分`);
  });
});

describe('two of the office at the same moment', () => {
  it('correct it once: one publishes, the other is told, nothing is posted twice', async () => {
    cast.tell('office-1', '/评分 财政局 2026Q4 +1 典型经验 又一件');
    await cast.hears('office-1', '已录入', '又一件');
    const dry = async (reason: string) => {
      cast.tell('office-1', `/排名 2026Q4 更正 ${reason}`);
      return cast.hears('office-1', '排名更正预览', reason);
    };
    const [one, two] = [await dry('甲来更正'), await dry('乙来更正')];
    const before = posts().length;
    const clicks = await Promise.all(
      [one, two].map((card, at) =>
        cast.press('office-1', card, '确认更正', { form: { reason: at === 0 ? '甲来更正' : '乙来更正' } }),
      ),
    );
    const toasts = clicks.map(({ toast }) => toast?.content).toSorted();
    expect(toasts).toEqual(['已更正为第3版，已发到工作群', '已经更正为第3版，没有重复更正'].toSorted());
    await cast.world.sandbox.waitFor(() => posts().length > before);
    await cast.world.sandbox.idle();
    expect(posts().length).toBe(before + 1);
    const rows = await db().query.selectFrom('ranking').select('revision').orderBy('revision').execute();
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    // 更正说明 of each revision is of what it changed since the one before.
    cast.tell('stranger', '/排名 2026Q4 第2版');
    const second = await cast.hears('stranger', '这是第2版，已更正，以第3版为准', '第2版 · 更正说明');
    expect(wordsOf(second)).toContain('漏计一项加分');
  });
});

describe('what differs between two revisions', () => {
  const unit = (id: string, shown: number, place: number, points = shown) => ({
    unit: id,
    name: id,
    shown,
    place,
    total: shown,
    rows: [
      { unit: id, criterion: 'quality' as const, label: '质量', points, max: 30, reason: 'x', evidence: [] },
    ],
  });
  const snapshot = (...units: ReturnType<typeof unit>[]): Snapshot => ({ span: '2026Q4', rubric: 1, units });

  it('is told by total, by place, by what a total is made of, and who is new or gone', () => {
    const before = snapshot(unit('a', 90, 1), unit('b', 80, 2), unit('c', 70, 3), unit('e', 10, 4));
    const after = snapshot(unit('b', 95, 1), unit('a', 90, 2), unit('c', 70, 3, 69), unit('d', 20, 4));
    const { totals, places, inside } = changesBetween(before, after);
    expect(totals.map((one) => `${one.unit} ${totalChange(one)} ${placeChange(one)}`)).toEqual([
      'b 80.00 → 95.00 2 → 1',
      'd 无 → 20.00 无 → 4',
      'e 10.00 → 无 4 → 无',
    ]);
    expect(places.map((one) => `${one.unit} ${placeChange(one)}`)).toEqual(['a 1 → 2']);
    expect(inside.map((one) => one.unit)).toEqual(['c']);
  });

  it('wording is none', () => {
    const one = unit('a', 90, 1);
    const reworded = { ...one, rows: one.rows.map((row) => ({ ...row, reason: '换个说法' })) };
    expect(isNothing(changesBetween(snapshot(one), snapshot(reworded)))).toBe(true);
  });
});

describe('what is asked after /排名', () => {
  it('the first verb counts, whatever the reason says', () => {
    expect(readAsked('2026Q4 发布 各单位无异议')).toEqual({
      as: 'publish',
      name: '2026Q4',
      reason: '各单位无异议',
    });
    expect(readAsked('2026Q4 更正：第1版漏发布')).toEqual({
      as: 'correct',
      name: '2026Q4',
      reason: '第1版漏发布',
    });
    expect(readAsked('2026年第四季度 第２版')).toEqual({
      as: 'revision',
      name: '2026年第四季度',
      revision: 2,
    });
    expect(readAsked('2026年第四季度')).toEqual({ as: 'show', name: '2026年第四季度' });
    expect(readAsked('2026Q4 异议')).toEqual({ as: 'objections', name: '2026Q4' });
    expect(readAsked('2026Q4 第2版 给我')).toEqual({ as: 'show', name: '2026Q4 第2版 给我' });
  });
});
