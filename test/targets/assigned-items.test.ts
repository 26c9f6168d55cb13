import { describe, expect, it } from 'vitest';
import { defaultNotice } from '../../src/notice/default.ts';
import { isObjective } from '../../src/reports/assigned.ts';
import { reportItems, reportingUnits } from '../../src/reports/items.ts';
import { formsOf } from '../../src/reports/opening.ts';

const model = defaultNotice();
/** Where an objective stands among a unit's items once the office has given it. */
const placesOf = (indicator: string, group_no: number, unit: string) =>
  reportItems(model, unit, [{ indicator, group_no, unit }])
    .filter(({ indicators }) => indicators.some(({ id }) => id === indicator))
    .map(({ id }) => id);

describe('an objective that the office has given to a unit', () => {
  it.each([
    ['the measure that the unit owns', 'p2-power-high', 7, 'power', 'measure:14'],
    ['the group that it leads', 'p2-power-high', 7, 'development-reform', 'group:7'],
    ['its part of the group', 'p2-power-high', 7, 'housing', 'part:7'],
    ['an item of its own, where it has none of the matter', 'p2-power-high', 7, 'audit', 'assigned:7'],
    ['the group, where it owns several measures of the matter', 'p1-no-meet', 9, 'approval', 'group:9'],
  ])('stands in %s', (_, indicator, group, unit, item) => {
    expect(placesOf(indicator, group, unit)).toEqual([item]);
  });

  it('of one unit and group stand in one item, and the other items stay as they are', () => {
    const assigned = ['p2-power-low', 'p2-power-high'].map((indicator) => ({
      indicator,
      group_no: 7,
      unit: 'audit',
    }));
    const before = reportItems(model, 'audit');
    const after = reportItems(model, 'audit', assigned);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([
      { id: 'assigned:7', location: '附件1·三（二）', indicators: [{ value: 3 }, { value: 21 }] },
    ]);
    expect(reportItems(model, 'power', assigned)).toEqual(reportItems(model, 'power'));
  });

  it('makes a unit report that had nothing to report; what the notice does not know changes nothing', () => {
    const idle = model.units.map(({ id }) => id).find((id) => reportItems(model, id).length === 0);
    if (idle === undefined) throw new Error('every unit reports');
    const given = [{ indicator: 'p2-power-high', group_no: 7, unit: idle }];
    expect(reportingUnits(model)).not.toContain(idle);
    expect(formsOf(model, given).values).toContainEqual(
      expect.objectContaining({ unit: idle, indicator: 'p2-power-high', target: 21 }),
    );
    expect(formsOf(model, [{ indicator: 'none', group_no: 7, unit: idle }])).toEqual(formsOf(model));
    expect(formsOf(model, [{ indicator: 'p2-power-high', group_no: 99, unit: idle }])).toEqual(
      formsOf(model),
    );
  });

  it('is none that a measure holds itself', () => {
    expect(isObjective(model, 'p2-power-high')).toBe(true);
    expect(isObjective(model, 'm5-steps')).toBe(false);
    expect(isObjective(model, 'none')).toBe(false);
  });
});
