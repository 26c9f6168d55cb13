import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (question: string, ...before: string[]) => defaultEngine().ask(question, before).text;

describe('a list told but for what is asked', () => {
  it.each([
    ['第十组的责任单位：财政局、科创局、工商分局，还有一家是？', /还有：高新区法院筹备处等/],
    ['劳动力市场的责任单位就两家，财政局和谁', /还有：公安分局。/],
    ['用水用气三家牵头，城管局、水务公司，最后一家呢', /还有：中裕燃气。/],
    ['应急局只挂了两个组，信用环境和', /还有：办理建筑许可/],
    ['侯建华手底下六项，我有五项：招投标、政务服务、信用环境、市场监管、知识产权', /还有：企业开办/],
    ['办公室副主任五个人，刘会来、赵洪波、张慧、李抗美，剩的那个', /还有：时东风。/],
    ['两个高新区委员副主任姜坤峰、申晓东，第三个是谁', /还有：赵俊峰。/],
    ['包容普惠六个分项牵头单位：科创局、人社局、招商中心、发改委、环保局，缺谁', /还有：住建局。/],
    ['附件1第28条配合的有教育局、科创局、公安、财政，还漏了哪家', /还有：卫健委等/],
    ['食药监的组，两个，法治化算一个', /还有：信用环境/],
    ['高新区党工委委员、管委会副主任申晓东，姜坤峰，第三位我忘了', /还有：赵俊峰。/],
    ['第六组责任单位除了审批大数据局还点名了谁没有', /没有再点名别的单位/],
  ])('%s', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });

  it('is another question where something else is asked of the last name', () => {
    expect(ask('第7组由供电中心牵头，还有谁一起牵')).toMatch(/发展改革委、供电中心/);
    expect(ask('税务局和财政局都在哪些组')).toMatch(/共5个/);
  });
});

describe('sentences that stop where the answer begins', () => {
  it.each([
    ['附件1的措施条数', /31/],
    ['企业开办组：牵头工商分局，分包侯建华，责任单位', /人力资源社会保障局、卫健委/],
    ['审批大数据局牵头的是招投标和政务服务，那当责任单位的呢', /当责任单位的组共7个/],
    ['第20条后头括号里只有一家，就是', /高新区法院筹备处/],
    ['责任单位最多和最少的组', /信用环境[\s\S]*政府采购/],
    ['第18小组共几家责任单位还有牵头的叫啥', /共11家[\s\S]*工商分局牵头/],
    ['信用组谁分包；顺带问公园绿地人均', /侯建华[\s\S]*15\.5/],
    ['获得电力归', /申晓东/],
    ['第11组责任单位，点名的，拢共', /共28家/],
    ['冯利民，党工委副书记还是纪工委书记', /^冯利民：区党工委副书记/],
    ['通知是两家办公室联合发的，一家工委办，另一家', /管委会办公室/],
  ])('%s', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });
});

it.each([
  ['另外两个呢', '吕沛分包的三项里有缴纳税费吗', /还有：政府采购.*获得信贷/],
  ['剩下那个组', '质监在法治化和信用环境里吗', /还有：获得用水用气/],
  ['那配合它的有没有工商', '金融局牵头哪个组', /^有：工商分局|是的，工商分局/],
  ['其余的', '获得信贷组有财政局和科创局吗', /工商分局、高新区法院/],
])('%s after %s', (rest, before, expected) => {
  expect(ask(rest, before)).toMatch(expected);
});

it.each([
  ['教育局跟知识产权组没关系吧', /^是的，/],
  ['应急管理局两个组里一个都不牵头吧', /^是的，/],
  ['供气报装几天；高压几天', /2 个工作日[\s\S]*21 个工作日/],
  ['刘会来和李抗美的职务，还有办公室主任', /侯建华/],
  ['牵头单位超过一家的小组个数', /共2个/],
  ['第31条里大气的两个数', /56[\s\S]*99/],
  ['第17条那个100%说的是哪个率', /^全流程电子化|全流程电子化办理率达到100%/],
])('%s', (question, expected) => {
  expect(ask(question)).toMatch(expected);
});

it('several places in the last list are taken one by one', () => {
  expect(ask('他俩分别哪个单位的', '张慧和时东风都是办公室副主任吗')).toMatch(/统战部[\s\S]*发展改革委/);
  expect(ask('第二个和第三个呢', '包容普惠创新第一个分项谁牵头')).toMatch(
    /人力资源社会保障局[\s\S]*开放招商中心/,
  );
});

it('a group called by something it does is asked for all it does', () => {
  expect(ask('劳动仲裁结案率那组还要管什么')).toMatch(/加强企业用工服务/);
});

it.each([
  ['奇葩证明属于第几个聚焦', /第二项/],
  ['通报表扬在组织实施第几条', /第三项/],
  ['会议纪要在第几项工作制度里', /第一项/],
])('%s: the item of a series that says it', (question, expected) => {
  expect(ask(question)).toMatch(expected);
});
