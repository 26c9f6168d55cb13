import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();

const SAID: readonly [question: string, ...says: string[]][] = [
  // How many leaders all groups fall to.
  ['22个组最后压到了几位区领导头上', '9位区领导'],
  ['所有小组都摊给了几个领导', '9位区领导'],
  ['全部专项小组一共落在多少位区领导身上', '9位区领导'],
  ['真正领了分包任务的区领导，算下来几位', '9位区领导'],
  ['实际接到分包任务的领导有几个', '9位区领导'],
  // Two places of one ranking.
  ['分包头一名比第二名多扛几个组，分别是谁', '多2项', '侯建华分包6项', '冯利民分包4项'],
  ['牵头最多的单位比第二多的多几个', '多1个组', '发展改革委、工商分局'],
  ['责任单位最多的组比最少的组多几家', '信用环境（第11组）', '保护中小投资者（第22组）'],
  ['参加组最多的单位和第二名差几个', '财政局'],
  // Two lists told by what they have.
  ['责任单位列得最长的组和点名只点了一家的组，都是哪些', '信用环境', '政府采购', '保护中小投资者'],
  ['牵头最多的单位和参加最多的单位分别是哪家', '工商分局', '财政局'],
  ['分包最多的领导和只分包一项的领导都是谁', '侯建华', '刘春明'],
  // Whose the matters of a common goal are.
  ['要提一半以上的那三项，分包领导各是谁', '赵俊生', '冯利民', '吕沛'],
  ['提升30%的6项分别谁牵头', '供电中心', '金融工作局'],
  ['力争达到国内前沿的9项指标分别归哪位领导', '侯建华', '申晓东', '赵俊生'],
  // What is assigned and the number of groups.
  ['按第二部分把各领导的项数累加，跟小组总数对得上不', '21项', '22个', '包容普惠创新'],
  ['领导分包的事项加起来和小组数一致吗', '少1个', '21项'],
  ['各领导的项数合计，跟专项小组的总数吻合吗', '少1个', '22个'],
  // Some units and people by what they have.
  ['一个组都没牵头、可被点名次数排头一位的是谁家', '公安分局'],
  ['哪个组都没牵头，但参加最多的单位', '公安分局'],
  ['手里只分到一项的区领导数数都有谁', '刘春明', '姜坤峰', '赵俊峰', '高鸿'],
  ['牵头单位那一栏里带着企业的是哪个组', '获得用水用气'],
  ['牵头单位里有筹备处的是哪几个组', '执行合同及办理破产', '保护中小投资者'],
  ['职务写着高新区的那几位副组长，各分到哪块', '姜坤峰分包', '申晓东分包', '赵俊峰分包'],
  ['高新区的副组长，每人分到几项', '姜坤峰分包1个组', '赵俊峰分包1个组'],
  // How many measures each part has, the longest first.
  ['附件1四大块各有多少条，按条数给我排开', '共13条；持续提升', '共6条；着力'],
  ['附件1每块各有几条，按条数列一下', '共13条；持续提升'],
];

test.each(SAID)('what is counted, ranked or added up: %s', (question, ...says) => {
  const answer = engine.ask(question);
  expect(answer.kind).toBe('answer');
  for (const word of says) expect(answer.text).toContain(word);
});

const NOT_SO: readonly [question: string, begins: RegExp, ...says: string[]][] = [
  ['劳动力那组公安没参与，这说法站得住不', /^(?!是的)/, '公安分局是劳动力市场监管服务'],
  ['政府采购组里审计局没参加吧', /^(?!不是)/, '审计局'],
  ['跨境贸易组税务局没进，对吗', /^(?!是的)/, '税务局是跨境贸易'],
  ['劳动力组公安在不在里面', /^(?:是的|在)/, '公安分局'],
  ['第六轮巡察是市里派下来的那个吧', /^不是/, '区党工委'],
  ['第六轮巡察是省里组织的吧', /^不是/, '区党工委'],
  ['第六轮巡察是区党工委的吧', /^是的/, '区党工委'],
  ['过关时间是拿2019年做底儿压八成，没错吧', /^不是/, '2017'],
  ['通关时间以2018年为基数压缩80%，对吧', /^不是/, '2017'],
  ['过关时间是拿2017年做底儿压八成，没错吧', /^是的/, '2017'],
];

test.each(NOT_SO)('a claim with another year, level or a denial: %s', (question, begins, ...says) => {
  const { text } = engine.ask(question);
  expect(text).toMatch(begins);
  for (const word of says) expect(text).toContain(word);
});

const OTHERS: readonly [question: string, begins: RegExp][] = [
  ['分包最多的是谁', /^侯建华（/],
  ['第二多的是谁分包', /^冯利民/],
  ['提升50%的三项是哪三项', /^2021年4月：办理建筑许可/],
  ['专项小组一共几个', /^专项工作小组共22个/],
  ['附件1每块第几条到第几条', /^共4块：全面提升政务服务效能：第1至13条/],
];

test.each(OTHERS)('asked otherwise it stays what it was: %s', (question, begins) => {
  expect(engine.ask(question).text).toMatch(begins);
});
