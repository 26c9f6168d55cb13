import { describe, expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const ask = (question: string) => engine.ask(question, []);

describe('a group called by a piece of its name', () => {
  test.each([
    ['税那组谁包', /^缴纳税费（第4组）由吕沛分包/],
    ['电的组归谁管 快', /^获得电力（第7组）由申晓东分管/],
    ['保护小投资人的那个组责任单位就一家，哪家', /保护中小投资者（第22组）.*责任单位：工信局/],
    ['创新包容那个大组，总牵头是科创局没错吧', /^不是。科创局是包容普惠创新（第12组）的分项牵头单位/],
    ['普惠创新里人才那一项谁牵', /^人才流动便利度由人力资源社会保障局牵头/],
    ['空气那组谁包', /^包容普惠创新（第12组）由申晓东分包/],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toMatch(expected);
  });

  test('that several groups share is asked back, a button for each', () => {
    const answer = ask('监管那个组谁牵头');
    expect(answer.kind).toBe('clarify');
    expect(answer.suggestions.map(({ label }) => label)).toEqual(['市场监管', '劳动力市场监管服务']);
    expect(ask(answer.suggestions[1]?.question ?? '').text).toMatch(
      /^劳动力市场监管服务（第20组）由人力资源/,
    );
  });

  test('is none where the word before the group is talk', () => {
    expect(ask('科创局 全部的组 含分项牵头').text).toMatch(/创新创业活跃度/);
  });
});

describe('the one group of a leader or a unit', () => {
  test.each([
    ['高主任那个组，住建算牵头还是配合', /^住建局是跨境贸易（第5组）的责任单位/],
    ['城管那组谁包', /^获得用水用气（第15组）由赵俊生分包/],
    ['城管把水气那个组牵了头，还得去哪些组当配合', /^城管局还在5个组/],
    ['行政审批局牵头招投标和政务服务，还配合谁家', /政府采购（第6组，责任单位）/],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toMatch(expected);
  });

  test.each([
    ['信用环境组人最多吧', /^是的，信用环境（第11组）的责任单位点名28家，最多/],
    ['税费组单位最多吧', /^不是。缴纳税费（第4组）的责任单位点名3家；最多的是信用环境（第11组）28家/],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toMatch(expected);
  });
});

describe('groups by number, unit, leader, in other turns of phrase', () => {
  test.each([
    ['4组到6组谁分包', /跨境贸易（第5组）由高鸿分包/],
    ['5、8、18组谁分包', /跨境贸易（第5组）由高鸿分包[\s\S]*招投标（第8组）由侯建华/],
    ['政法委牵的那个，把责任单位排一排', /^法治化营商环境提升（第2组）的责任单位/],
    ['民政在哪个组都没牵头？', /^是的，民政局没有牵头任何组/],
    ['审计局那边说自己哪个组都没进', /^不是。审计局参加1个组/],
    ['招投标这个组没有自然资源吧', /^是的，自然资源和规划局不在招投标/],
    ['税务局不在企业开办组对吧', /^不是。税务局是企业开办（第17组）的责任单位/],
    ['侯建华之外还有谁包着三个以上的组', /不少于3个组的区领导共3位：吕沛3个、冯利民4个、赵俊生3个/],
    ['赵俊生那三个组里不带城管的有没有', /共0个/],
    ['不动产归哪个赵管？牵头哪家？', /^不动产登记（第16组）由赵俊生分包/],
    ['每个组都有几家责任单位啊', /11\.信用环境28家/],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toMatch(expected);
  });
});

describe('a group by who leads it, units by how many they lead', () => {
  test.each([
    ['住建局牵的组是赵俊峰包还是赵俊生包', /^办理建筑许可（第14组）由赵俊生分包/],
    ['我在税务局，局里牵的那组还拉上谁了', /人力资源社会保障局、财政局、卫健委/],
    ['我是住建的，除了自家的许可组，还得配合几个组', /^住建局还在8个组/],
    ['生态环境局的那个分项谁分包', /包容普惠创新（第12组）由申晓东分包/],
    ['哪几家单位牵头不止一个组', /^牵头超过1个组的单位共4家：发展改革委3个/],
    ['信用环境 侯建华 发改委，对得上吗', /^是的[\s\S]*侯建华/],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toMatch(expected);
  });
});

describe('a group whose name is left with some of its characters', () => {
  test.each([
    ['跨贸组，区领导，全名', /^跨境贸易（第5组）由高鸿分包/],
    ['政服组谁牵头', /^政务服务（第9组）由行政审批与大数据管理局牵头/],
    ['企开组牵头单位', /^企业开办（第17组）由工商分局牵头/],
    ['中投组谁分管', /^保护中小投资者（第22组）由冯利民/],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toMatch(expected);
  });

  test.each(['工作组谁牵头', '进行组是谁包'])('is none in an ordinary word: %s', (question) => {
    expect(ask(question).text).not.toMatch(/^[^。]*（第\d+组）由/);
  });
});
