import { describe, expect, it } from 'vitest';
import { charsOf, mayMatch, neededChars } from '../../src/answers/characters/needed-chars.ts';

const needs = (pattern: RegExp) => neededChars(pattern).map((set) => String.fromCharCode(...set));

describe('the characters that a pattern needs', () => {
  it.each([
    [/牵头/, ['牵', '头']],
    [/[和跟]谁?头/, ['头', '和跟']],
    [/(?:哪[位个]|谁)的/, ['的', '哪谁']],
    [/(?<=组)不在(?!里)/, ['组', '不', '在']],
    [/(?<!第)组{2}(?=长)/, ['组', '长']],
    [/\d+条/, ['条', '0123456789']],
    [/[3-5]号/, ['号', '345']],
    [/(?:甲|乙)?丙*丁{0,2}/, []],
    [/.|甲/, []],
    [/[^甲]|乙/, []],
    [/[\u4e00-\u9fff]/, []],
    [/leader/i, []],
    [/(甲)\1/, ['甲']],
  ] as const)('%s: %j', (pattern, sets) => {
    expect(needs(pattern)).toEqual(sets);
  });

  it('rule a text out, and never one that matches', () => {
    const pattern = /(?:哪[位个]|谁)(?:来)?牵头(?=吗|呢|$)/;
    const needed = neededChars(pattern);
    const isOpen = (text: string) => mayMatch(needed, charsOf(text));
    expect(isOpen('这组谁来牵头呢')).toBe(true);
    expect(isOpen('这组归哪位分包')).toBe(false);
    expect(isOpen('')).toBe(false);
    expect(mayMatch([], charsOf(''))).toBe(true);
  });
});
