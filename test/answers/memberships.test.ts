import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const ask = (question: string) => engine.ask(question).text;

describe('a question about who has which groups, read to its last word', () => {
  it.each([
    ['组织部两个组，一个包容普惠，另一个是', ['信用环境（第11组，责任单位）'], ['还在2个组']],
    ['除了信用环境，应急局还在哪个组', ['办理建筑许可'], ['信用环境（第11组']],
    ['供电的除了获得电力，别的组还有它没', ['办理建筑许可', '不动产登记'], []],
    ['高主任手上除了跨境贸易还有别的没', ['没有分包别的组', '只有跨境贸易'], []],
    ['审计局除了信用环境还有别的没', ['没有进别的组，只有信用环境'], []],
    ['工商除了知识产权还牵头哪些组', ['企业开办', '市场监管'], ['知识产权（第18组，']],
  ])('%s: the rest without what is named', (question, says, saysNot) => {
    for (const words of says) expect(ask(question)).toContain(words);
    for (const words of saysNot) expect(ask(question)).not.toContain(words);
  });

  it.each([
    ['管我们信贷口的那位区领导，别的还包啥', ['吕沛', '缴纳税费', '政府采购']],
    ['牵头获得信贷的单位还在别的组吗', ['金融工作局', '没有进别的组']],
  ])('%s: somebody named by what he has', (question, says) => {
    for (const words of says) expect(ask(question)).toContain(words);
  });

  it('says whether the groups named are all there are', () => {
    expect(ask('水务公司不就只在水气那一个组嘛')).toMatch(/^不是，市水务公司共在3个组/);
    expect(ask('审计局是不是就进了信用环境一个组')).toMatch(/^是的，审计局共在1个组/);
    expect(ask('申晓东就包获得电力这一个组吧')).toMatch(/^不是，申晓东共分包2个组/);
  });

  it('lists where a unit supports and does not lead, and who stands beside the lead', () => {
    expect(ask('咱工商只当配角不牵头的组都有啥')).toContain('获得信贷');
    expect(ask('咱工商只当配角不牵头的组都有啥')).not.toContain('知识产权');
    expect(ask('金融局领的那个组，另外拉了谁进来')).toContain('责任单位还有：财政局');
  });

  it('adds up what several have, each group once', () => {
    expect(ask('侯建华和冯利民加一块分包几项')).toMatch(/^一共10项：侯建华6项，冯利民4项/);
    expect(ask('税务和财政一共参加几个组')).toMatch(/^一共12个组：税务局\d+个组，财政局11个组/);
  });

  it('tells units apart, whichever is denied and where', () => {
    const both = '工信局参加而科创局不参加的组';
    for (const said of [
      '工信在而科创不在的组',
      '科创局没参加但工信局参加的组有哪些',
      '有工信没科创的组是哪些',
    ])
      expect(ask(said)).toContain(both);
    expect(ask('供电的和供热的碰到一块儿是在哪些组')).toContain('供电中心、高新热力都在的组共2个');
  });

  it.each([
    ['税务局要不要参加政府采购组', /^不，税务局不在政府采购（第6组）的名单里。（三）\n它在/],
    ['税务进了企业开办组没得', /^是的，税务局是企业开办（第17组）的责任单位/],
    ['检察院不牵头吧，那参加哪几组', /没有牵头的组；共在\d+个组：(?!.*中小投资者)/],
    ['应急局在的两个组分别是谁分包', /信用环境（第11组）由侯建华分包；办理建筑许可（第14组）由赵俊生分包/],
    ['张慧部长的部门牵头哪个组', /工委统战部共牵头1个组：推进“两个行动”/],
    ['只有信用环境这一个组的单位是谁', /审计局、统计分局/],
  ])('%s', (question, says) => {
    expect(ask(question)).toMatch(says);
  });

  it.each([
    ['信访局在哪个组', '牵头的是哪家，谁分包', /法院[\s\S]*冯利民/],
    ['获得信贷谁分包', '这位还兼着哪两项', /^吕沛还分包2个组：缴纳税费（第4组）、政府采购（第6组）/],
    ['中小投资者组责任单位是谁', '它参加的别的组呢', /^工信局还在/],
    ['科创局在哪几个组', '教育局跟它都在的是哪些', /教育局、科创局都在的组/],
  ])('%s → %s', (before, question, says) => {
    expect(engine.ask(question, [before]).text).toMatch(says);
  });

  it('leaves to others what it has not read whole, or what asks two things', () => {
    expect(ask('生态环境局在包容普惠里是啥角色，还参加别的没')).toContain('责任单位');
    expect(ask('电归哪位领导，水气又归哪位')).toContain('申晓东');
  });

  it.each([
    ['供电的除了牵头还要配合谁', /^供电中心只当责任单位、不牵头的组共2个：办理建筑许可/],
    ['环保那头在哪几个组露脸', /^生态环境局共在3个专项小组里/],
    ['税务上除了自己牵头的，还要给哪些组当责任单位', /^税务局：责任单位5个组/],
    ['财政口上的同志跑几个组', /^财政局共在\d+个/],
    ['人社这边牵头一个，另外几个组里也有我们吧', /牵头1个组：劳动力市场监管服务（第20组）；共在6个组/],
    ['纪委那个作风专项组具体干点啥', /^营商环境作风建设（第13组）的责任分工/],
  ])('a matter is the unit that does it where it does what only a unit does: %s', (question, says) => {
    expect(ask(question)).toMatch(says);
  });

  it('a matter stays one where a unit is asked of it', () => {
    expect(ask('环保牵头的是哪家')).toContain('生态环境局');
    expect(ask('信贷除了牵头的还有谁')).toContain('责任单位');
  });

  it.each([
    ['发改委牵头的组有几个 总牵头也算', /牵头3个组/],
    ['公安和工商碰头的组有哪些，就是两家都在的', /都在的组共6个/],
    ['法院检察院都在的组有哪几个，法院牵头的也算', /都在的组共4个/],
    ['我们税局所有沾边的小组给拉个单子局长要看', /^税务局共在6个专项小组里/],
    ['成员单位帮我数数一共多少家，订盒饭', /^领导小组成员单位共36家/],
    ['牵着组却没出现在成员名单里的是哪两个局', /人力资源社会保障局、金融工作局/],
    ['哪个组的责任单位名单拉得最长啊打印都跨页了', /^信用环境（第11组），责任单位点名28家/],
    ['责任单位最多和第二多的组是哪个', /^信用环境[\s\S]*\n执行合同及办理破产/],
    ['法治化组的公检法司都齐不', /共5家：.*公安分局、司法分局/],
    ['赵俊生管的是水电气三样吧', /^不全对[\s\S]*获得电力（第7组）由申晓东/],
  ])('what is said beside the question changes nothing: %s', (question, says) => {
    expect(ask(question)).toMatch(says);
  });

  it.each([
    ['住建局管着哪个组，另外还配合哪几个组', /^住建局/],
    ['招商中心牵头哪个组、给哪几个组帮忙', /牵头1个组：跨境贸易（第5组）；.*配合2个组/],
    ['老侯那六摊里，工商占了几摊', /工商分局在的共4个/],
    ['法院领的俩组叫啥名，分包的是一个人不', /^是同一位：.*冯利民/],
    ['公安分局它不牵头吧，都给谁家帮忙去了', /没有牵头的组；共配合9个组/],
    ['纪委领着的那个组，叫上了哪些局配合', /责任单位还有：各相关单位/],
    ['多少单位一个头都没牵，只给人当配合', /^不牵头、当责任单位的单位共\d+家：综合办公室/],
    ['牵头两个及以上组的单位点个名', /共4家：发展改革委、行政审批与大数据管理局、工商分局、高新区法院筹备处/],
    ['宣传、作风、政务这些组责任单位是不是都没点名', /^是的，.*各相关单位/],
    ['法治化那组公检法司之外还有谁', /另外共3家：工商分局、食药监分局、质监分局/],
    ['姜坤峰赵俊峰都只分一项对吧', /^是的，姜坤峰分包1项/],
    ['应急局和民政局碰得上面的组', /都在的组共2个：信用环境/],
    ['司法分局和检察院的组是不是完全重合', /^一样/],
  ])('%s', (question, says) => {
    expect(ask(question)).toMatch(says);
  });
});
