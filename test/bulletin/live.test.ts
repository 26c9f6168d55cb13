import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBulletinWish } from '../../src/bulletin/live.ts';

describe('a request for a bulletin in words', () => {
  it.each([
    ['上季度的通报', 'previous'],
    ['上季度通报发我', 'previous'],
    ['看看上一期通报', 'previous'],
    ['最新的通报在哪？', 'newest'],
    ['本季度通报发布了吗', 'running'],
    ['2026年三季度的工作通报', { period: '2026Q3' }],
    ['看 2026Q3 通报', { period: '2026Q3' }],
  ])('%s', (question, wish) => {
    expect(readBulletinWish(question)).toEqual(wish);
  });

  it.each([
    '通报多久一次',
    '季度通报是谁搞的',
    '上季度谁被通报批评',
    '通报',
    '上季度的通报里财政局怎么样',
    '',
  ])('is not: %s', (question) => {
    expect(readBulletinWish(question)).toBeUndefined();
  });

  it('takes no question that is the notice’s to answer', () => {
    const folder = new URL('../questions/', import.meta.url);
    const questions = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n').filter(Boolean))
      .map((line) => String((JSON.parse(line) as { q: unknown }).q));
    expect(questions.length).toBeGreaterThan(100);
    expect(questions.filter((question) => readBulletinWish(question) !== undefined)).toEqual([]);
  });
});
