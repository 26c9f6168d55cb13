import { describe, expect, it } from 'vitest';
import { type BriefRow, newBrief } from '../../db/queries/briefs.ts';
import type { ItemSheet } from '../../db/queries/reports.ts';
import { briefCard, formCard, previewCard, publishedCard, toldCard } from '../../src/briefs/cards.ts';
import type { BriefDesk } from '../../src/briefs/desk.ts';
import { listCard, pickCard } from '../../src/briefs/list-cards.ts';
import { assertFits } from '../../src/cards/limits.ts';

/** The longest that people can type, of signs that have to be escaped. */
const LONG = '<at id=all></at>*[链](x)'.repeat(60).slice(0, 1000);

const brief: BriefRow = {
  ...newBrief({
    id: 'b',
    period: '2026Q4',
    unit: 'u',
    item: 'measure:1',
    item_title: LONG.slice(0, 100),
    source: LONG,
    title: LONG.slice(0, 200),
    body: LONG,
    scored: 1,
    made_by: 'ou',
    made_at: 0,
  }),
};
const desk = {
  brief,
  unitName: '行政审批与大数据管理服务局',
  periodName: '2026年第四季度',
  points: { each: 2, cap: 5, given: 1 },
  warnings: Array.from({ length: 10 }, () => `本期已计：+2 ${LONG.slice(0, 300)}`),
} as unknown as BriefDesk;
const typed = { title: LONG.slice(0, 200), body: LONG, scored: 1 as const };
const published: BriefDesk = {
  ...desk,
  brief: { ...brief, status: 'published', year: '2026', no: 3, published_at: 1 },
};
const withdrawn: BriefDesk = {
  ...published,
  brief: { ...published.brief, status: 'withdrawn', withdrawn_because: LONG.slice(0, 200) },
};

describe('the cards of a brief fit the platform with the longest texts', () => {
  it.each([
    ['form', () => formCard(desk)],
    ['form after a clash', () => formCard(desk, { typed, refusal: '没有保存。', other: brief })],
    ['preview', () => previewCard(desk)],
    ['published', () => publishedCard(published, { typed, says: '没有保存。' })],
    ['withdrawn', () => briefCard(withdrawn)],
    ['told', () => toldCard(published)],
    ['told of the withdrawal', () => toldCard(withdrawn)],
  ])('%s', (_, card) => {
    const shown = assertFits(card());
    expect(markdownOf(JSON.parse(shown)).join('')).not.toContain('<at id=all>');
  });

  it('lists are paged', () => {
    const all = Array.from({ length: 100 }, () => published.brief);
    const of = { nameOf: () => desk.unitName, page: 99, canTurn: true, isOffice: true, title: '工作动态' };
    expect(assertFits(listCard(all, of))).toContain('第 13/13 页');
    const items = Array.from({ length: 60 }, (_, position) => ({
      position,
      item: `i${position}`,
      title: LONG.slice(0, 100),
      progress: LONG,
    })) as unknown as ItemSheet[];
    const picked = { period: '2026Q4', unit: 'u', unitName: desk.unitName, items, taken: new Map(), page: 0 };
    expect(assertFits(pickCard(picked))).toContain('第 1/8 页');
  });
});

function markdownOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(markdownOf);
  if (typeof node !== 'object' || node === null) return [];
  const { tag, content } = node as Record<string, unknown>;
  const own = tag === 'markdown' && typeof content === 'string' ? [content] : [];
  return [...own, ...Object.values(node).flatMap(markdownOf)];
}
