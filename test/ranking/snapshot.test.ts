import { describe, expect, it } from 'vitest';
import { assertFits } from '../../src/cards/limits.ts';
import { rankingCard } from '../../src/ranking/card.ts';
import { freeze, movesSince, readSnapshot, snapshotOf, unmarkedText } from '../../src/ranking/snapshot.ts';
import { placed } from '../../src/scoring/rounding.ts';
import type { UnitScore } from '../../src/scoring/types.ts';

function scores(totals: Readonly<Record<string, number>>, period = '2026Q4'): UnitScore[] {
  return placed(
    Object.entries(totals).map(([unit, total]) => ({
      unit,
      period,
      rubric: 1,
      rows: [
        { unit, criterion: 'quality', label: '质量', points: total, max: 100, reason: '', evidence: [] },
      ],
      total,
      shown: total,
    })),
  );
}

function snapshot(totals: Readonly<Record<string, number>>) {
  const made = snapshotOf('2026Q4', scores(totals), (unit) => `${unit}局`);
  if (made === undefined) throw new Error('nobody was scored');
  return made;
}

describe('a ranking that is frozen', () => {
  it('gives the same hash for the same scores, another one for a hundredth more', () => {
    const one = freeze(snapshot({ a: 90, b: 80 }));
    expect(freeze(readSnapshot(one.content))).toEqual(one);
    expect(freeze(snapshot({ a: 90, b: 80.01 })).hash).not.toBe(one.hash);
  });

  it('equal scores share a place and the next one is left out', () => {
    expect(snapshot({ a: 90, b: 80, c: 90, d: 70 }).units.map(({ name, place }) => [name, place])).toEqual([
      ['a局', 1],
      ['c局', 1],
      ['b局', 3],
      ['d局', 4],
    ]);
  });

  it('knows who rose, who fell and who is new', () => {
    const moves = movesSince(snapshot({ a: 90, b: 80, c: 70 }), snapshot({ b: 95, a: 90, c: 70, d: 60 }));
    expect(Object.fromEntries(moves)).toEqual({ a: -1, b: 1, c: 0 });
    expect(moves.has('d')).toBe(false);
  });

  it('of 200 units fits into one card', () => {
    const many = Object.fromEntries(
      Array.from({ length: 200 }, (_, no) => [`第${no}行政审批与大数据管理`, 90]),
    );
    const made = snapshot(many);
    const moves = { since: '2026Q3', by: movesSince(made, made) };
    expect(assertFits(rankingCard(made, { hash: freeze(made).hash, moves, revision: 1 }))).toContain(
      '第199行政审批',
    );
  });

  it('of a year says how many have no 年度考评分, and are judged by their quarters alone', () => {
    const marked = (...max: number[]) => {
      const all = max.map((most, no) => ({
        unit: `u${no}`,
        rows: [
          { unit: `u${no}`, criterion: 'annual', label: '', points: 0, max: most, reason: '', evidence: [] },
        ],
      }));
      return { ...snapshot({ a: 1 }), units: all } as unknown as Parameters<typeof unmarkedText>[0];
    };
    expect(unmarkedText(marked(40, 0, 40))).toBe('1家没有年度考评分，只按季度计。');
    expect(unmarkedText(marked(0, 0))).toBe('没有录入年度考评分，只按季度计。');
    expect(unmarkedText(marked(40, 40))).toBeUndefined();
    expect(unmarkedText(snapshot({ a: 90 }))).toBeUndefined();
  });

  it('the first three places bear a pale colour, the rest and a place that all share none', () => {
    const tags = (of: Readonly<Record<string, number>>) => {
      const card = rankingCard(snapshot(of), { hash: 'h', moves: undefined, revision: 1 });
      return JSON.stringify(card).match(/<text_tag color='\w+'>\d<\/text_tag>(?:并列)?/g);
    };
    expect(tags({ a: 90, b: 80, c: 70, d: 60 })).toEqual([
      "<text_tag color='yellow'>1</text_tag>",
      "<text_tag color='neutral'>2</text_tag>",
      "<text_tag color='orange'>3</text_tag>",
    ]);
    expect(tags({ a: 90, b: 90, c: 70 })?.[1]).toBe("<text_tag color='yellow'>1</text_tag>并列");
    expect(tags({ a: 50, b: 50 })).toBeNull();
    expect(tags({ a: 50, b: 0 })).toHaveLength(1);
  });

  it('of nobody there is none', () => {
    expect(snapshotOf('2026Q4', [], (unit) => unit)).toBeUndefined();
  });
});
