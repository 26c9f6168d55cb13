import { describe, expect, it } from 'vitest';
import type { ReportedNumber } from '../../db/queries/targets.ts';
import { trendChart } from '../../src/targets/chart.ts';
import { standingsOf } from '../../src/targets/standing.ts';

const TODAY = '2026-11-25';

/** 办电时间 ≤ 21 个工作日, accepted, unless told otherwise. */
function number(of: Partial<ReportedNumber> & Pick<ReportedNumber, 'period' | 'value'>): ReportedNumber {
  return {
    unit: 'power',
    status: 'accepted',
    measure_no: 14,
    indicator: 'm14-time',
    what: '高压客户办电时间',
    comparator: '<=',
    target: 21,
    up_to: null,
    measured_in: '个工作日',
    deadline: null,
    ...of,
  };
}

function lightOf(of: Partial<ReportedNumber> & { value: number }) {
  return standingsOf([number({ period: '2026Q3', ...of })], TODAY)[0]?.units[0]?.light;
}

describe('a light', () => {
  it.each([
    ['reached', { value: 21 }, 'green'],
    ['reached in time, long after the deadline', { value: 20, deadline: '2021-12-31' }, 'green'],
    ['missed without a deadline', { value: 22 }, 'yellow'],
    ['missed on the day of the deadline', { value: 22, deadline: TODAY }, 'yellow'],
    ['missed after the deadline', { value: 22, deadline: '2026-11-24' }, 'red'],
    ['about so much, more than that', { value: 12, comparator: 'about', target: 10 }, 'green'],
    ['raised by less than asked', { value: 9.9, comparator: 'raise', target: 10 }, 'yellow'],
    ['more than the upper end', { value: 11, comparator: '<=', target: 6, up_to: 10 }, 'yellow'],
    ['a target in words only', { value: 1, comparator: 'qualitative', target: null }, undefined],
  ] as const)('%s', (_, of, light) => {
    expect(lightOf(of)).toBe(light);
  });
});

describe('over quarters', () => {
  it('is of the newest accepted number; an unreviewed one stands beside it', () => {
    const [standing] = standingsOf(
      [
        number({ period: '2026Q1', value: 30 }),
        number({ period: '2026Q2', value: 20 }),
        number({ period: '2026Q3', value: 40, status: 'submitted' }),
      ],
      TODAY,
    );
    expect(standing?.units[0]).toMatchObject({
      latest: { period: '2026Q2' },
      light: 'green',
      unreviewed: { period: '2026Q3', value: 40 },
    });
    expect(standing?.history.map((one) => one.period)).toEqual(['2026Q1', '2026Q2']);
  });

  it('an older report that nobody reviewed is past', () => {
    const [standing] = standingsOf(
      [number({ period: '2026Q1', value: 30, status: 'submitted' }), number({ period: '2026Q2', value: 20 })],
      TODAY,
    );
    expect(standing?.units[0]?.unreviewed).toBeUndefined();
  });

  it('keeps units apart, and asks what the newest period asks', () => {
    const standings = standingsOf(
      [
        number({ period: '2026Q1', value: 30, target: 25 }),
        number({ period: '2026Q2', value: 24 }),
        number({ period: '2026Q1', value: 20, target: 25, unit: 'housing' }),
      ],
      TODAY,
    );
    expect(standings).toHaveLength(1);
    expect(standings[0]?.target.target).toBe(21);
    expect(standings[0]?.units.map((one) => [one.unit, one.light])).toEqual([
      ['power', 'yellow'],
      ['housing', 'green'],
    ]);
  });
});

describe('a trend', () => {
  it('takes two quarters, and not two units in one', () => {
    const one = [
      number({ period: '2026Q1', value: 30 }),
      number({ period: '2026Q1', value: 20, unit: 'housing' }),
    ];
    expect(trendChart(one, (unit) => unit)).toBeUndefined();
    const two = trendChart([...one, number({ period: '2026Q2', value: 24 })], (unit) => `${unit}局`);
    expect(two?.['chart_spec']).toMatchObject({
      type: 'line',
      data: {
        values: [
          { quarter: '2026Q1', value: 30, of: 'power局' },
          { quarter: '2026Q1', value: 20, of: 'housing局' },
          { quarter: '2026Q1', value: 21, of: '目标' },
          { quarter: '2026Q2', value: 24, of: 'power局' },
          { quarter: '2026Q2', value: 21, of: '目标' },
        ],
      },
    });
  });

  it('is of the last eight quarters', () => {
    const periods = [2023, 2024, 2025].flatMap((year) => [1, 2, 3, 4].map((q) => `${year}Q${q}`));
    const chart = trendChart(
      periods.map((period) => number({ period, value: 1 })),
      (unit) => unit,
    );
    const said = JSON.stringify(chart);
    expect(said).toContain('2024Q1');
    expect(said).not.toContain('2023Q4');
  });
});
