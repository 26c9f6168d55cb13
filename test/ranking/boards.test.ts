import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindChat, WORK_GROUP } from '../../db/queries/chats.ts';
import { scoredItems } from '../../db/queries/scoring-facts.ts';
import { scoresOf } from '../../src/scoring/scores.ts';
import { MORNING } from '../people/cast.ts';
import { openFilled } from '../progress/filled.ts';
import { type ReportCast, startReportCast } from '../stories/report-support.ts';
import { wordsOf } from '../support/world.ts';

let cast: ReportCast;
beforeAll(async () => {
  cast = await startReportCast();
  const { db, notice } = cast.world.service.deps;
  for (const who of ['office-1', 'stranger']) {
    cast.world.sandbox.as(cast.id(who)).enter();
    await cast.hears(who, '直接问我');
  }
  const submitted = { status: 'submitted' as const, submittedAt: MORNING };
  await openFilled(db, notice.model, {
    period: '2026Q4',
    dueOn: '2027-01-08',
    now: MORNING,
    units: { finance: submitted, tax: submitted },
  });
  const chatId = cast.world.sandbox.groupId('work');
  await db.apply(bindChat(db, { chatId, groupNo: WORK_GROUP, by: cast.id('office-1'), now: MORNING }));
});
afterAll(() => cast.close());

interface Row {
  place: string;
  subject: string;
  total: string;
}
function rowsIn(node: unknown): Row[] {
  if (Array.isArray(node)) return node.flatMap(rowsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { tag, rows } = node as { tag?: string; rows?: Row[] };
  return tag === 'table' ? (rows ?? []) : Object.values(node).flatMap(rowsIn);
}

describe('boards of a ranking', () => {
  it('before publication they are the office’s', async () => {
    cast.tell('stranger', '/排名 2026Q4 小组');
    await cast.hears('stranger', '2026年第四季度的排名还没有公布');
    cast.tell('office-1', '/排名 2026Q4 牵头单位');
    await cast.hears('office-1', '排名 · 牵头单位', '未公布');
    cast.tell('office-1', '/排名 2026Q4');
    const preview = await cast.hears('office-1', '排名预览');
    await cast.press('office-1', preview, '专项小组');
    await cast.hears('office-1', '排名 · 专项小组', '未公布');
    await cast.turns('office-1', preview, '发布到工作群', {
      form: { reason: '试运行' },
      says: ['排名已公布'],
    });
  });

  it('the figures are those of the scores, recomputed from the stored items', async () => {
    const { deps } = cast.world.service;
    const [scores, items] = [await scoresOf(deps, '2026Q4'), await scoredItems(deps.db, '2026Q4')];
    cast.tell('stranger', '/排名 2026Q4 专项小组');
    const groups = rowsIn((await cast.hears('stranger', '排名 · 专项小组')).body);
    for (const no of [1, 4]) {
      const units = new Set(items.filter((one) => one.group_no === no).map((one) => one.unit));
      const totals = scores.filter((one) => units.has(one.unit)).map((one) => one.total);
      const mean = totals.reduce((sum, one) => sum + one, 0) / totals.length;
      const row = groups.find(({ subject }) => subject.startsWith(`${no} `));
      expect(Number(row?.total)).toBeCloseTo(mean, 2);
      expect(row?.subject).toContain(`（${totals.length}家）`);
    }
    const card = await cast.hears('stranger', '排名 · 专项小组');
    const turned = await cast.turns('stranger', card, '牵头单位', { says: ['排名 · 牵头单位'] });
    const leads = rowsIn(turned.body);
    const leading = new Set(items.filter(({ kind }) => kind !== 'group-part').map(({ unit }) => unit));
    expect(leads).toHaveLength(leading.size);
    expect(leads.length).toBeLessThan(scores.length);
    expect(leads.map(({ total }) => Number(total))).toEqual(
      scores.filter(({ unit }) => leading.has(unit)).map(({ shown }) => shown),
    );
    const all = await cast.turns('stranger', card, '全部单位', { says: ['排名 · 全部单位'] });
    expect(rowsIn(all.body)).toHaveLength(scores.length);
  });

  it('from the work group’s card they go to who presses; a later fact changes none of what is published', async () => {
    const posted = await cast.hears('work', '数据指纹', '专项小组');
    const before = wordsOf(posted);
    cast.tell('office-1', '/评分 财政局 2026Q4 +3 典型经验 后来的');
    await cast.hears('office-1', '已录入', '后来的');
    const result = await cast.press('office-1', posted, '牵头单位');
    expect(result.toast?.content).toContain('已发到单聊');
    const own = await cast.world.sandbox.waitFor(() =>
      cast.world.sandbox
        .messagesIn(cast.world.sandbox.directChatId(cast.id('office-1')))
        .find((one) => wordsOf(one).includes('排名 · 牵头单位') && !wordsOf(one).includes('未公布')),
    );
    cast.tell('stranger', '/排名 2026Q4 牵头');
    const others = await cast.hears('stranger', '排名 · 牵头单位');
    expect(rowsIn(own.body)).toEqual(rowsIn(others.body));
    expect(wordsOf(await cast.hears('work', '数据指纹', '专项小组'))).toBe(before);
  });
});
