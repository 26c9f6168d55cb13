import { describe, expect, it } from 'vitest';
import { plausibleRange, readValue, type Target } from '../../src/reports/values.ts';

const days: Target = { comparator: '<=', target: 21, up_to: null, measured_in: '个工作日' };
const share: Target = { comparator: '>=', target: 97, up_to: null, measured_in: '%' };
const shorter: Target = { comparator: 'reduce', target: 30, up_to: null, measured_in: '%' };
const about: Target = { comparator: 'about', target: 10, up_to: null, measured_in: '%' };
const growth: Target = { comparator: 'raise', target: 10, up_to: null, measured_in: '%' };

describe('a value as people write it', () => {
  it.each([
    ['18', 18],
    [' １８．５ ', 18.5],
    ['18个工作日', 18],
    ['约18', 18],
    ['1,234', 1234],
    ['0', 0],
  ])('%s is %d', (raw, value) => expect(readValue(raw, days)).toMatchObject({ kind: 'number', value }));

  it.each([
    ['12,5', 'comma'],
    ['12，5', 'comma'],
    ['十八', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['9'.repeat(400), 'not-a-number'],
    ['=HYPERLINK("x")', 'not-a-number'],
    ['15到18', 'several'],
    ['18个月', 'other-unit'],
    ['18%', 'other-unit'],
    ['暂无数据', 'no-reason'],
    ['没有数据：', 'no-reason'],
  ])('%s is no value: %s', (raw, fault) => expect(readValue(raw, days)).toEqual({ kind: 'fault', fault }));

  it('暂无数据 with a reason', () => {
    expect(readValue('暂无数据：年底才统计', days)).toEqual({ kind: 'no-data', reason: '年底才统计' });
    expect(readValue('暂无（系统未上线）', days)).toEqual({ kind: 'no-data', reason: '系统未上线' });
  });

  it('nothing', () => expect(readValue('  ', days)).toEqual({ kind: 'empty' }));
});

describe('percentages', () => {
  it.each([
    ['98.5%', share, { kind: 'number', value: 98.5, isDoubtful: false }],
    ['98.5％', share, { kind: 'number', value: 98.5, isDoubtful: false }],
    ['120', share, { kind: 'fault', fault: 'over-100' }],
    ['120%', growth, { kind: 'number', value: 120, isDoubtful: true }],
    ['-5％', growth, { kind: 'number', value: -5, isDoubtful: false }],
    ['提高了 12.5 %', growth, { kind: 'number', value: 12.5, isDoubtful: false }],
    ['120', about, { kind: 'number', value: 120, isDoubtful: true }],
  ] as const)('%s', (raw, target, reading) => expect(readValue(raw, target)).toEqual(reading));
});

describe('by so many percent less, where no base is stored', () => {
  it.each([
    ['30%', 30],
    ['压缩30%', 30],
    ['已缩短了 30.5％', 30.5],
    ['-5%', -5],
  ])('%s is %d', (raw, value) =>
    expect(readValue(raw, shorter)).toEqual({ kind: 'number', value, isDoubtful: false }),
  );

  it.each([
    ['12', 'no-percent'],
    ['12天', 'no-percent'],
    ['12个工作日', 'no-percent'],
    ['由20天压缩到12天', 'no-percent'],
    ['压缩到12天', 'no-percent'],
    ['30个百分点', 'no-percent'],
    ['12%到15%', 'no-percent'],
    ['增加5%', 'no-percent'],
    ['%', 'no-percent'],
    ['1,5%', 'comma'],
    ['130%', 'over-100'],
    ['暂无数据', 'no-reason'],
  ])('%s is asked back: %s', (raw, fault) =>
    expect(readValue(raw, shorter)).toEqual({ kind: 'fault', fault }),
  );
});

describe('the plausible range', () => {
  it('is up to ten times the target; outside a value is doubted, not refused', () => {
    expect(plausibleRange(days)).toEqual({ min: 0, max: 210 });
    expect(readValue('211', days)).toMatchObject({ value: 211, isDoubtful: true });
    expect(readValue('-1', days)).toMatchObject({ value: -1, isDoubtful: true });
  });
});
