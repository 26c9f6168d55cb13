import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();

function holds(question: string, says: readonly string[], saysNot: readonly string[] = []) {
  const text = engine.ask(question).text;
  for (const words of says) expect(text).toContain(words);
  for (const words of saysNot) expect(text).not.toContain(words);
}

describe('names told by their letters', () => {
  it.each([
    ['名字里带“环境”俩字的小组有几个，都叫啥', ['5个', '信用环境'], ['政务服务']],
    ['名称以“办理”开头的小组有哪些', ['1个', '办理建筑许可'], ['破产']],
    ['组名以“服务”结尾的是哪个组', ['政务服务', '劳动力市场监管服务'], ['推进']],
    ['“获得”打头的三项工作分别谁分包', ['申晓东', '吕沛', '赵俊生'], ['侯建华']],
    ['成员单位里以“分局”结尾的有几家', ['6家', '统计分局'], ['财政局']],
    ['以“工委”打头的成员单位有哪几家', ['4家', '工委统战部'], ['纪工委']],
    ['第2组责任单位里带“分局”的有几家', ['5家', '质监分局'], ['检察院']],
    // A unit by its whole name is no word of names.
    ['责任单位里带财政局的组有哪些', ['10个组', '招投标'], ['名称']],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('groups told by their place beside another', () => {
  it.each([
    ['排在跨境贸易后一号的组是哪个，谁分包', ['政府采购', '吕沛'], ['高鸿']],
    ['政务服务后面那个组叫什么，归谁牵头', ['获得信贷', '金融工作局'], ['行政审批']],
    ['信用环境往后数第二个组是哪个', ['作风建设'], ['包容普惠创新（第12组）']],
    ['企业开办的下一个组归谁分包', ['知识产权'], ['企业开办（']],
    ['包容普惠创新后面两个组分别谁分包', ['刘春明', '赵俊生'], ['申晓东']],
    ['招投标组后面是哪个组', ['政务服务'], ['招投标（']],
    // Who stands behind its lead is another matter.
    ['第7组后面跟着哪几家单位', ['城管局', '4家'], ['招投标']],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('bounds in other words', () => {
  it.each([
    ['分包三项起步的区领导有几位', ['4位', '侯建华'], []],
    ['分包不少于四项的区领导是谁', ['冯利民', '侯建华'], ['吕沛']],
    ['至少牵头两个组的单位是哪几家', ['4家', '工商分局'], []],
    ['牵头单位多达三家的小组是哪一个？三家分别是谁', ['用水用气', '中裕燃气'], ['建筑许可']],
    ['参加十个组往上的单位有哪几家', ['1家', '财政局'], []],
    ['最末两个组的牵头单位相同，是哪家？两个组各叫什么名字', ['法院筹备处', '保护中小投资者'], ['劳动力']],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('what is left out, and who is there besides', () => {
  it.each([
    ['第20组，除牵头的外只拉俩单位就够了吧，哪俩', ['财政局', '公安分局'], []],
    ['跨境贸易组开小会，牵头的以外叫四家就行吧，哪四家', ['发展改革委', '税务局'], ['不是']],
    ['供电中心在获得电力之外，还要配合的两个组是', ['建筑许可', '不动产登记'], ['城管局']],
    ['用水用气组，城管局和哪两家一块牵头', ['市水务公司', '中裕燃气'], ['质监']],
    ['用电那组，供电中心跟谁搭伙牵头', ['发展改革委'], ['公安']],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('a person and what he is', () => {
  it.each([
    ['政务服务谁分包，这人是啥头衔', ['侯建华', '党工委委员'], ['责任单位']],
    ['招投标的分包领导姓名及职务', ['侯建华', '党工委委员'], []],
    ['电力归谁分包，此人现任什么职务', ['申晓东', '管委会副主任'], ['流程']],
    ['通知里姓赵的有三位，不是领导小组副组长的是哪一位', ['赵洪波'], ['赵俊峰']],
    ['姓赵的副组长有几位', ['赵俊峰', '赵俊生'], ['赵洪波']],
    ['优化营商环境大领导小组底下那个办公室，正主任是谁？不要跟作风那个搞串', ['侯建华'], ['刘春明']],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});
