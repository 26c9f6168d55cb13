import { parsePeriod, previousPeriod, quarterOf } from '../reports/period.ts';
import type { SpanId } from './span.ts';

/** Which quarter, half-year or year is meant; `newest`: the latest there is. */
export type When = 'newest' | { span: SpanId };

const RULES: readonly (readonly [RegExp, (found: readonly string[], today: string) => When])[] = [
  [/20\d\d年?(?:Q[1-4]|第?[一二三四1-4]季度?)的?/i, ([all = '']) => ({ span: parsePeriod(bare(all)) })],
  [
    /(?:(20\d\d)年|今年)?([上下])半年的?/,
    ([, year, half], today) => ({ span: `${year || today.slice(0, 4)}H${half === '上' ? 1 : 2}` }),
  ],
  [/上个?季度?的?|上一?期的?/, (_, today) => ({ span: previousPeriod(quarterOf(today)) })],
  [/本季度?的?|这个?季度的?|当季的?/, (_, today) => ({ span: quarterOf(today) })],
  [/(?:今年)?第?([一二三四1-4])季度?的?/, ([, no = ''], today) => ({ span: lastOf(no, today) })],
  [/(20\d\d)年度?的?/, ([, year = '']) => ({ span: year })],
  [/(?:今年|本年度?)的?/, (_, today) => ({ span: today.slice(0, 4) })],
  [/(?:本期|最新(?:一期)?|最近(?:一期)?|目前|现在)的?/, () => 'newest'],
];

/**
 * Takes the first time out of what was said (NFKC, without blanks). A quarter without a year is the last one that has
 * begun; 上季度 is the calendar's. Pure.
 *
 * @param today a day in Asia/Shanghai
 */
export function readWhen(text: string, today: string): { when: When | undefined; rest: string } {
  for (const [pattern, read] of RULES) {
    const found = pattern.exec(text);
    if (found) return { when: read(found, today), rest: text.replace(found[0], '') };
  }
  return { when: undefined, rest: text };
}

function bare(text: string): string {
  return text.replace(/的$/, '');
}

function lastOf(no: string, today: string): SpanId {
  const year = Number(today.slice(0, 4));
  const span = parsePeriod(`${year}年第${no}季度`);
  return span <= quarterOf(today) ? span : parsePeriod(`${year - 1}年第${no}季度`);
}
