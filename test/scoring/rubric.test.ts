import { describe, expect, it } from 'vitest';
import { readRubric, withFields } from '../../src/scoring/rubric.ts';
import { RUBRIC } from './facts.ts';

describe('评分办法', () => {
  it('weights must add up to 100', () => {
    expect(() => withFields(RUBRIC, { quality: 35 })).toThrow('四项权重合计应为100，现在是105');
    expect(withFields(RUBRIC, { quality: 35, indicators: 25 }).weights).toEqual({
      timeliness: 20,
      completeness: 20,
      indicators: 25,
      quality: 35,
    });
  });

  it.each(['logins', 'readReceipts', 'replySpeed', 'chatMessages', '登录次数'])(
    '%s cannot be measured, and the burden rule is named',
    (criterion) => {
      const weights = { ...RUBRIC.weights, quality: 20, [criterion]: 10 };
      expect(() => readRubric({ ...RUBRIC, weights })).toThrow('减轻基层负担');
    },
  );

  it('numbers out of range, indicators that take all, marks out of order', () => {
    expect(() => withFields(RUBRIC, { timeliness: -1, quality: 51 })).toThrow('及时性应在0～100之间');
    expect(() => withFields(RUBRIC, { timeliness: 0, completeness: 0, quality: 0, indicators: 100 })).toThrow(
      '指标不能占满100',
    );
    expect(() => readRubric({ ...RUBRIC, marks: { 优: 1, 良: 0.5, 中: 0.6, 差: 0.3 } })).toThrow('从优到差');
    expect(() => withFields(RUBRIC, { ceiling: 90 })).toThrow('总分上限应在100～200之间');
    expect(() => withFields(RUBRIC, { mark_1: 120 })).toThrow('质量优占比应在0～100之间');
    expect(() => withFields(RUBRIC, { mark_2: 50 })).toThrow('从优到差');
    expect(withFields(RUBRIC, { mark_2: 85, ceiling: 110 })).toMatchObject({
      marks: { 优: 1, 良: 0.85, 中: 0.6, 差: 0.3 },
      ceiling: 110,
    });
    expect(withFields(RUBRIC, { year_mark: 30 }).year).toEqual({ quarters: 70, mark: 30 });
  });
});
