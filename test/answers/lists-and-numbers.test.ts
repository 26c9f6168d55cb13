import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { createEngine } from '../../src/answers/engine.ts';
import { otherLexicon } from './other-notice/lexicon.ts';
import { otherModel } from './other-notice/model.ts';

const engine = defaultEngine();
const other = createEngine(otherModel, otherLexicon);
const says = (question: string) => engine.ask(question).text;

describe('lists and their numbers', () => {
  it.each([
    ['办公室副主任写了一大溜，数下来几个', /5/],
    ['专项小组列了满满一大页，总共多少个', /22个/],
    ['第四节搞了几种制度', /4项/],
    ['群里说专项小组设了24个，实际是多少个', /^不是。共22个/],
    ['台账上记的成员单位36家，正确是多少家', /^是的.*36家/],
    ['附件1措施是30条吧，实际几条', /^不是。.*31/],
    ['我们统计住建局参加3个组，到底几个', /^不是。/],
    ['附件1的措施一路编下来编到几号', /31条/],
    ['措施的编号排到第几条为止', /31条/],
    ['附件1第二大块编到几', /第14至19条/],
    ['附件2那四个聚焦下面合计多少条', /共15条/],
    ['附件2第二个聚焦底下几条', /共4条/],
    ['二十二个组里牵头单位有两家的是哪些', /共1个：获得电力/],
    ['22个组当中责任单位只有一家的有几个', /责任单位点名1家的组共3个/],
    ['街道办算不算成员单位', /^不是。.*36家.*没有“街道办”/],
    ['公安局是不是成员单位', /^是的/],
    ['请问本次共成立多少个专项工作小组', /共22个/],
    ['这次一共明确了几名副组长', /共10名/],
    ['作风那份方案把问题分成几大块', /共4个.*聚焦/],
    ['市场监管组盯着的三个率分别是', /覆盖率.*公开率.*共享率/],
    ['用水用气那条说的三个零，哪三个零', /零上门.*零审批.*零收费/],
    ['各成员单位要明确哪三个一', /一名领导.*一个科室.*一名干部/],
    ['到4月各项指标都提升多少', /^2021年4月，.*10%以上。（附件1·二）$/],
    ['提升50%以上的有几项，包不包括获得电力', /3项.*没有获得电力/],
    ['提升30%以上的是几项，含不含跨境贸易', /6项.*，有跨境贸易/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));

  it('items of leaders are held against groups, and the group that no item is of is named', () => {
    for (const question of ['分包的事项加起来跟专项组比差几个', '哪个专项组没列进分包事项'])
      expect(says(question)).toMatch(/21项.*22个.*少1个[\s\S]*包容普惠创新/);
    expect(other.ask('分包事项和小组数对得上吗').text).toMatch(/共3项.*共3个，一样多/);
  });

  it('the same figure several times in one measure', () => {
    expect(says('用水用气报装那条有三个1，哪三个1')).toMatch(/表单.*材料.*环节/);
    expect(says('附件1第15条哪五个1')).not.toMatch(/^附件1第15条：将/);
  });

  it('the plan that most measures carry out, with what is cut off', () =>
    expect(says('这些措施里落实次数最多的是哪份方案')).toMatch(/包容普惠创新.*共7条.*缺页/));
});

describe('papers and their parts', () => {
  it.each([
    ['后面带着两个附件，头一个的全称是啥', /高标准营商环境优化行动方案/],
    ['附件一共两个，第二个叫什么', /作风建设专项行动方案/],
    ['第三章开头照的是市里哪个文', /焦办文〔2021〕6号/],
    ['附件1是依据焦办文6号来的，对吗', /^不是。.*焦办〔2021〕8号/],
    ['附件1依照焦办8号定的，这说法属实吗？该是哪个文号', /^是的.*焦办〔2021〕8号/],
    ['优化办照那条落实的哪个方案', /开办企业/],
    ['附件1里优化办电那条按的哪个方案', /获得电力/],
    ['优化办电话多少', /没有公布电话/],
    ['市里那个六号文全称', /推进机制的通知》（焦办文〔2021〕6号）/],
    ['附件2那份方案的完整名称该怎么写', /^附件2：《示范区营商环境作风建设专项行动方案》/],
    ['报表上要填，这份的号是多少', /焦示党办〔2021〕5号/],
    ['附件1开头的三条落实的是哪个方案', /政务服务提升专项行动方案/],
    ['培育有国际影响力的龙头企业那条，落实的是什么方案', /跨境贸易提升专项行动方案/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});

describe('whose duty it is, and what a duty is', () => {
  it.each([
    ['留抵退税写进第几组的分工了', /缴纳税费/],
    ['压缩水气报装时间的活压给谁了，说个组名', /获得用水用气/],
    ['府院联动这个词，22个组里哪个写着', /执行合同及办理破产（第21组）/],
    ['简化企业注销程序，有人猜是市场监管组的任务，对不对', /^不是。企业开办/],
    ['宣传那个组平时都忙些啥', /健全宣传机制/],
    ['法治化那组要干些什么，给书记一句话', /护航经济发展行动/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});

describe('a group by members that are no single unit', () => {
  it.each([
    '责任单位一栏写着“联席会议成员单位”的，是第几组、叫啥',
    '哪个组的责任单位里有联席会议成员单位',
    '责任单位里列了企业信息公示联席会议成员单位的是哪个组',
    '哪个组把双随机一公开领导小组成员单位列进去了',
  ])('%s', (question) => {
    expect(says(question)).toContain('市场监管（第19组）');
  });

  it('is none where all that are concerned are meant, or a body', () => {
    expect(says('哪几个组的责任单位写的是各相关单位')).toContain('共4个');
    expect(says('领导小组成员单位里有哪几个没进任何组')).toContain('共0家');
  });
});

describe('an item by its printed number, a group by its place', () => {
  it.each([
    ['工作制度那一节（二）讲的啥制度', '定期考核制度。'],
    ['工作制度第二项是什么制度', '定期考核制度。'],
    ['附件2工作措施（三）是什么措施', '开展专项巡察。'],
    ['附件2工作措施那一节（三）讲的是啥', '开展专项巡察'],
    ['排第22的是啥组，谁配合', '工信局'],
    ['排第五的组谁牵头', '开放招商中心'],
  ])('%s', (question, said) => {
    expect(says(question)).toContain(said);
  });
});

describe('figures of a part, and how they differ', () => {
  it.each([
    ['用水组谁分包，报装几天内办完', ['赵俊生', '2 个工作日'], '申晓东'],
    ['获得用水用气谁牵头？报装几天', ['城管局', '2 个工作日'], '申晓东'],
    ['低压办电几个工作日？水气报装几个？一样不', ['3 个工作日', '2 个工作日'], '没有写'],
    ['水气报装几个环节，企业开办几个', ['1 个环节', '企业开办压缩为1个环节'], '没有写'],
    ['高压比低压办电多宽限几个工作日', ['相差18个工作日'], '没有写'],
    ['高压办电比低压多放宽几天', ['相差18个工作日'], '没有写'],
  ])('%s', (question, said, never) => {
    for (const word of said) expect(says(question)).toContain(word);
    expect(says(question)).not.toContain(never);
  });
});

describe('rosters that no notice holds', () => {
  it.each(['每个成员单位的联络员花名册给我', '联络员通讯录有没有', '22个组的联系人名册'])(
    '%s',
    (question) => {
      expect(engine.ask(question).kind).toBe('refuse');
    },
  );

  it('are not the list of members', () => {
    expect(says('成员单位花名册给我')).toContain('共36家');
  });
});

describe('the longest lists, and those with nobody in them left out', () => {
  it.each([
    ['哪个组责任单位列得最满', /^信用环境（第11组）/],
    ['责任单位写得最少的组', /政府采购（第6组）.*最少/],
    ['没点名的不算，责任单位最少的是哪个组', /保护中小投资者（第22组）/],
    ['只写各相关单位的组不算在内，点名责任单位最少的是哪个组', /保护中小投资者（第22组）/],
    ['牵头组数排第一的是哪个单位', /^发展改革委、工商分局，牵头3个组/],
    ['分包数排头名的领导', /^侯建华/],
    ['分包最多的是谁，包几项', /^侯建华.*分包6项[^\n]*$/],
    ['哪些组只写各相关单位', /共4个/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});

describe('the first and last number of a part, and how many lie under several', () => {
  it.each([
    ['附件1第四块的条号范围', /第24至31条/],
    ['附件1第一大块头尾条号', /第1至13条/],
    ['附件1各板块起止条号', /第14至19条，共6条/],
    ['那几个聚焦底下的小条一共多少条', /共15条/],
    ['这几个聚焦里一共整治多少类问题', /共15条/],
    ['招投标服务那条（附件1第17），谁牵头', /附件1第17条：行政审批与大数据管理局牵头/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});

describe('what is said of the goals, the place of assignments and the duties', () => {
  it.each([
    ['其余指标4月要提多少', /各项指标在现有基础上提升10%以上/],
    ['一般指标年底再提升多少', /再提升20%左右/],
    ['别的指标至少提几个点', /10%[\s\S]*20%/],
    ['各领导分包的核心指标加起来几项', /共16项：吕沛3项/],
    ['第二部分写了多少项核心指标', /共16项/],
    ['吕沛分包几项核心指标', /^吕沛分包3项/],
    ['拿22个组核对一下，第二部分分包清单漏了哪个组', /包容普惠创新（第12组）/],
    ['哪些单位在小组里却不在第一部分的成员名单里', /共?3家：人力资源社会保障局、金融工作局、信访局/],
    ['哪几个小组的职责里写了纠纷解决机制', /第18组[\s\S]*第21组/],
    ['哪个组的职责里写了一站式报装', /^有1个组：获得用水用气/],
    ['营商环境测评的频率是多少', /^每年/],
    ['测评和考核通报频次分别怎么定的', /每年[\s\S]*每季度或半年/],
    ['通报每季度一次的说法属实吗', /^是的/],
    ['测评每季度一次这个说法准吗，我怎么记得是一年', /^不是。每年/],
    ['附件1四里头（二）讲啥', /加强协调联动/],
    ['四底下（四）是什么制度', /^信息报送制度/],
    ['附件2第三部分里的（六）叫什么', /政企共建/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});

describe('what is measured of two things, and the measure that words are of', () => {
  it.each([
    ['用水报装和高压办电时限各是多少', /2 个工作日[\s\S]*21 个工作日/],
    ['企业接水和接高压电，时限各是多少', /2 个工作日[\s\S]*21 个工作日/],
    ['建筑许可环节和时间各多少', /6个[\s\S]*38天/],
    ['附件1里贷款绿色通道哪个局牵头', /第24条：科创局牵头/],
    ['附件1里贷款谁牵头', /第16条：金融工作局牵头/],
    ['附件1第13条有没有配合单位', /财政局负责，没有写配合单位/],
    ['附件1第24条的配合单位', /区直相关部门配合/],
    ['（知识产权）保护组谁牵头', /^知识产权创造保护和运用（第18组）由工商分局牵头/],
    ['散户（中小投资者）保护组责任单位', /工信局/],
    ['保护组谁分包', /哪一组/],
    ['外地企业想来办厂归谁管', /开放招商中心/],
    ['我想建厂房找谁', /住建局/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});
