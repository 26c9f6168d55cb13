import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindChat, WORK_GROUP } from '../../db/queries/chats.ts';
import { lockPeriod, periodById } from '../../db/queries/periods.ts';
import { publishedRanking } from '../../db/queries/rankings.ts';
import { instantOf } from '../../src/clock.ts';
import { readXlsx } from '../../src/files/xlsx-read.ts';
import type { ChatId, MessageId, OpenId } from '../../src/ids.ts';
import type { ClickEvent } from '../../src/inbox/event.ts';
import { RANKING_ACTIONS } from '../../src/ranking/actions.ts';
import type { Snapshot } from '../../src/ranking/snapshot.ts';
import { scoresWorkbook } from '../../src/scoring/workbook.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { botMessages, wordsOf } from '../support/world.ts';

let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  const { db, notice } = cast.world.service.deps;
  for (const who of ['office-1', 'stranger']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  const filled = (submittedAt: number) => ({
    status: 'submitted' as const,
    submittedAt,
    items: { 'group:4': { progress: '已完成' } },
  });
  await openFilled(db, notice.model, {
    period: '2026Q3',
    dueOn: '2026-10-09',
    now: MORNING,
    units: { finance: filled(instantOf('2026-10-08', '09:00')) },
  });
  await openFilled(db, notice.model, {
    period: '2026Q4',
    dueOn: '2027-01-08',
    now: MORNING,
    units: { tax: filled(instantOf('2027-01-06', '09:00')) },
  });
});
afterAll(() => cast.close());

const db = () => cast.world.service.deps.db;
const posts = () =>
  botMessages(cast.world.sandbox, cast.world.sandbox.groupId('work')).filter((one) =>
    wordsOf(one).includes('数据指纹'),
  );
const previews = () =>
  botMessages(cast.world.sandbox, cast.world.sandbox.directChatId(cast.id('office-1'))).filter((one) =>
    wordsOf(one).includes('发布到工作群'),
  );
/** Asks for the preview and waits for the card that this brings. */
const preview = async (span: string, name: string) => {
  const before = new Set(previews().map(({ messageId }) => messageId));
  cast.tell('office-1', `/排名 ${span}`);
  return cast.world.sandbox.waitFor(() =>
    previews().find((one) => !before.has(one.messageId) && wordsOf(one).includes(name)),
  );
};

describe('/排名', () => {
  it('before publication the office sees it with what is open; the rest hear that it is not out', async () => {
    const card = await preview('2026Q4', '2026年第四季度');
    expect(wordsOf(card)).toContain('还有1份报告没有审核');
    expect(wordsOf(card)).toContain('还没有锁定');
    expect(wordsOf(card)).toContain('2并列');
    // Nothing was won by those who have not reported.
    expect(wordsOf(card)).not.toContain("color='neutral'");
    cast.tell('stranger', '/排名 2026年四季度');
    await cast.hears('stranger', '2026年第四季度的排名还没有公布');
    cast.tell('stranger', '/排名 2026Q4 发布');
    await cast.hears('stranger', '只有领导小组办公室成员可以公布排名');
  });

  it('what cannot be read or was never opened is refused', async () => {
    cast.tell('office-1', '/排名');
    await cast.hears('office-1', '请写上是哪一期的排名');
    cast.tell('office-1', '/排名 下下季度');
    await cast.hears('office-1', '看不懂', '下下季度');
    cast.tell('office-1', '/排名 2025年');
    await cast.hears('office-1', '没有开过2025年度的报送，没有排名');
  });

  it('is not published without a reason, without a work group, or by anybody else', async () => {
    const card = await preview('2026Q3', '2026年第三季度');
    const press = async (who: string, reason: string) =>
      (await cast.press(who, card, '发布到工作群', { form: { reason } })).toast?.content;
    expect(await press('office-1', ' ')).toContain('请先写明发布理由');
    expect(await press('office-1', '试运行')).toContain('还没有绑定工作群');
    const forwarded: ClickEvent = {
      kind: 'click',
      eventId: 'test-click',
      operator: cast.id('stranger') as OpenId,
      chatId: card.chatId as ChatId,
      messageId: card.messageId as MessageId,
      value: { action: 'ranking-publish', span: '2026Q3' },
      form: { reason: '我来发布' },
      option: undefined,
      appId: '',
    };
    await expect(RANKING_ACTIONS['ranking-publish'](cast.world.service.deps, forwarded)).rejects.toThrow(
      '只有领导小组办公室成员可以公布排名',
    );
    expect(await publishedRanking(db(), '2026Q3')).toBeUndefined();
    expect(posts()).toEqual([]);
  });

  it('is published once: a second click has the same answer and posts nothing', async () => {
    const chatId = cast.world.sandbox.groupId('work');
    await db().apply(bindChat(db(), { chatId, groupNo: WORK_GROUP, by: cast.id('office-1'), now: MORNING }));
    const card = await preview('2026Q3', '2026年第三季度');
    const other = await preview('2026Q3', '2026年第三季度');
    await cast.turns('office-1', card, '发布到工作群', {
      form: { reason: '各单位已电话确认' },
      says: ['排名已公布', '各单位已电话确认'],
      toast: '已公布，排名已发到工作群',
    });
    await cast.hears('work', '2026年第三季度', '以前没有公布过排名');
    await cast.turns('office-1', other, '发布到工作群', {
      form: { reason: '再发一次' },
      says: ['排名已公布', '各单位已电话确认'],
      toast: '已公布，排名已发到工作群',
    });
    expect(posts()).toHaveLength(1);
    const audits = await db()
      .query.selectFrom('audit')
      .select(['who', 'detail'])
      .where('action', '=', 'publish-ranking')
      .execute();
    expect(audits).toHaveLength(1);
    expect(audits[0]?.detail).toContain('各单位已电话确认');
  });

  it('published, everybody sees the same; the next quarter shows who rose and fell', async () => {
    cast.tell('stranger', '/排名 2026Q3');
    await cast.hears('stranger', '排名', '2026年第三季度', '数据指纹');
    cast.tell('office-1', '/排名 2026Q4 预览');
    const card = await cast.hears('office-1', '排名预览', '变化与2026年第三季度公布的排名相比');
    expect(wordsOf(card)).toMatch(/↑\d+[^}]*税务局/);
    expect(wordsOf(card)).toMatch(/↓\d+[^}]*财政局/);
    expect(wordsOf(card)).toMatch(/<text_tag color='yellow'>1<\/text_tag> ↑[^}]*税务局/);
  });

  it('what changed since the preview is shown again before it is published; locked, the warning is gone', async () => {
    const card = await preview('2026Q4', '2026年第四季度');
    cast.tell('office-1', '/评分 税务局 2026Q4 +2 典型经验 数电发票');
    await cast.hears('office-1', '已录入', '数电发票');
    await cast.turns('office-1', card, '发布到工作群', {
      form: { reason: '领导小组同意' },
      says: ['排名预览', '领导小组同意'],
      toast: '预览以后分数有变化',
    });
    expect(posts()).toHaveLength(1);
    const period = await periodById(db(), '2026Q4');
    if (period === undefined) throw new Error('the period is not there');
    await db().apply(lockPeriod(db(), period, { by: cast.id('office-1'), now: MORNING }));
    cast.tell('office-1', '/排名 2026Q4 发布 领导小组同意');
    const fresh = await cast.world.sandbox.waitFor(() =>
      previews().find((one) => wordsOf(one).includes('领导小组同意') && !wordsOf(one).includes('还没有锁定')),
    );
    // Two clicks at the same moment.
    const clicks = await Promise.all(
      [fresh, card].map((one) =>
        cast.press('office-1', one, '发布到工作群', { form: { reason: '领导小组同意' } }),
      ),
    );
    expect(clicks.map(({ toast }) => toast?.content)).toEqual(Array(2).fill('已公布，排名已发到工作群'));
    await cast.hears('work', '2026年第四季度', '变化与2026年第三季度公布的排名相比');
    expect(posts()).toHaveLength(2);
  });

  it('every published total is the sum of the rows in the snapshot, which has the hash that it says', async () => {
    for (const span of ['2026Q3', '2026Q4']) {
      const row = await publishedRanking(db(), span);
      const content = row?.content ?? '';
      expect(createHash('sha256').update(content).digest('hex')).toBe(row?.hash);
      const { units } = JSON.parse(content) as Snapshot;
      expect(units.length).toBeGreaterThan(10);
      for (const unit of units) {
        const sum = unit.rows.reduce((total, { points }) => total + points, 0);
        expect(Math.abs(sum - unit.total)).toBeLessThan(1e-9);
        expect(Math.abs(sum - unit.shown)).toBeLessThan(0.005001);
        const better = units.filter((other) => other.shown > unit.shown).length;
        expect(unit.place).toBe(better + 1);
      }
    }
  });

  it('the exported rows still add up to what was published when the facts have changed since', async () => {
    cast.tell('office-1', '/评分 税务局 2026Q4 -3 更正 公布以后才知道');
    await cast.hears('office-1', '已录入', '公布以后才知道');
    const file = await scoresWorkbook(cast.world.service.deps, '2026Q4');
    const sheets = readXlsx(file?.content ?? new Uint8Array());
    const rowsOf = (name: string) => {
      const cells = sheets.find((one) => one.name === name)?.rows.map((row) => row.cells.map(String)) ?? [];
      return cells.slice(cells.findIndex(([first]) => first === '单位') + 1);
    };
    const row = await publishedRanking(db(), '2026Q4');
    const { units } = JSON.parse(row?.content ?? '') as Snapshot;
    const exported = rowsOf('公布');
    expect(exported.map(([name, , total]) => [name, Number(total)])).toEqual(
      units.map(({ name, shown }) => [name, shown]),
    );
    for (const [name, , total] of exported) {
      const sum = rowsOf('公布明细')
        .filter(([unit]) => unit === name)
        .reduce((points, cells) => points + Number(cells[3]), 0);
      expect(Math.abs(sum - Number(total))).toBeLessThan(0.005001);
    }
    const now = rowsOf('评分').find(([name]) => name === '税务局');
    expect(Number(now?.[8])).toBeLessThan(units.find(({ name }) => name === '税务局')?.shown ?? 0);
  });
});
