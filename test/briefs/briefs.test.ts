import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindChat, WORK_GROUP } from '../../db/queries/chats.ts';
import { publishedRanking } from '../../db/queries/rankings.ts';
import { standingEntries } from '../../db/queries/score-entries.ts';
import { BRIEF_ACTIONS } from '../../src/briefs/actions.ts';
import { faultOf, firstDraft, LONGEST_BODY } from '../../src/briefs/brief.ts';
import { readBriefWish } from '../../src/briefs/live.ts';
import { briefsPaper } from '../../src/briefs/paper.ts';
import { bulletinDesk } from '../../src/bulletin/desk.ts';
import type { ChatId, MessageId, OpenId } from '../../src/ids.ts';
import { actOf } from '../../src/reports/act.ts';
import { parsePeriod } from '../../src/reports/period.ts';
import { scoresOf } from '../../src/scoring/scores.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { botMessages, wordsOf } from '../support/world.ts';

const PROGRESS = '推行 *一窗受理*，平均办理时间由5个工作日压缩到2个工作日。';

let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  const { db, notice } = cast.world.service.deps;
  for (const who of ['office-1', 'office-2', 'stranger', 'liaison:财政局']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  await cast.bound({ 'liaison:财政局': 'finance' });
  const { items } = await import('../../src/reports/opening.ts').then(({ formsOf }) => formsOf(notice.model));
  const filled = (of: string) =>
    Object.fromEntries(
      items
        .filter(({ unit }) => unit === of)
        .slice(0, 2)
        .map(({ item }) => [item, { progress: PROGRESS }]),
    );
  await openFilled(db, notice.model, {
    period: '2026Q4',
    dueOn: '2027-01-08',
    now: MORNING,
    units: {
      finance: {
        status: 'accepted',
        submittedAt: MORNING,
        items: filled('finance'),
      },
      power: { status: 'submitted', submittedAt: MORNING, items: filled('power') },
      tax: { status: 'submitted', submittedAt: MORNING, items: filled('tax') },
    },
  });
});
afterAll(() => cast.close());

const db = () => cast.world.service.deps.db;
const scoreOf = async (unit: string) =>
  (await scoresOf(cast.world.service.deps, '2026Q4')).find((one) => one.unit === unit)?.total ?? Number.NaN;
const posts = () =>
  botMessages(cast.world.sandbox, cast.world.sandbox.groupId('work')).filter((one) =>
    wordsOf(one).includes('工作动态〔2026〕'),
  );
/** 典型做法 of the quarter's bulletin as the office would read it now, by lines. */
const practices = async () => {
  const act = await actOf(cast.world.service.deps, { sender: cast.id('office-1') as OpenId, key: 'test' });
  const { sections } = await bulletinDesk(act, parsePeriod('2026Q4'));
  return sections.find(({ section }) => section === 'practices')?.text.split('\n') ?? [];
};
/** Asks as somebody and waits for a card that was not there before. */
const asks = async (who: string, text: string, ...words: string[]) => {
  const chat = cast.world.sandbox.directChatId(cast.id(who));
  const before = new Set(botMessages(cast.world.sandbox, chat).map(({ messageId }) => messageId));
  cast.tell(who, text);
  return cast.world.sandbox.waitFor(() =>
    botMessages(cast.world.sandbox, chat).find(
      (one) => !before.has(one.messageId) && words.every((word) => wordsOf(one).includes(word)),
    ),
  );
};
const TYPED = { title: '一窗受理减材料', body: '财政局推行一窗受理，办理时间压缩到2个工作日。', scored: '1' };

describe('工作动态', () => {
  it('is picked from a report with the unit’s own words; text that is too long stays in the form', async () => {
    await asks('stranger', '/通报 动态', '还没有发布过');
    await asks('office-1', '/通报 动态', '还没有发布过', '选为典型做法');
    const list = await asks('office-1', '/通报 动态 财政局', '选典型做法', '一窗受理');
    const draft = await cast.turns('office-1', list, '选这一项', {
      says: ['工作动态 · 草稿', '平均办理时间由5个工作日压缩到2个工作日'],
      toast: '已成草稿',
    });
    const long = '长'.repeat(LONGEST_BODY + 1);
    await cast.turns('office-1', draft, '保存草稿', {
      form: { ...TYPED, body: long },
      says: ['最多300字', long],
      toast: '没有保存',
    });
    await cast.turns('office-1', draft, '保存草稿', {
      form: TYPED,
      says: ['一窗受理减材料'],
      toast: '草稿已保存',
    });
    expect(posts()).toEqual([]);
    const typed = await db().query.selectFrom('brief_typed').select('body').execute();
    expect(typed.map(({ body }) => body)).toEqual([long, TYPED.body]);
  });

  it('two of the office at one draft: the second sees what the first saved and keeps his own', async () => {
    const list = await asks('office-2', '/通报 动态', '草稿', '一窗受理减材料');
    await cast.press('office-2', list, '继续修改');
    const other = await cast.hears('office-2', '工作动态 · 草稿');
    const mine = await asks('office-1', '/通报 动态 财政局', '继续修改草稿');
    const form = await cast.turns('office-1', mine, '继续修改草稿', { says: ['工作动态 · 草稿'] });
    await cast.turns('office-1', form, '保存草稿', {
      form: { ...TYPED, title: '甲的标题' },
      says: ['甲的标题'],
      toast: '草稿已保存',
    });
    await cast.turns('office-2', other, '预览', {
      form: { ...TYPED, title: '乙的标题' },
      says: ['刚才有人改过', '甲的标题', '乙的标题'],
      toast: '没有保存',
    });
    const seen = await cast.turns('office-2', other, '预览', {
      form: { ...TYPED, title: '乙的标题' },
      says: ['工作动态 · 预览', '乙的标题', '加2分'],
    });
    const without = await cast.press('office-2', seen, '发布');
    expect(without.toast?.content).toContain('还没有绑定工作群');
  });

  it('is published once: the number, the work group, the points and the unit’s people', async () => {
    const chatId = cast.world.sandbox.groupId('work');
    await db().apply(bindChat(db(), { chatId, groupNo: WORK_GROUP, by: cast.id('office-1'), now: MORNING }));
    const before = await scoreOf('finance');
    const [one, two] = [
      await cast.hears('office-2', '工作动态 · 预览'),
      await asks('office-1', '/通报 动态 财政局', '继续修改草稿'),
    ];
    const form = await cast.turns('office-1', two, '继续修改草稿', { says: ['工作动态 · 草稿'] });
    const preview = await cast.turns('office-1', form, '预览', {
      form: { ...TYPED, title: '乙的标题' },
      says: ['工作动态 · 预览'],
    });
    // The other's preview is of an earlier version.
    await cast.turns('office-2', one, '发布', { says: ['工作动态 · 预览'], toast: '预览以后有改动' });
    await cast.turns('office-2', one, '发布', { says: ['工作动态〔2026〕第1期'], toast: '已发布' });
    await cast.turns('office-1', preview, '发布', {
      says: ['工作动态〔2026〕第1期'],
      toast: '已经发布过（工作动态〔2026〕第1期），没有重复发布',
    });
    await cast.hears('work', '工作动态〔2026〕第1期', '乙的标题', TYPED.body);
    expect(posts()).toHaveLength(1);
    await cast.hears('liaison:财政局', '典型做法被采用', '工作动态〔2026〕第1期', '加2分');
    expect(await scoreOf('finance')).toBeCloseTo(before + 2, 9);
    expect(await standingEntries(db(), '2026Q4')).toMatchObject([
      { unit: 'finance', source: 'brief', points: 2, evidence: '工作动态〔2026〕第1期' },
    ]);
  });

  it('everybody reads what is published, by list and by number; drafts are the office’s', async () => {
    const other = await asks('office-1', '/通报 动态 财政局 2026Q4', '看已发布的', '选这一项');
    await cast.turns('office-1', other, '选这一项', { says: ['工作动态 · 草稿'] });
    const list = await asks('stranger', '/通报 动态', '乙的标题', '第1期');
    expect(wordsOf(list)).not.toContain('草稿');
    await cast.press('stranger', list, '看全文');
    const full = await cast.hears('stranger', '领导小组办公室', TYPED.body);
    expect(wordsOf(full)).not.toContain('撤回');
    await asks('stranger', '/通报 工作动态 第1期', '工作动态〔2026〕第1期', TYPED.body);
    await asks('stranger', '/通报 动态 9', '没有工作动态〔2026〕第9期');
    await asks('stranger', '/通报 动态 财政局', '乙的标题');
    await asks('office-1', '/通报 动态', '草稿', '第1期');
  });

  it('and in one’s own words; who issues them is still the notice’s answer', async () => {
    await asks('stranger', '最近有哪些工作动态？', '工作动态', '乙的标题');
    await asks('stranger', '最新一期工作动态讲了什么', '工作动态〔2026〕第1期', TYPED.body);
    await asks('stranger', '工作动态第1期', '工作动态〔2026〕第1期', TYPED.body);
    for (const other of [
      '工作动态由谁编发',
      '工作动态多久发一次',
      '各单位多久报一次工作动态',
      '有什么典型经验',
    ])
      expect(readBriefWish(other)).toBeUndefined();
    expect(readBriefWish('2026年工作动态第3期写了什么')).toEqual({ no: 3, year: '2026' });
    expect(readBriefWish('哪些单位的做法被采用了')).toBe('all');
  });

  it('a stranger’s click on a forwarded card does nothing', async () => {
    for (const action of [
      'brief-pick',
      'brief-start',
      'brief-save',
      'brief-publish',
      'brief-withdraw',
    ] as const) {
      const event = {
        kind: 'click' as const,
        eventId: `test-${action}`,
        operator: cast.id('stranger') as OpenId,
        chatId: 'x' as ChatId,
        messageId: 'x' as MessageId,
        value: { action, period: '2026Q4', unit: 'finance', brief: 'any' },
        form: { because: '不喜欢' },
        option: undefined,
        appId: '',
      };
      await expect(BRIEF_ACTIONS[action](cast.world.service.deps, event)).rejects.toThrow(
        '只有领导小组办公室成员可以',
      );
    }
  });

  it('a later brief does not change a published ranking, and its preview says so; not scored, it gives nothing', async () => {
    cast.tell('office-1', '/排名 2026Q4 发布 试运行');
    const ranking = await cast.hears('office-1', '排名预览', '试运行');
    await cast.turns('office-1', ranking, '发布到工作群', {
      form: { reason: '试运行' },
      says: ['排名已公布'],
    });
    const published = await publishedRanking(db(), '2026Q4');
    const before = await scoreOf('finance');
    const list = await asks('office-1', '/通报 动态', '草稿');
    await cast.press('office-1', list, '继续修改');
    const form = await cast.hears('office-1', '工作动态 · 草稿', '单位报送的原文');
    const preview = await cast.turns('office-1', form, '预览', {
      form: { title: '第二件', body: '又一件做法。', scored: '0' },
      says: ['不计分', '排名已公布，这次加分不改变已公布的排名'],
    });
    await cast.turns('office-1', preview, '发布', { says: ['工作动态〔2026〕第2期'], toast: '已发布' });
    expect(await scoreOf('finance')).toBe(before);
    expect(await publishedRanking(db(), '2026Q4')).toEqual(published);
  });

  it('stands first among the practices of the bulletin, by its number; then what was marked 优 and is no brief', async () => {
    expect(await practices()).toEqual([
      `1.财政局《乙的标题》（工作动态〔2026〕第1期）：${TYPED.body}`,
      '2.财政局《第二件》（工作动态〔2026〕第2期）：又一件做法。',
    ]);
    const marked = db().query.updateTable('report').where('period', '=', '2026Q4');
    await db().apply([
      marked.set({ mark: '优', status: 'accepted' }).where('unit', 'in', ['finance', 'power']),
    ]);
    const lines = await practices();
    expect(lines.slice(0, 2).join()).toMatch(/第1期.*第2期/);
    // Both of finance's items are briefs; power's two come after them.
    expect(lines.slice(2)).toEqual([
      expect.stringMatching(/^3\.供电中心（.+）：推行 \*一窗受理\*/),
      expect.stringMatching(/^4\.供电中心（.+）：推行 \*一窗受理\*/),
    ]);
    await db().apply([
      marked.set({ mark: null, status: 'submitted' }).where('unit', '=', 'power'),
      marked.set({ mark: null }).where('unit', '=', 'finance'),
    ]);
  });

  it('is withdrawn with a reason: the points go, the group’s card and the unit say so, the number stays taken', async () => {
    const before = await scoreOf('finance');
    const card = await asks('office-1', '/通报 动态 第1期', '撤回', TYPED.body);
    const refused = await cast.press('office-1', card, '撤回', { form: { because: ' ' } });
    expect(refused.toast?.content).toContain('请写上理由');
    await cast.turns('office-1', card, '撤回', {
      form: { because: '数据有误' },
      says: ['已撤回', '数据有误'],
      toast: '加分已取消',
    });
    await cast.hears('liaison:财政局', '工作动态已撤回', '数据有误', '相应加分已取消');
    const posted = await cast.hears('work', '工作动态〔2026〕第1期', '数据有误');
    expect(wordsOf(posted)).not.toContain(TYPED.body);
    expect(await scoreOf('finance')).toBeCloseTo(before - 2, 9);
    expect(await practices()).toEqual(['1.财政局《第二件》（工作动态〔2026〕第2期）：又一件做法。']);
    const entry = await db()
      .query.selectFrom('score_entry')
      .selectAll()
      .where('source', '=', 'brief')
      .execute();
    expect(entry).toMatchObject([{ cancelled_because: '工作动态〔2026〕第1期撤回：数据有误' }]);
    const list = await asks('office-1', '/通报 动态 财政局', '选这一项');
    await cast.turns('office-1', list, '选这一项', { says: ['工作动态 · 草稿'] });
    const audits = await db().query.selectFrom('audit').select('action').execute();
    expect(audits.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['pick-brief', 'publish-brief', 'withdraw-brief']),
    );
  });
});

describe('two at the same moment', () => {
  it('two briefs get two numbers; one that is pressed twice gets one', async () => {
    const drafted = async (nth: number, title: string) => {
      const list = await asks('office-1', '/通报 动态 税务局', '选这一项');
      await cast.press('office-1', list, '选这一项', { nth });
      const form = await cast.becomes(list, '工作动态 · 草稿');
      return cast.turns('office-1', form, '预览', {
        form: { ...TYPED, title },
        says: ['工作动态 · 预览', title],
      });
    };
    const [one, two] = [await drafted(0, '第一篇'), await drafted(0, '第二篇')];
    const clicks = await Promise.all([one, two, one].map((card) => cast.press('office-1', card, '发布')));
    for (const { toast } of clicks) expect(toast?.content).toMatch(/已发布|已经发布过/);
    const rows = await db()
      .query.selectFrom('brief')
      .select(['no', 'title'])
      .where('unit', '=', 'tax')
      .execute();
    expect(rows.map(({ no }) => no).toSorted()).toEqual([3, 4]);
    await cast.hears('work', '第一篇');
    await cast.hears('work', '第二篇');
    await cast.world.sandbox.idle();
    expect(posts().filter((post) => wordsOf(post).includes('第一篇'))).toHaveLength(1);
    const entries = (await standingEntries(db(), '2026Q4')).filter(({ unit }) => unit === 'tax');
    expect(entries.map(({ points }) => points)).toEqual([2, 2]);
  });
});

describe('a report that is given back', () => {
  it('is nothing to publish from, and nothing to pick from, until it is handed in again', async () => {
    const list = await asks('office-1', '/通报 动态 供电中心', '选这一项');
    const form = await cast.turns('office-1', list, '选这一项', { says: ['工作动态 · 草稿'] });
    const as = (status: 'returned' | 'submitted') =>
      db().apply([
        db()
          .query.updateTable('report')
          .set({ status })
          .where('period', '=', '2026Q4')
          .where('unit', '=', 'power'),
      ]);
    await as('returned');
    const preview = await cast.turns('office-1', form, '预览', {
      form: { ...TYPED, title: '退回的' },
      says: ['工作动态 · 预览', '已退回或撤回'],
    });
    const refused = await cast.press('office-1', preview, '发布');
    expect(refused.toast?.content).toContain('没有发布：这份报告已退回或撤回');
    await asks('office-1', '/通报 动态 供电中心 2026Q4', '没有可选的做法');
    await as('submitted');
    await cast.turns('office-1', preview, '发布', {
      says: ['工作动态〔2026〕', '还没有绑定联络员'],
      toast: '已发布',
    });
  });
});

describe('the export of a period', () => {
  it('has what is published as a paper, and nothing that was withdrawn', async () => {
    const made = await briefsPaper(cast.world.service.deps, '2026Q4');
    expect(made?.name).toBe('2026Q4-工作动态.docx');
    const parts = unzipSync(made?.content ?? new Uint8Array());
    const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(words).toContain('第二件');
    expect(words).toContain('工作动态〔2026〕第2期，财政局');
    expect(words).not.toContain('乙的标题');
    expect(await briefsPaper(cast.world.service.deps, '2026Q3')).toBeUndefined();
  });
});

describe('a first draft', () => {
  it('holds whole sentences of the unit within the limit, and an empty one is refused', () => {
    const item = { title: '很长的事项名称'.repeat(10), progress: '第一句很短。'.repeat(100) };
    const draft = firstDraft('某局', item as Parameters<typeof firstDraft>[1]);
    expect(faultOf(draft)).toBeUndefined();
    expect(draft.body.endsWith('。')).toBe(true);
    const titleOf = (progress: string) =>
      firstDraft('某局', { title: '事项', progress } as Parameters<typeof firstDraft>[1]).title;
    expect(titleOf('推行一窗受理改革，办理时间减半。')).toBe('某局：推行一窗受理改革');
    expect(titleOf('截至12月底共办理1.2万件，比去年多。')).toBe('某局：事项');
    expect(titleOf('长'.repeat(100))).toHaveLength(40);
    expect(faultOf({ title: '', body: '有' })).toContain('标题');
    expect(faultOf({ title: '有', body: '' })).toContain('正文');
  });
});
