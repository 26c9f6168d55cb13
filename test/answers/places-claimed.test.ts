import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const says = (question: string) => engine.ask(question).text;

describe('a phrase is held against the measure that it is put to', () => {
  it.each([
    [
      '“应收账款融资服务”这句，材料里标成附件1第15条，错没错',
      /^不是。附件1第15条里没有这句，写在附件1第16条/,
    ],
    ['“城市书房”我标的是第30条，对不对', /^是的，在附件1第30条/],
    ['“政银合作”这个提法写在第11条没错吧', /^不是。附件1第11条看得见的部分里没有这句，写在附件1第12条/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));

  it('who has it is another question', () => {
    expect(says('第30条是文体旅局牵头吗')).toMatch(/^是的/);
  });
});

describe('words of a matter that have a character in common', () => {
  it.each([
    ['零字打头的承诺，水气报装有哪几个', /^3个：“零上门”、“零审批”、“零收费”/],
    ['不动产登记那条带“办”的提法有哪几个', /“掌上办”[\s\S]*“刷脸办”/],
    ['第15条里带零字的词有哪些', /“零上门”、“零审批”、“零收费”/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});

describe('the parts and places of the paper', () => {
  it.each([
    ['附件1的措施分成哪几部分', /^措施分4块：全面提升政务服务效能/],
    ['31条措施归成几大类，分别叫什么', /^措施分4块/],
    ['容错纠错机制写进了附件2的哪项工作要求', /抓好建章立制/],
    ['请第三方来评估，是附件2六项措施里的哪一项', /开展专项评价/],
    ['附件2的专项问题排查，找毛病的路径有哪几种', /自己找、互相帮、集体议、群众提/],
    ['附件1里讲引才的两条，28和29，是教育局牵头的吧', /^不是。[\s\S]*工委组织部牵头/],
    ['以《招标投标提升专项行动方案》为依据的措施是哪几条', /第17、18条/],
    ['22个专项组里头最后一个是谁分包', /^保护中小投资者/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});

describe('the form of the answer is not looked up', () => {
  it.each([
    ['海报上要印20组搭的那个平台，全名是啥', /“互联网\+就业创业”服务平台/],
    ['外联处设在哪些地方，三个字的简称', /京浙沪/],
    ['“清单制+”后面是哪几个字，印得看不清了', /告知承诺制/],
    ['不动产登记，我们老家归房管局，你们这儿归哪家', /自然资源和规划局牵头/],
    ['报装拖三周不算超时吧？供气限几天', /2 ?个工作日/],
    ['干得好有奖不，干得差会怎样', /奖励[\s\S]*责任追究/],
    ['局里班子成员跟企业结对子走访，主要去干什么', /生产经营状况[\s\S]*意见和建议/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});

describe('what is asked for by its word is not answered with another thing', () => {
  it.each([
    ['房本24小时能申请，是附件1第几条', /附件1第12条/],
    ['附件1分成哪几部分', /^附件1分4个部分：总体要求/],
    ['附件2的工作重点分成哪几块', /^工作重点共4[块项]/],
    ['附件2领导小组组长是哪位', /作风建设专项行动领导小组组长是吕沛/],
    ['稿子里把“电子保函”注成附件1第16条了，对么', /^不是。附件1第16条里没有这句，写在附件1第17条/],
  ])('%s', (question, expected) => expect(says(question)).toMatch(expected));
});
