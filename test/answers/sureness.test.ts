import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import type { Match } from '../../src/answers/sentences/retrieve.ts';
import { isAhead, isSure } from '../../src/answers/sentences/sureness.ts';

const match = (location: string, coverage: number, weight: number) =>
  ({ statement: { location, folded: location }, coverage, weight }) as Match;

describe('a sentence that has much of a question, in words of asking nobody has used', () => {
  it('is ahead without being sure', () => {
    const matches = [match('一', 0.4, 4), match('二', 0.2, 2)];
    expect(isSure(matches)).toBe(false);
    expect(isAhead(matches)).toBe(true);
  });

  it.each([
    ['another place comes near', [match('一', 0.4, 4), match('二', 0.3, 3)]],
    ['it has little of it', [match('一', 0.4, 1.5), match('二', 0.1, 1)]],
    ['it lacks the most of it', [match('一', 0.3, 4), match('二', 0.1, 1)]],
  ])('is not where %s', (_, matches) => {
    expect(isAhead(matches)).toBe(false);
  });

  it.each([
    ['招商队伍一年里多少时间得在外头跑', '1/4'],
    ['表单精简到1张是哪类报装', '报装'],
    ['破产的案子审起来要再快多少', '30%'],
    ['办事不用跟人打照面就能批的，今年底要占到多大份儿', '90%'],
  ])('%s', (question, said) => {
    const { kind, text } = defaultEngine().ask(question);
    expect(kind).toBe('answer');
    expect(text).toContain(said);
  });

  it.each([
    ['市场开放度是科创还是招商牵', '招商中心'],
    ['跨境组全体单位的名单来一份', '税务局'],
  ])('%s is answered by who is who, not by a sentence that is ahead', (question, said) => {
    expect(defaultEngine().ask(question).text).toContain(said);
  });
});
