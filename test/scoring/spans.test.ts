import { describe, expect, it } from 'vitest';
import { placed, toHundredths } from '../../src/scoring/rounding.ts';
import { parseSpan, quartersOf } from '../../src/scoring/span.ts';
import { type SpanParts, spanScores } from '../../src/scoring/spans.ts';
import type { UnitScore } from '../../src/scoring/types.ts';
import { RUBRIC } from './facts.ts';

function quarter(totals: Record<string, number>): UnitScore[] {
  return Object.entries(totals).map(([unit, total]) => ({
    unit,
    period: '',
    rubric: 1,
    rows: [],
    total,
    shown: total,
    place: 1,
  }));
}

function year(of: Partial<SpanParts>): Record<string, string> {
  const scores = spanScores({
    span: '2026',
    quarters: new Map(),
    marks: new Map(),
    rubric: RUBRIC,
    version: 1,
    ...of,
  });
  return Object.fromEntries(scores.map(({ unit, shown, place }) => [unit, `${shown} (${place})`]));
}

describe('spans', () => {
  it.each([
    ['2026Q4', '2026Q4'],
    ['2026年四季度', '2026Q4'],
    ['2026上半年', '2026H1'],
    ['2026年下半年', '2026H2'],
    ['2026h2', '2026H2'],
    ['2026年度', '2026'],
    ['２０２６年', '2026'],
  ])('%s is %s', (text, span) => expect(parseSpan(text)).toBe(span));

  it('what cannot be read is refused with how to write it', () => {
    expect(() => parseSpan('去年')).toThrow('请写成 2026Q4（季度）、2026上半年或 2026年 这样');
    expect(quartersOf('2026H2')).toEqual(['2026Q3', '2026Q4']);
  });
});

describe('a year: the mean of the quarters 60, the office’s mark 40', () => {
  const quarters = new Map([
    ['2026Q1', quarter({ a: 100, b: 80, gone: 90 })],
    ['2026Q2', quarter({ a: 90, b: 0, gone: 70 })],
    ['2026Q3', quarter({ a: 95, b: 70, joined: 88 })],
    ['2026Q4', quarter({ a: 95, b: 90, joined: 92 })],
  ]);

  it('a quarter not reported counts 0; one without anything to report is left out', () => {
    expect(year({ quarters })).toEqual({ a: '95 (1)', joined: '90 (2)', gone: '80 (3)', b: '60 (4)' });
  });

  it('with a mark 60 to 40; without, the quarters alone, and that is said', () => {
    const marks = new Map([['b', { mark: 90, enteredBy: 'ou_office' }]]);
    expect(year({ quarters, marks })['b']).toBe('72 (4)');
    const [best] = spanScores({ span: '2026', quarters, marks, rubric: RUBRIC, version: 1 });
    expect(best?.rows.at(-1)?.reason).toBe('没有年度考评分，只按季度计。');
  });

  it('a half-year is the mean of its two quarters; a mark has no part in it', () => {
    const marks = new Map([['a', { mark: 0, enteredBy: 'ou_office' }]]);
    const second = new Map([...quarters].filter(([id]) => id >= '2026Q3'));
    expect(year({ span: '2026H2', quarters: second, marks })).toEqual({
      a: '95 (1)',
      joined: '90 (2)',
      b: '80 (3)',
    });
  });
});

describe('places', () => {
  it.each([
    [
      [90, 90, 80, 100],
      [1, 2, 2, 4],
    ],
    [
      [70, 70, 70],
      [1, 1, 1],
    ],
    [[], []],
  ])('%j: %j', (shown, places) => {
    expect(placed(shown.map((one) => ({ shown: one }))).map(({ place }) => place)).toEqual(places);
  });

  it.each([
    [1.005, 1.01],
    [89.994999, 89.99],
    [89.995, 90],
    [200 / 3, 66.67],
    [0, 0],
  ])('%d is shown as %d', (points, shown) => expect(toHundredths(points)).toBe(shown));
});
