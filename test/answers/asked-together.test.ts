import { describe, expect, it, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { slotsRead } from '../../src/answers/parts/slots-read.ts';

describe('what is asked of one thing in a row is read to the last word', () => {
  it.each([
    ['第15组:几号组,对应附件1第几条', ['第15组是第几组', '第15组对应附件1第几条']],
    ['某事组,谁分包,牵头的', ['某事组的分包领导是谁', '某事组的牵头单位是谁']],
    ['某事这块,责任单位几家、牵头的', ['某事的责任单位有几家', '某事的牵头单位是谁']],
    ['某局牵头哪个组,一共在几个组', ['某局牵头哪些组', '某局一共在几个组']],
    ['某某分包哪几项,职务怎么写', ['某某分包哪几项', '某某是什么职务']],
    ['附件1第5条谁牵头,属于哪个组', ['附件1第5条由谁牵头', '附件1第5条属于哪个组']],
  ])('%s', (text, questions) => {
    expect(slotsRead(text)).toEqual(questions);
  });

  it.each([
    ['one slot', '某事组谁牵头'],
    ['a word that is none', '某事组谁分包,为啥牵头'],
    ['a slot of a slot', '某事组牵头单位的分包领导'],
    ['one of two', '某局在12组是牵头还是配合'],
    ['a subject that asks', '哪个组谁牵头,谁分包'],
  ])('not %s', (_, text) => {
    expect(slotsRead(text)).toBeUndefined();
  });
});

describe('questions that have nothing to do with each other', () => {
  it.each([
    ['综合办一把手名字，作风好不好由谁来打分评价', ['刘会来', '第三方']],
    ['5月26这天是印发还是开会；信访局在哪个组', ['2021年5月26日', '执行合同']],
    ['第四条配合的都有谁，顺便问信用环境到底归高鸿还是归老侯', ['公安分局', '侯建华']],
    ['第13组谁牵头、谁分包？还有附件2那个专项行动的办公室主任又是谁', ['纪工委', '刘春明', '赵洪波']],
    ['双随机归哪位分管？知识产权四月份提30还是50？', ['侯建华', '30%']],
  ])('%s', (question, parts) => {
    const { text } = defaultEngine().ask(question);
    for (const part of parts) expect(text).toContain(part);
  });
});

test('what is only a part of the other is not asked by itself', () => {
  const ask = (question: string) => defaultEngine().ask(question).text;
  expect(ask('不动产组十家责任单位里面，也在建筑许可组里的有谁')).not.toContain('税务局');
  expect(ask('卫健委当责任单位、财政局却不当责任单位的组')).not.toContain('缴纳税费');
  expect(ask('工商分局不光牵头的，连配合的算上总共多少个组')).toContain('8个');
});

describe('what is asked of two', () => {
  it.each([
    ['第9组、包容普惠创新组，谁牵头，是不是同一位领导包', ['侯建华', '申晓东']],
    ['姜坤峰和高鸿各管啥，他俩那组的牵头单位分别是谁', ['统战部', '开放招商中心']],
    ['刘春明，赵俊峰俩人合计几项', ['2项']],
    ['应急管理局，教育局一起在几个组里', ['1个']],
    ['赵俊峰和刘春明哪个担子重', ['一样多']],
  ])('%s', (question, parts) => {
    const { text } = defaultEngine().ask(question);
    for (const part of parts) expect(text).toContain(part);
  });
});
