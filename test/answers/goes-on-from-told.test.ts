import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { createEngine } from '../../src/answers/engine.ts';
import { otherLexicon } from './other-notice/lexicon.ts';
import { otherModel } from './other-notice/model.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;
const other = createEngine(otherModel, otherLexicon);
const askOther = (...turns: string[]) => other.ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;

describe('posts of the body that was told of', () => {
  it.each([
    [['领导小组组长谁', '底下办公室的主任呢'], '侯建华'],
    [['附件2那个领导小组组长是谁', '它办公室谁是主任'], '赵洪波'],
    [['附件2成立了什么领导小组', '它的副组长都有谁'], '刘春明、冯利民'],
    [['附件2那个办公室主任是谁', '区里办公室主任呢'], '侯建华'],
    [['领导小组办公室主任谁', '我问的附件2那个'], '赵洪波'],
    [['领导小组办公室主任谁', '手下组织部来的那个副主任是谁'], '副主任里没有工委组织部的人'],
    [['办公室副主任都有谁', '发改委那边的是谁'], '时东风'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('in another notice', () => {
    expect(askOther('领导小组组长是谁', '那办公室的主任是谁')).toContain('白岩');
  });

  it('are not those of a unit whose head was asked for', () => {
    expect(ask('审批局牵头哪些组', '它那个局长叫啥')).toContain('没有写行政审批与大数据管理局局长');
    expect(ask('交税组谁牵头', '他们一把手是谁')).toContain('没有写税务局');
  });
});

describe('what a few words ask of what was told', () => {
  it.each([
    [['附件1第14条谁牵头', '16、17呢'], '第17条：行政审批与大数据管理局'],
    [['第5组谁分包', '6和7也说下'], '申晓东'],
    [['附件1第4条谁牵头', '紧接着的下一条，还是它吗'], '附件1第5条：工商分局牵头'],
    [['人均公园绿地要到多少', '这一项归哪家落实'], '生态环境局'],
    [['万英奎有没有分包', '还有谁也没有'], '许海玲'],
    [['副组长有哪些人', '里头哪几个啥也没分到'], '许海玲、万英奎'],
    [['4月提升50%以上的是哪几项', '提升30%的又是哪些'], '获得电力'],
    [['组织部是哪几条措施的牵头', '除了这些，还在哪个组算责任单位'], '信用环境'],
    [['建筑许可组责任单位有哪些', '有没有我们供水的'], '是的'],
    [['用水用气报装材料几项', '要不要跑大厅'], '零上门'],
    [['专项问题排查是怎么查', '查出问题以后怎么弄'], '问题台账'],
    [['高鸿分包哪些', '招投标算他的吗'], '不是。招投标（第8组）由侯建华分包'],
    [['城管局牵头哪个组', '获得电力归它吗'], '不是。'],
    [['统战部部长是谁', '那副部长呢'], '没有写工委统战部副部长'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('names nobody by a like sound', () => {
    expect(ask('不动产登记组责任单位有哪些', '有没有我们供热的')).toContain('高新热力');
    expect(ask('用水用气组谁牵头', '有没有供电的')).toContain('不，供电中心不在');
  });

  it('of numbers in a row in another notice', () => {
    expect(askOther('第1组谁分包', '2、3呢')).toMatch(/第2组[\s\S]*第3组/);
  });
});

describe('whether somebody is on the list that was told', () => {
  it.each([
    [['跨境贸易组责任单位是谁', '里头有商务局没有'], '没有，通知里没有商务局'],
    [['跨境贸易组责任单位是谁', '有没有海关'], '没有，通知里没有海关'],
    [['企业开办组责任单位都哪几家', '公安算不算一个'], '是的，公安分局'],
    [['企业开办组责任单位都哪几家', '财政局算不算一家'], '不是。财政局不在'],
    [['企业开办组谁牵头', '公安算不算一个'], '是的，公安分局'],
    [['人社局在领导小组成员名单里头没有', '金融局呢，名单里有它不'], '不是。金融工作局不在'],
    [['人社局是不是成员单位', '审计局呢，也在里头不'], '是的，审计局'],
    [['人社局是不是成员单位', '那审计局也是吗'], '是的，审计局'],
    [['财政局在政府采购组吗', '审批局呢，名单里有它不'], '是的，行政审批与大数据管理局'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('is not what else is asked of it', () => {
    expect(ask('人社局是不是成员单位', '审计局在哪些组')).toContain('信用环境');
    expect(ask('金融局牵头的组有几家责任单位，其中有法院吗')).toContain('是的');
  });
});

describe('who helps, in other words', () => {
  it.each([
    ['一块儿出力的有哪些单位，念全'],
    ['出力的有哪些单位'],
    ['跟着使劲的都有谁'],
    ['一块儿跑的是哪几家'],
  ])('%s', (question) => {
    expect(ask('法治化提升组是政法委牵头吧', question)).toContain('责任单位：公安分局、司法分局');
  });
});

describe('the paper that was told of', () => {
  it.each([
    [['附件1照着市里一个方案来的', '那份文件号是几'], '焦办〔2021〕8号'],
    [['附件1照着市里一个方案来的', '它的文号呢'], '焦办〔2021〕8号'],
    [['附件1照着市里一个方案来的', '是几号文'], '焦办〔2021〕8号'],
    [['作风要规范政商交往，省里有个意见吧', '哪个文件要求的'], '规范政商交往行为'],
    [['作风要规范政商交往，省里有个意见吧', '文号多少'], '没有写《关于规范政商交往'],
    [['第14条落实的是哪个方案', '那个方案文号是多少'], '没有写《焦作市获得电力提升'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('is not the notice itself', () => {
    expect(ask('招投标组谁牵头', '这份通知文号多少')).toContain('焦示党办');
  });
});

describe('the last of a row, and what a message brings along', () => {
  it.each([
    [['附件2四个聚焦，第一个是作风', '最后一个是整啥的'], '聚焦群众身边腐败'],
    [['附件2第一个聚焦讲啥', '最后一个是整啥的'], '聚焦群众身边腐败'],
    [['工作制度第一项讲啥', '最后一项是管啥的'], '信息报送制度'],
    [['附件1第14条谁牵头', '配合单位有谁', '下面15条的牵头也报一哈'], '城管局牵头'],
    [['附件1第14条谁牵头', '配合单位有谁', '15条也报一哈'], '发展改革委、工商分局配合'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });
});

describe('a matter told of before a pronoun stands for it', () => {
  it.each([
    ['想约吕书记谈贷款的事，他分包的里头有没有这一项', '是的，获得信贷'],
    ['要找冯书记反映政府采购的问题，他分包的有没有这块', '不是。政府采购'],
    ['听说侯主任在抓企业开办，他名下有没有这个组', '是的，企业开办'],
    ['吕书记分包政府采购，他一共分包几项', '分包3项'],
  ])('%s', (question, said) => {
    expect(ask(question)).toContain(said);
  });
});

describe('the same once more of another', () => {
  it.each([
    [['第22组是什么组，谁牵头', '同一个牵头单位还有哪组'], /还牵头1个组：执行合同及办理破产/],
    [['7组谁牵头', '同一家牵头的还有哪些组'], /发展改革委还牵头2个组[\s\S]*供电中心没有牵头别的组/],
    [['第5组谁牵头', '同一个牵头单位的还有哪组'], /没有牵头别的组/],
    [['附2第一个聚焦下头几条', '第四个呢，也四条？'], /^是的，第四个.*共4条/],
    [['附2第一个聚焦下头几条', '第三个也是四条吗'], /^不是。第三个.*共3条/],
    [['附2第一个聚焦下头几条', '第二个呢'], /^第二个.*共4条/],
  ] as const)('%j', (turns, said) => {
    expect(ask(...turns)).toMatch(said);
  });
});
