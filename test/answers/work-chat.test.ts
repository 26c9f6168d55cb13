import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1));

describe('an office typing into its chat', () => {
  it.each([
    ['打印会签单 办电那个组的责任单位全称', /^获得电力（第7组）的责任单位：自然资源和规划局/],
    ['发通知 16组责任单位有哪些', /^不动产登记（第16组）的责任单位/],
    ['要给14组的责任单位发函 都有谁', /^办理建筑许可（第14组）的责任单位/],
    ['讲话稿引一下17组的责任分工原文', /^企业开办（第17组）的责任分工/],
    ['付印前确认 9组分包领导=侯建华', /^是的，.*侯建华分包/],
    ['7组是不是俩牵头 我这边只登了发改委', /发展改革委、供电中心牵头/],
    ['附件1一共31条?我数的', /^是的，共31条/],
  ])('%s: what it is for goes before', (question, says) => {
    expect(ask(question).text).toMatch(says);
  });

  it.each([
    ['税务局参加的组给列全 带上各组牵头单位', '跨境贸易（第5组，开放招商中心牵头）'],
    ['卫健委在的组有哪些，各组分包领导也标一下', '招投标（第8组，侯建华分包）'],
    ['信访局算哪个组的 牵头是谁顺带说', '（第21组，高新区法院筹备处牵头）'],
  ])('%s: the groups with one column more', (question, says) => {
    expect(ask(question).text).toContain(says);
  });

  it.each([
    [
      '卫健委挂名的组我列了缴税、招投标、信用、包容、企业开办，漏了谁',
      /^卫健委还在1个组：执行合同及办理破产/,
    ],
    ['税务局配合的组我登记了跨境贸易、信用环境、不动产登记，少了哪几个', /^税务局还在2个组：企业开办/],
    ['20组责任单位我写了财政局，漏了谁', /的责任单位还有：公安分局。/],
  ])('%s: what is missing from what one wrote', (question, says) => {
    expect(ask(question).text).toMatch(says);
  });

  it.each(['好的 材料我先改', '行 那我报上去了', '知道了，我跟主任汇报'])('%s: is a receipt', (said) => {
    expect(ask(said).kind).toBe('chat');
  });
});
