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

  it.each([
    ['PM10目标 PM2.5目标 并排给我', /99[^]*56/],
    ['绿化覆盖率、森林覆盖率目标', /37%[^]*35%/],
    ['供水报装、办电时限', /2 个工作日[^]*3 个工作日/],
    ['双随机覆盖率91 处罚信息公开率100 这俩数没抄错吧', /^是的，.*91%.*100%/],
    ['吕书记3项、冯书记4项、侯主任6项 加一块几项', /^一共13项/],
    ['主任让把公司治理结构、信息披露这块归到组 是22组不', /^是的，保护中小投资者/],
    ['3组、13组牵头各是谁 责任单位写的啥', /（第3组）的责任单位：各相关单位/],
    ['年底9项指标达到国内前沿 9项列一下 编ppt', /缴纳税费9项指标/],
  ])('%s: several things at once', (question, says) => {
    expect(ask(question).text).toMatch(says);
  });

  it.each(['市里领导小组组长是谁', '省领导小组办公室设在哪'])('%s: is not this body', (question) => {
    expect(ask(question).kind).toBe('refuse');
  });

  it.each([
    '行 就按这个发 谢啦',
    '主任好 我是文旅局新联络员小周',
    '好 那就按这个印',
    '好的 材料我先改',
    '行 那我报上去了',
    '知道了，我跟主任汇报',
  ])('%s: is a receipt', (said) => {
    expect(ask(said).kind).toBe('chat');
  });
});
