import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { continuedLive, readLive } from '../../src/progress/live-intent.ts';

const engine = defaultEngine();
const read = (text: string) => readLive(text, engine.linkEntities(text));

describe('a question about the live state', () => {
  it.each([
    ['还有哪些单位没报', { kind: 'missing', group: undefined }],
    ['谁还没交？', { kind: 'missing', group: undefined }],
    ['没报的有哪些', { kind: 'missing', group: undefined }],
    ['未报单位名单', { kind: 'missing', group: undefined }],
    ['有多少单位报了', { kind: 'missing', group: undefined }],
    ['大家都报齐了吗', { kind: 'missing', group: undefined }],
    ['报送情况怎么样', { kind: 'missing', group: undefined }],
    ['获得电力组还有谁没报', { kind: 'missing', group: 7 }],
    ['财政局报了吗', { kind: 'unit', unit: 'finance' }],
    ['财政局交报告了没有', { kind: 'unit', unit: 'finance' }],
    ['发改委的报送情况', { kind: 'unit', unit: 'development-reform' }],
    ['税务局进展怎么样', { kind: 'unit', unit: 'tax' }],
    ['我们单位报了没有', { kind: 'own' }],
    ['我报了吗', { kind: 'own' }],
    ['政府采购这个组进展怎么样', { kind: 'group', group: 6 }],
    ['电力这块进展如何', { kind: 'group', group: 7 }],
    ['第6组进展到哪了', { kind: 'group', group: 6 }],
    ['哪些问题需要我协调', { kind: 'coordinate' }],
    ['有没有要我出面解决的', { kind: 'coordinate' }],
  ])('%s', (text, wish) => {
    expect(read(text)).toEqual({ wish, period: { kind: 'current' } });
  });

  it.each([
    ['上季度财政局报了吗', { kind: 'previous' }],
    ['2026年三季度还有哪些单位没报', { kind: 'quarter', year: '2026', no: 3 }],
    ['第三季度谁没报', { kind: 'quarter', year: undefined, no: 3 }],
  ])('%s: of another period', (text, period) => {
    expect(read(text)?.period).toEqual(period);
  });

  it.each([
    '各单位多久报一次工作进展',
    '谁没报会怎么处理',
    '没按时报送怎么办',
    '我们单位要报什么',
    '报告报给谁',
    '什么时候截止',
    '获得电力谁牵头',
    '财政局牵头哪个组',
    '通报了哪些单位',
    '举报电话多少',
    '去年财政局报了吗',
    '财政局和税务局进展怎么样',
    '获得电力的目标完成时限',
    '',
    '没报'.repeat(50),
  ])('%s is left to the notice', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('takes nothing that the notice answers', () => {
    const folder = new URL('../questions/', import.meta.url);
    const taken = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n').filter(Boolean))
      .map((line) => JSON.parse(line) as { q: string; kind?: string; expect?: string })
      .filter(({ q, kind, expect: wanted }) => (kind ?? wanted) !== 'refuse' && read(q) !== undefined);
    expect(taken).toEqual([]);
  });

  it('goes on with 那…呢', () => {
    const last = read('财政局报了吗');
    const next = (text: string) => last && continuedLive(text, engine.linkEntities(text), last);
    expect(next('那税务局呢')?.wish).toEqual({ kind: 'unit', unit: 'tax' });
    expect(next('教育局呢？')?.wish).toEqual({ kind: 'unit', unit: 'education' });
    expect(next('那怎么办呢')).toBeUndefined();
    expect(next('税务局牵头哪个组呢')).toBeUndefined();
  });
});
