import { describe, expect, it } from 'vitest';
import { figureCheck, figuresChanged, figuresIn } from '../../src/bulletin/figures.ts';

const numbers = (text: string) => figuresIn(text).map(({ number }) => number);

describe('figures in a text', () => {
  it('are found with their words, decimals, percents and wide digits; numbering is none', () => {
    expect(numbers('1.提升10.5％，共１２家。\n（2）第3项1,200件\n2．无')).toEqual([
      '10.5%',
      '12',
      '3',
      '1200',
    ]);
    expect(figuresIn('2026年，已报送12家，其中').map(({ shown }) => shown)).toEqual(['2026年', '已报送12家']);
    expect(numbers('3.5个百分点')).toEqual(['3.5']);
    expect(numbers('')).toEqual([]);
  });

  it('that vanished, differ or were added are named, wherever they stand', () => {
    const composed = '应报送68家，已报送12家，补报12家。';
    expect(figureCheck(composed, '补报12家；已报送12家，应报送68家')).toEqual({ missing: [], other: [] });
    expect(figureCheck(composed, '应报送68家，已报送13家，补报12家。')).toEqual({
      missing: ['补报12家'],
      other: ['已报送13家'],
    });
    expect(figureCheck(composed, '各单位都报送了。').missing).toHaveLength(3);
  });

  it('that changed since are named with both values', () => {
    expect(figuresChanged('已报送12家，补报3家', '已报送13家，补报3家')).toEqual(['已报送12家 → 已报送13家']);
    expect(figuresChanged('未报送2家：甲、乙', '各单位都报了')).toEqual(['原有“未报送2家”，现有无']);
    expect(figuresChanged('甲', '乙')).toEqual([]);
  });
});
