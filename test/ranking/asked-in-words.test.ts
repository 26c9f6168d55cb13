import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { readRankingWish } from '../../src/ranking/live.ts';
import { readScoreWish } from '../../src/scoring/live.ts';

const engine = defaultEngine();
const TODAY = '2027-01-12';
const ranking = (question: string) => readRankingWish(question, engine.linkEntities(question), TODAY);
const score = (question: string) => readScoreWish(question, engine.linkEntities(question), TODAY);
const Q4 = { span: '2026Q4' };

describe('questions about the ranking', () => {
  it.each([
    ['上季度谁第一？', { when: Q4, top: 1 }],
    ['上个季度排名第一的是谁', { when: Q4, top: 1 }],
    ['谁排名第一', { when: 'newest', top: 1 }],
    ['哪家排名最高', { when: 'newest', top: 1 }],
    ['四季度哪个单位得分最高', { when: Q4, top: 1 }],
    ['2026年第三季度谁第一', { when: { span: '2026Q3' }, top: 1 }],
    ['本季度谁第一', { when: { span: '2027Q1' }, top: 1 }],
    ['2026年谁第一', { when: { span: '2026' }, top: 1 }],
    ['下半年谁第一', { when: { span: '2027H2' }, top: 1 }],
    ['排名前三的单位有哪些', { when: 'newest', top: 3 }],
    ['上季度谁垫底', { when: Q4, last: true }],
    ['谁得分最低', { when: 'newest', last: true }],
    ['财政局第几', { when: 'newest', unit: 'finance' }],
    ['财政局上季度排第几名', { when: Q4, unit: 'finance' }],
    ['税务局三季度的名次', { when: { span: '2026Q3' }, unit: 'tax' }],
    ['我们排第几', { when: 'newest', unit: 'own' }],
    ['我们单位上季度第几名', { when: Q4, unit: 'own' }],
    ['本局排名多少', { when: 'newest', unit: 'own' }],
    ['最新排名', { when: 'newest', all: true }],
    ['看看上季度的排名', { when: Q4, all: true }],
    ['排名公布了吗', { when: 'newest', all: true }],
  ])('%s', (question, wanted) => {
    expect(ranking(question)).toEqual(wanted);
  });

  it.each([
    '财政局在第几组',
    '第一组谁牵头',
    '前三条是什么',
    '排名',
    '多久公布一次排名',
    '我区在全省排第几',
    '去年我们排第几',
    '谁负责排名',
    '综合排名怎么用',
    '第一责任人是谁',
  ])('%s is none', (question) => {
    expect(ranking(question)).toBeUndefined();
  });
});

describe('questions about a score', () => {
  it.each([
    ['为什么扣分', { unit: 'own', when: 'newest' }],
    ['为什么给我们扣分', { unit: 'own', when: 'newest' }],
    ['凭什么扣我们分', { unit: 'own', when: 'newest' }],
    ['上季度我们扣了几分', { unit: 'own', when: Q4 }],
    ['我们哪一项丢了分', { unit: 'own', when: 'newest' }],
    ['扣分的原因是什么', { unit: 'own', when: 'newest' }],
    ['财政局为什么被扣分', { unit: 'finance', when: 'newest' }],
    ['财政局三季度多少分', { unit: 'finance', when: { span: '2026Q3' } }],
    ['我们2026年得了多少分', { unit: 'own', when: { span: '2026' } }],
  ])('%s', (question, wanted) => {
    expect(score(question)).toEqual(wanted);
  });

  it.each(['迟报一天扣几分，怎么算', '评分办法是什么', '加分上限是多少分'])('%s is none', (question) => {
    expect(score(question)).toBeUndefined();
  });
});
