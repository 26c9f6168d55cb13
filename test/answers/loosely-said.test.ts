import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const ask = (question: string, context: string[] = []) => engine.ask(question, context);

describe('parts and counts in loose words', () => {
  it.each([
    ['烧气那家中裕，哪组当头 哪组当兵', ['牵头1个组：获得用水用气', '办理建筑许可', '不动产登记'], []],
    ['教育局哪组当头哪组当兵', ['没有牵头的组', '信用环境', '包容普惠创新'], []],
    ['城管局牵一个配五个，那五个是啥', ['获得电力', '信用环境', '办理建筑许可', '不动产登记'], []],
    ['招商中心光管出口？别的组还有它没', ['信用环境', '包容普惠创新', '执行合同'], []],
    ['民政局我数出来信用环境、包容普惠、执行合同三处，编审说漏一处', ['办理建筑许可（第14组'], []],
    ['一家牵三个组的，有两个单位够格，哪俩', ['发展改革委、工商分局'], []],
    ['哪两家单位牵头了三个组', ['发展改革委、工商分局'], ['牵头单位有2个']],
    ['只分到一摊活的区领导有谁', ['刘春明、姜坤峰'], ['侯建华']],
    ['配合单位写得最长那组，点名点了几家', ['信用环境', '28家'], ['财政局，']],
    ['领导小组成员单位数了三遍都不一样，到底几家', ['共36家'], []],
    ['各专项组名单里点名次数最多的单位是哪家', ['财政局，参加11个组'], []],
    ['招投标监管18条，负责的单位报一遍', ['住建局', '农业农村局'], ['财政局']],
    ['总组长哪位、担着哪俩职务', ['吕沛', '党工委书记、管委会主任'], []],
    ['组长名字后头的职务，一字不漏', ['吕沛', '党工委书记、管委会主任'], ['副组长共']],
    ['附件1照着市里哪个文来的、附件2拿哪份意见当指导', ['8号', '若干意见'], []],
    ['招不来工，想请区里帮企业用工 找哪个组、谁分包', ['劳动力市场监管服务', '冯利民'], ['企业开办']],
    ['紧挨着政务服务后头的，是哪个组', ['获得信贷（第10组）'], []],
  ])('%s', (question, says, saysNot) => {
    const { kind, text } = ask(question);
    expect(kind).toBe('answer');
    for (const words of says) expect(text).toContain(words);
    for (const words of saysNot) expect(text).not.toContain(words);
  });

  it.each([
    ['26、27也是它？', ['附件1第26条：开放招商中心牵头', '附件1第27条：开放招商中心牵头']],
    ['25、26都归他牵头吗', ['附件1第25条：科创局牵头', '附件1第26条：开放招商中心牵头']],
  ])('%s: numbers after a measure', (question, says) => {
    for (const words of says) expect(ask(question, ['附件1第24条哪个局牵头']).text).toContain(words);
  });
});

describe('what is put down without a word that asks', () => {
  it.each([
    ['图表把姜坤峰标成“区管委会副主任”', '不是。', '高新区党工委委员'],
    ['表格里把缴纳税费组分包领导写成冯利民', '不是。', '吕沛'],
    ['侯建华兼领导小组办公室主任，这句能放行吗', '是的，', '侯建华'],
    ['副组长排位：姜坤峰在许海玲前头，照排了哈', '不是。', '许海玲（第3位）排在姜坤峰（第4位）前面'],
    ['电力组原文印“分管领导”，不是“分包领导”，属实不', '是的，', '“分管领导”'],
    ['市场监管组写的是分包领导，对吗', '不是。', '“分管领导”'],
    ['压了两年多的破产老案，文件说2022年清零？', '不是。', '2021 年底前'],
    ['两年以上未结破产案件2021年底前清零吗', '是的，', '2021 年底前'],
    ['万英奎是高新区管委会副主任吗', '不是。', '区管委会副主任'],
    ['姜坤峰是高新区管委会副主任吗', '是的，', '姜坤峰'],
  ])('%s', (question, verdict, says) => {
    const { text } = ask(question);
    expect(text.startsWith(verdict)).toBe(true);
    expect(text).toContain(says);
  });
});

describe('which of two stands before the other', () => {
  it.each([
    ['许海玲和姜坤峰谁排前面', '副组长名单里，许海玲'],
    ['姜坤峰在许海玲前面还是后面', '副组长名单里，许海玲'],
    ['姜坤峰排在许海玲后面，对吗', '是的，'],
    ['姜坤峰在前许海玲在后，对吗', '不是。'],
    ['张慧排在赵洪波前面吗', '不是。办公室副主任名单里'],
  ])('%s', (question, start) => expect(ask(question).text.startsWith(start)).toBe(true));
});

describe('what no notice says, in loose words', () => {
  it.each([
    '上一回省里测评 咱区排老几',
    '上一轮考核，咱局排第几',
    '作风检查组带队的叫啥',
    '接暖气（高新热力）报装限几个工作日',
    '供热几个工作日',
  ])('%s', (question) => expect(ask(question).kind).toBe('refuse'));
});
