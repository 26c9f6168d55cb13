import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { createEngine } from '../../src/answers/engine.ts';
import { otherLexicon } from './other-notice/lexicon.ts';
import { otherModel } from './other-notice/model.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;
const other = createEngine(otherModel, otherLexicon);
const askOther = (...turns: string[]) => other.ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;

describe('posts of the body that was told of', () => {
  it.each([
    [['领导小组组长谁', '底下办公室的主任呢'], '侯建华'],
    [['附件2那个领导小组组长是谁', '它办公室谁是主任'], '赵洪波'],
    [['附件2成立了什么领导小组', '它的副组长都有谁'], '刘春明、冯利民'],
    [['附件2那个办公室主任是谁', '区里办公室主任呢'], '侯建华'],
    [['领导小组办公室主任谁', '我问的附件2那个'], '赵洪波'],
    [['领导小组办公室主任谁', '手下组织部来的那个副主任是谁'], '副主任里没有工委组织部的人'],
    [['办公室副主任都有谁', '发改委那边的是谁'], '时东风'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('in another notice', () => {
    expect(askOther('领导小组组长是谁', '那办公室的主任是谁')).toContain('白岩');
  });

  it('are not those of a unit whose head was asked for', () => {
    expect(ask('审批局牵头哪些组', '它那个局长叫啥')).toContain('没有写行政审批与大数据管理局局长');
    expect(ask('交税组谁牵头', '他们一把手是谁')).toContain('没有写税务局');
  });
});

describe('what a few words ask of what was told', () => {
  it.each([
    [['附件1第14条谁牵头', '16、17呢'], '第17条：行政审批与大数据管理局'],
    [['第5组谁分包', '6和7也说下'], '申晓东'],
    [['附件1第4条谁牵头', '紧接着的下一条，还是它吗'], '附件1第5条：工商分局牵头'],
    [['人均公园绿地要到多少', '这一项归哪家落实'], '生态环境局'],
    [['万英奎有没有分包', '还有谁也没有'], '许海玲'],
    [['副组长有哪些人', '里头哪几个啥也没分到'], '许海玲、万英奎'],
    [['4月提升50%以上的是哪几项', '提升30%的又是哪些'], '获得电力'],
    [['组织部是哪几条措施的牵头', '除了这些，还在哪个组算责任单位'], '信用环境'],
    [['建筑许可组责任单位有哪些', '有没有我们供水的'], '是的'],
    [['用水用气报装材料几项', '要不要跑大厅'], '零上门'],
    [['专项问题排查是怎么查', '查出问题以后怎么弄'], '问题台账'],
    [['高鸿分包哪些', '招投标算他的吗'], '不是。招投标（第8组）由侯建华分包'],
    [['城管局牵头哪个组', '获得电力归它吗'], '不是。'],
    [['统战部部长是谁', '那副部长呢'], '没有写工委统战部副部长'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('names nobody by a like sound', () => {
    expect(ask('不动产登记组责任单位有哪些', '有没有我们供热的')).toContain('高新热力');
    expect(ask('用水用气组谁牵头', '有没有供电的')).toContain('不，供电中心不在');
  });

  it('of numbers in a row in another notice', () => {
    expect(askOther('第1组谁分包', '2、3呢')).toMatch(/第2组[\s\S]*第3组/);
  });
});
