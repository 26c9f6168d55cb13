import { describe, expect, it } from 'vitest';
import { attainment } from '../../src/scoring/attainment.ts';

const BASE = { target: 21, upTo: undefined, isExcused: false };

describe('attainment of an indicator (design §5)', () => {
  it.each([
    ['<=', 21, 21, 1],
    ['<=', 21, 20, 1],
    ['<=', 21, 42, 0.5],
    ['<=', 0, 0, 1],
    ['>=', 90, 95, 1],
    ['>=', 90, 45, 0.5],
    ['>=', 0, 0, 1],
    ['>=', 90, -3, 0],
    ['=', 24, 24, 1],
    ['=', 24, 12, 0.5],
    ['about', 10, 9, 0.9],
    ['reduce', 50, 25, 0.5],
    ['raise', 20, 30, 1],
    // About so much is no ceiling.
    ['about', 10, 15, 1],
    // Across or at zero a ratio says nothing: a miss is a miss.
    ['>=', -2, -5, 0],
    ['<=', -10, -5, 0],
    ['<=', 0, 3, 0],
    ['raise', 0, -1, 0],
    ['raise', 0, 0, 1],
    ['<=', 21, -1, 1],
  ])('%s %d, reported %d: %d', (comparator, target, value, wanted) => {
    expect(attainment({ ...BASE, comparator, target, value })).toBeCloseTo(wanted, 10);
  });

  it('nothing reported is none; an accepted reason leaves it out; so does what cannot be measured', () => {
    expect(attainment({ ...BASE, comparator: '<=', value: undefined })).toBe(0);
    expect(attainment({ ...BASE, comparator: '<=', value: undefined, isExcused: true })).toBeUndefined();
    expect(attainment({ ...BASE, comparator: 'qualitative', value: 1 })).toBeUndefined();
    expect(attainment({ ...BASE, comparator: '<=', target: undefined, value: 1 })).toBeUndefined();
  });

  it('of a range, the lower end is to be reached', () => {
    const range = { ...BASE, comparator: '>=', target: 6, upTo: 10 };
    expect(attainment({ ...range, value: 6 })).toBe(1);
    expect(attainment({ ...range, value: 3 })).toBe(0.5);
  });
});
