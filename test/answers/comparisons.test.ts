import { describe, expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const says = (question: string, context: string[] = []) => engine.ask(question, context).text;

describe('the main part against the annex', () => {
  test.each([
    ['电力小组有城管局,那附件1办电那条有没有城管局', /^没有：附件1第14条/],
    ['工商分局在水气小组里没有,在附件1水气那条里有没有', /^有：附件1第15条写了它/],
    ['市场监管正文小组就工商一家牵头,附件1那条呢', /附件1第22条：工商分局、行政审批与大数据管理局牵头/],
    ['人才这块正文分给人社局,附件1又是谁牵头', /附件1第28条、附件1第29条：工委组织部牵头/],
    ['第14组和附件1第6条的牵头单位一致吗', /^一样。/],
    ['政府采购组有责任单位,附件里那条措施有没有列配合单位', /附件1第13条：没有写配合单位/],
    ['正文说营商环境宣传是宣传部牵头，附件里呢', /^附件1里没有/],
  ])('%s', (question, expected) => {
    expect(says(question)).toMatch(expected);
  });
});

describe('things of one kind side by side', () => {
  test.each([
    ['21和22组，牵头单位和领导是不是都一样', /分包领导一样.*都是冯利民.*\n牵头一样/],
    ['政府采购跟招投标这俩组牵头单位和分包领导一样不', /吕沛；招投标（第8组）：侯建华/],
    ['前三条措施牵头的都是一家不是', /^一样.*行政审批与大数据管理局/],
    ['28条和29条配合单位一不一样', /^一样/],
    ['附件1第5条比第4条少了哪两家配合单位', /有2家：人力资源社会保障局、行政审批与大数据管理局/],
  ])('%s', (question, expected) => {
    expect(says(question)).toMatch(expected);
  });

  test('a question about another matter is left to it', () => {
    expect(says('政府采购四月要提升的幅度，跟获得信贷一样不')).toMatch(/50%/);
  });
});

describe('what lies between two figures', () => {
  test.each([
    ['办理时间跟全流程审批时间差几天(建房那个许可)', /^相差21天/],
    ['高压办电比低压多给多少天', /^相差18个工作日/],
    ['粗的那个pm10比细的pm2.5宽多少微克', /^相差43微克/],
    ['森林覆盖率比绿化覆盖率低几个点', /^相差2个百分点/],
    ['水气报装比高压办电快几个工作日', /^相差19个工作日/],
    ['居民办电和高压办电哪个快', /^居民办电快/],
    ['合同备案比法定少了几个工作日', /^少5个工作日/],
    ['采购合同签订压缩了几天', /^少15日/],
  ])('%s', (question, expected) => {
    expect(says(question)).toMatch(expected);
  });

  test('what it was last year is not in the notice', () => {
    expect(engine.ask('企业开办比去年快了几天').kind).toBe('refuse');
  });
});

describe('groups and measures by several conditions', () => {
  test.each([
    ['前十一个组里侯建华包了几个', /共3个：招投标.*政务服务.*信用环境/],
    ['责任单位只写“各相关单位”不点名的，前11组里有几个组', /共3个/],
    ['11组以后侯建华还包几个', /共3个：企业开办/],
    ['有法院没检察院的组是哪几个', /共3个：获得信贷.*不动产登记.*保护中小投资者/],
    ['税务局没进、工商分局进了的组有几个', /共5个/],
    ['冯利民分包的组里工信局不在的是哪个', /共2个：法治化.*劳动力/],
    ['前13条措施里审批局牵头几条', /共4条/],
    ['附件1第一部分里工商分局牵头几条措施', /共2条：附件1第4条、附件1第5条/],
    ['后十来个组里供电的是责任单位的有哪几个', /共2个：办理建筑许可.*不动产登记/],
    ['法院牵头的两个组，分包领导是同一位不', /一样.*都是冯利民/],
  ])('%s', (question, expected) => {
    expect(says(question)).toMatch(expected);
  });
});
