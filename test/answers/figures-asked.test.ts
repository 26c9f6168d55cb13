import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();

const SAID: readonly [question: string, ...says: string[]][] = [
  ['社会投资小型低风险的，全流程审批得压到多少天里头', '17天'],
  ['小型低风险那种项目 平均办理时间和全流程审批时间各是多少', '38天', '17天'],
  ['盖厂房许可那块几个环节', '6个'],
  ['缴纳税费4月那会儿指标要升多少,50还是30', '10%'],
  ['办理破产到四月份要升几个点', '30%'],
  ['执行合同4月要提多少', '50%'],
  ['获得信贷到4月提升多少，年底再升多少', '30%', '20%'],
  ['4月和年底两个节点分别提升多少', '10%', '20%'],
  ['信用环境4月提升50%吧', '不是。', '10%'],
  ['17天指的是哪段时间', '全流程审批时间'],
  ['提升30%的有哪几项指标', '获得电力'],
  ['招标投标两个100%分别指什么', '投诉处理率', '电子化办理率'],
  ['开办企业时间和环节各压到啥程度', '一日办结', '1个环节'],
  ['平均办理环节几个，时间几天', '6个', '38天'],
  ['媒体宣传有几种方式', '新闻发布'],
  ['图书馆电子资源多少个T', '3TB'],
  ['企业开办如今就剩几个环节了', '1个环节'],
  ['眼下低压办电几个工作日', '3 个工作日'],
  ['我要开个门店，执照这套年底前多久能下来', '一日办结'],
  ['面馆装煤气，报装目标几天', '2 个工作日'],
  ['开办环节最后压成几个', '1个环节'],
  ['PM二点五年均要降到多少，不要PM10那个', '56'],
  ['建成区绿化覆盖率是35吧', '不是。', '37%'],
  ['附件2头一个聚焦，一是二是列到几', '共4条'],
  ['附件1法治保障那一大块底下几条措施', '共4条'],
  ['燃气公司给装表说要等一个礼拜，这合规矩不', '不是。', '2 个工作日'],
  ['我们园区绿地人均十四平，离目标还差多少', '15.5', '1.5平方米'],
  ['要提三成的一共几项，念念名', '6项', '获得信贷'],
  ['双随机那个覆盖率要弄到九成一，对吗', '是的', '91%'],
  ['电子化办理率百分百是指哪块业务', '公共资源交易'],
  ['监督员里头有没有律师', '没有列这一项', '人大代表'],
  ['“四进”包不包括进车间', '有：', '进车间'],
  ['四月份普涨10%，年底再来多少', '20%'],
  ['三个导向分别是啥导向', '问题导向、需求导向、目标导向'],
  ['过户登记和缴税一个窗口弄完行不', '一窗受理'],
  ['人家说水气报装时间定的3个工作日，真的假的', '不是。', '2 个工作日'],
  ['办水办气两个工作日是从啥时候起要做到的', '2021年底前'],
  ['污水厂那边问，处理率红线97还是95', '97%'],
  ['高压办电21天还是15天', '21 个工作日'],
  ['38这个数对应的是什么时间', '办理时间'],
  ['饭馆想用高压电，供电局最迟哪天得弄好', '21 个工作日'],
  ['正文里按季度走的事都有啥', '3件', '季度', '报告一次工作进展'],
  ['哪些事是一年一次的', '每年年底进行考核评价'],
  ['俺舅子要盘个烧烤摊，营业执照文件上许的是几天', '一日办结'],
  ['老家亲戚想来咱这办个加工厂，执照多久能拿到手', '一日办结'],
  ['小微企业装水，几个工作日必须装好', '2 个工作日'],
  ['活干得好给奖不，干孬了咋弄', '予以奖励', '责任追究'],
];

test.each(SAID)('the figure asked for is given, not its neighbour: %s', (question, ...says) => {
  const answer = engine.ask(question);
  expect(answer.kind).toBe('answer');
  for (const word of says) expect(answer.text).toContain(word);
});

test.each(['全流程审批时间压到多少天', '低风险项目全流程审批几天'])('and only that: %s', (question) => {
  expect(engine.ask(question).text).not.toContain('38天');
});

test.each([
  '森林覆盖率现在是多少',
  '现在办电实际平均用几天了',
  '目前办电完成到哪了',
  '二季度通报出来没有，垫底是谁',
])('how the work stands is not in the notice: %s', (question) => {
  expect(engine.ask(question).kind).toBe('refuse');
});

test.each(['停电要提前几天通知', '图审几个工作日', '不动产登记几个工作日办结', '双随机一年抽查几次'])(
  'another figure of the matter is no answer: %s',
  (question) => {
    const { kind, text } = engine.ask(question);
    expect(kind === 'refuse' || text.startsWith('通知里没有')).toBe(true);
  },
);

test('a device that has a word of lessening in its name lessens nothing', () => {
  expect(engine.ask('装变压器要占道掘路，手续优化吗').text).not.toMatch(/^不是/);
});

test('a list of as many as are asked for goes before one that is longer', () => {
  expect(engine.ask('评价结果跟哪四样绑一起').text).toContain('四挂钩');
});

test('a year is no figure of a matter', () => {
  expect(engine.ask('等级公路密度要到多少').text).toContain('没有');
});
