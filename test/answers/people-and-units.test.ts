import { describe, expect, test } from 'vitest';
import { isFiller } from '../../src/answers/beside/filler.ts';
import { squeeze } from '../../src/answers/characters/squeeze.ts';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const ask = (question: string) => engine.ask(question, []);

describe('talk around something that is named', () => {
  test.each(['身上压了四样', '我老弄混', '那几个人都是', '想问问咱们这边'])('%s says nothing', (text) => {
    expect(isFiller(text)).toBe(true);
  });
  test.each(['电话', '多大年纪', '身上的处分', '几点下班'])('%s says something', (text) => {
    expect(isFiller(text)).toBe(false);
  });
  test('leaves the answer as it is', () => {
    expect(ask('冯书记身上压了四样，哪四样来着').text).toMatch(/^冯利民分包4项/);
  });
});

describe('names by their sound', () => {
  test.each([
    ['江昆锋分的啥活', /^姜坤峰/],
    ['吕书纪包的是哪几样', /^吕沛分包3项/],
    ['候主任管几个组', /^侯建华分包6项/],
    ['侯主仁是区里的啥委员', /^侯建华/],
    ['人舍局牵头带配合，拢共哪些组', /^人力资源社会保障局共在6个/],
    ['统站部的头儿叫啥', /^张慧/],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toMatch(expected);
  });
  test.each(['张伟分包什么', '徐主任分包什么', '谁是主任', '请问组里书记是谁'])(
    '%s is nobody',
    (question) => {
      expect(ask(question).kind).toBe('refuse');
    },
  );
});

describe('people by a part of their name, by their matter, by their office', () => {
  test.each([
    ['通水通气是姓赵的分包，赵啥', /^赵俊生/],
    ['两个赵我老弄混，跑宣传口的是哪一个', /^赵俊峰/],
    ['包宣传那位赵主任全称啥职务', /^赵俊峰：.*管委会副主任/],
    ['分包跨境贸易的那位领导是什么职务', /^高鸿：.*管委会副主任/],
    ['副组张一共几位', /副组长共10名/],
    ['跟侯建华一样头衔的还有谁', /还有赵俊生/],
    ['综合办刘主任叫啥', /^刘会来/],
    ['冯利民副书记手底下四个组牵头的都是谁家', /工委政法委牵头/],
    ['徐海玲算啥级别', /二级调研员/],
    ['厂里电老接不上，区里哪位领导盯这一块的', /申晓东/],
    ['俊生呢', /^赵俊生/],
    ['监察工委主任跟副主任各是谁', /刘春明[\s\S]*赵洪波/],
    ['不带“高新区”三个字的管委会副主任是哪两位', /^管委会副主任共2位：万英奎、高鸿/],
    ['办公室主任是发改委主任兼的还是别人兼的', /办公室主任是侯建华/],
    ['营商环境领导小组老大是谁', /组长是吕沛/],
    ['高鸿万英奎这俩，职务是不是一样的', /^是的，高鸿：区管委会副主任；万英奎/],
    ['许海玲跟高鸿级别一样不', /^不是。许海玲：区管委会二级调研员/],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toMatch(expected);
  });
});

describe('units by what they look after, by their sort, by what they are not', () => {
  test.each([
    ['管文化体育旅游的那个局，进了哪几个组', /^文体旅局共在3个/],
    ['烧暖气那家公司要配合谁', /^高新热力配合2个组/],
    ['我供电口的，除了电这组还要去哪几个组当责任单位', /^供电中心(?:：责任单位|还在)2个组/],
    ['俺是中裕的，除了水气组还得去哪几个组', /^中裕燃气还在2个组/],
    ['我是税务局的，想问电力组谁牵头', /^获得电力（第7组）由发展改革委、供电中心牵头/],
    ['几家水电气暖的企业，进成员单位的都叫啥', /共4家：供电中心、市水务公司、中裕燃气、高新热力/],
    ['打官司那家法院牵哪两个组', /牵头2个组/],
    ['挖路埋电缆这套手续，城管局在那个组里算牵头还是配合', /^城管局是获得电力（第7组）的责任单位/],
    ['水、气、热三家企业都进了的是哪两个组', /市水务公司、中裕燃气、高新热力都在的组共2个/],
    ['哪个组的责任单位只有工信局', /共1个：保护中小投资者/],
    ['农业局牵不牵头', /没有牵头的组/],
    ['高鸿就一个组，组里责任单位有谁', /责任单位有发展改革委、财政局/],
    ['刘会来在区里啥位子', /综合办公室主任/],
    ['领导小组副组长里带“高新区”三个字的是哪几位', /共3位：姜坤峰/],
    ['区综合办公室现在谁当主任', /刘会来/],
    ['书记亲自抓的是哪三项', /缴纳税费.*政府采购.*获得信贷/],
    ['破产这块要找区领导汇报，找谁', /由冯利民分管/],
    ['成员单位里姓“工委”的部门有哪些', /工委组织部、工委宣传部/],
    ['知识产权组里政法口的有哪几家', /共4家：公安分局、司法分局/],
    ['只进了信用环境这一个组的成员单位是哪两家', /共2家：审计局、统计分局/],
    ['政府采购组里除了牵头的就点了一家，哪家', /责任单位共1家：行政审批与大数据管理局/],
    ['市场监管组，除了审批局，另外那两拨成员单位咋写的', /“双随机、一公开”领导小组成员单位/],
    ['城管局牵头一条,另外还配合哪条', /牵头1条：第15条[\s\S]*配合1条：第31条/],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toMatch(expected);
  });
});

test('an adverb in the middle of a phrase is left out, and its places are kept', () => {
  const squeezed = squeeze('电老接不上');
  expect(squeezed?.text).toBe('电接不上');
  expect(squeezed?.at(1)).toBe(2);
  expect(squeeze('电接不上')).toBeUndefined();
});

describe('whether somebody still is what he was, and what two places say of him', () => {
  test.each([
    ['侯建华现在还是办公室主任吗', /通知是2021年印发的[\s\S]*领导小组办公室主任/],
    ['高鸿如今还分包跨境贸易吗', /没有写[\s\S]*分包跨境贸易/],
    ['现在刘春明还当副组长不', /没有写[\s\S]*副组长/],
    ['侯建华是办公室主任吗', /^是的/],
    ['现在侯建华还分包哪几个组', /^侯建华分包6项/],
    [
      '申晓东分包几个组，第二部分和第三部分对不上',
      /第二部分写申晓东分包1项[\s\S]*第三部分多1个：包容普惠创新/,
    ],
    ['吕沛在第二部分和第三部分分包的一样吗', /两处一致/],
    ['申晓东分包几个组', /^申晓东分包2项/],
  ])('%s', (question, says) => {
    expect(ask(question).text).toMatch(says);
  });
});

describe('the groups of a unit by how many they are, and whose they are', () => {
  test.each([
    ['审批局两个组都归一个领导管吗', /^是的，.*侯建华分包/],
    ['发改委三个组都是同一个领导吗', /^不是。/],
    ['文体旅局三个组是不是一个领导', /^不是。.*赵俊生/],
    ['法院筹备处两个组是同一位领导吗', /^是的，.*冯利民分包/],
  ])('%s', (question, says) => {
    expect(ask(question).text).toMatch(says);
  });
});
