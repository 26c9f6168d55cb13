import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/clock.ts';
import { boardOf } from '../../src/scoring/boards.ts';
import { totalOf } from '../../src/scoring/entries.ts';
import type { UnitFacts } from '../../src/scoring/facts.ts';
import { pointsOf } from '../../src/scoring/points.ts';
import { BY, entryRow, facts, valueFacts } from './facts.ts';

/** Numbers 0…1 that are the same each time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Due 2027-01-08 18:00; the working days after it, by hand. */
const LATER = ['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'];
const MARKS = ['优', '良', '中', '差'] as const;

interface Drawn {
  facts: UnitFacts;
  late: number;
  filled: number;
  items: number;
  values: number[];
  mark: number;
  adds: number[];
  deducts: number[];
}

function drawn(roll: () => number): Drawn {
  const upTo = (most: number) => Math.floor(roll() * (most + 1));
  const late = upTo(5);
  const day = late === 0 ? '2027-01-07' : (LATER[late - 1] ?? '');
  const items = 1 + upTo(11);
  const filled = upTo(items);
  const values = Array.from({ length: upTo(3) }, () => 10 + upTo(40));
  const mark = upTo(3);
  const adds = Array.from({ length: upTo(4) }, () => 1 + upTo(2));
  const deducts = Array.from({ length: upTo(6) }, () => 1 + upTo(4));
  const entries = [
    ...adds.map((points) => entryRow({ kind: 'add', points })),
    ...deducts.map((points) => entryRow({ kind: 'deduct', points })),
  ];
  return {
    facts: facts({
      report: { first_submitted_at: instantOf(day, '10:00'), mark: MARKS[mark] ?? '优' },
      items: Array.from({ length: items }, (_, no) => ({
        item: `${no}`,
        title: '',
        hasContent: no < filled,
      })),
      values: values.map((value) => valueFacts({ raw: String(value), value })),
      entries,
    }),
    late,
    filled,
    items,
    values,
    mark,
    adds,
    deducts,
  };
}

/** Design §5 in one expression, by other code than the product's. */
function byHand({ late, filled, items, values, mark, adds, deducts }: Drawn): number {
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
  const others = Math.max(0, 20 - 4 * late) + (20 * filled) / items + ([30, 24, 18, 9][mark] ?? 0);
  const reached = values.map((value) => (value <= 20 ? 1 : 20 / value));
  const base = values.length === 0 ? others / 0.7 : others + (30 * sum(reached)) / values.length;
  return Math.min(105, Math.max(0, base + Math.min(5, sum(adds)) - Math.min(20, sum(deducts))));
}

describe('scores', () => {
  it('five hundred units drawn by lot have what design §5 gives them', () => {
    const roll = dice(7);
    for (let no = 0; no < 500; no++) {
      const one = drawn(roll);
      expect(totalOf(pointsOf(one.facts, BY))).toBeCloseTo(byHand(one), 8);
    }
  });

  it('by unit, by lead unit, by task group: the mean of the units that have a part', () => {
    const score = (unit: string, total: number) => {
      return { unit, period: '2026Q4', rubric: 1, rows: [], total, shown: total, place: 0 };
    };
    const scores = [score('a', 90), score('b', 80), score('c', 70)];
    const parts = [
      { unit: 'b', item: 'group:1', group_no: 1, kind: 'group' as const },
      { unit: 'c', item: 'part:1', group_no: 1, kind: 'group-part' as const },
      { unit: 'a', item: 'part:2', group_no: 2, kind: 'group-part' as const },
      { unit: 'c', item: 'group:2', group_no: 2, kind: 'group' as const },
      { unit: 'c', item: 'measure:7', group_no: null, kind: 'measure' as const },
      { unit: 'c', item: 'measure:8', group_no: 2, kind: 'measure' as const },
    ];
    const lines = (kind: 'units' | 'leads' | 'groups') =>
      boardOf(kind, scores, parts).map(({ subject, shown, place }) => `${place} ${subject} ${shown}`);
    expect(lines('units')).toEqual(['1 a 90', '2 b 80', '3 c 70']);
    expect(lines('leads')).toEqual(['1 b 80', '2 c 70']);
    expect(boardOf('leads', scores, parts).map(({ leads }) => leads)).toEqual([
      { groups: 1, measures: 0 },
      { groups: 1, measures: 2 },
    ]);
    const own = [{ unit: 'a', item: 'measure:9', group_no: null, kind: 'measure' as const }];
    expect(boardOf('leads', scores, own)).toMatchObject([
      { subject: 'a', leads: { groups: 0, measures: 1 } },
    ]);
    expect(boardOf('groups', scores, own)).toEqual([]);
    expect(lines('groups')).toEqual(['1 2 80', '2 1 75']);
  });
});
