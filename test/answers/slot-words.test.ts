import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { plainSlots } from '../../src/answers/slot-words.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1));

describe('words for the slots of a group', () => {
  it.each([
    ['22组谁主导谁配合', '22组谁牵头谁配合'],
    ['哪家是主责部门', '哪家是牵头单位'],
    ['7组的协办单位', '7组的责任单位'],
    ['第15条的协办单位', '第15条的配合单位'],
    ['它当帮忙的单位', '它当责任单位'],
    ['几个专班', '几个小组'],
    ['它归哪位领导盯着', '它归哪位领导分包'],
    ['供电中心是牵头还是成员单位', '供电中心是牵头还是责任单位'],
    ['进了五个组的单位', '参加五个组的单位'],
  ])('%s: %s', (said, plain) => {
    expect(plainSlots(said)).toBe(plain);
  });

  it.each([
    '谁是总负责人',
    '市场主导的思路',
    '跟工商分局配合的单位，报一下',
    '领导小组成员单位有几家',
    '联系方式',
    '某局谁是头',
    '起带头作用',
  ])('%s is left alone', (said) => {
    expect(plainSlots(said)).toBe(said);
  });

  it.each([
    [['办电这事儿谁主责'], '发展改革委、供电中心牵头'],
    [['作风建设专班的联系领导'], '刘春明'],
    [['信用环境组谁联系'], '侯建华'],
    [['高鸿盯哪个组'], '跨境贸易'],
    [['15组成员单位报下名'], '城管局、市水务公司、中裕燃气牵头'],
    [['农业农村局就那个什么招投标组一个吗'], '5个组'],
    [['企业开办打下手的是谁'], '公安分局'],
    [['第9组谁牵头？成员单位有哪些？'], '责任单位：各相关单位'],
    [['缴纳税费组谁牵头', '成员单位呢'], '卫健委'],
    [['领导小组组长是谁', '成员单位有哪些'], '36家'],
    [['建筑许可组是住建局牵头吧', '分管领导是哪位'], '赵俊生'],
    [['谁是领导小组的头儿'], '吕沛'],
  ])('%s', (turns, says) => {
    expect(ask(...turns).text).toContain(says);
  });

  it('knows no leader of a unit', () => {
    expect(ask('住建局分管领导是谁').text).toContain('通知里没有写');
  });
});
