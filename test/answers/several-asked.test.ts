import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (question: string) => defaultEngine().ask(question);

describe('several things asked in one message', () => {
  it.each([
    ['税组的牵头单位、分包领导、责任单位分别是谁', ['吕沛', '税务局', '财政局']],
    ['第3组领导 牵头 配合都谁', ['赵俊峰', '工委宣传部', '各相关单位']],
    ['不动产组谁包、谁牵头、谁配合', ['赵俊生', '自然资源和规划局', '住建局']],
    ['第5组跟第6组谁牵头，各由哪位领导分包', ['开放招商中心', '财政局', '高鸿', '吕沛']],
    ['附件2组长是谁，副组长是谁，办公室主任是谁', ['吕沛', '冯利民', '赵洪波']],
    ['领导小组组长是谁 办公室设在哪 办公室主任又是谁', ['吕沛', '发展改革委', '侯建华']],
    ['企业开办组里头有公安没有，有税务没有', ['是的，公安分局', '是的，税务局']],
    ['双随机覆盖率多少，还有知识产权纠纷的非诉机构覆盖面', ['91%', '80%']],
    ['考核多久一次结果跟啥挂钩', ['每季度', '干部任用']],
    ['教育局参加哪些组牵头哪些组', ['信用环境', '没有牵头的组']],
  ])('%s', (question, parts) => {
    const { text } = ask(question);
    for (const part of parts) expect(text).toContain(part);
  });

  it('cuts nothing that is one question', () => {
    expect(ask('第7组牵头单位的职责是什么').text).toMatch(/规划、占路/);
    expect(ask('谁分包获得电力').text).toMatch(/申晓东/);
  });
});

describe('what stands in a message beside its words', () => {
  it.each([
    ['@营商助手 工商局牵头哪些组', /^工商分局：牵头3个组/],
    ['第7组谁牵头[抱拳][玫瑰]', /供电中心牵头/],
    ['😂第7组谁牵头🙏🙏', /供电中心牵头/],
    ['许海 林是个啥职务', /^许海玲/],
    ['税务局和人 社局都在的组', /共3个/],
    ['我是个体老板\n听说有个“一联三帮”，这事哪个单位牵头', /统战部/],
  ])('%s', (question, expected) => {
    expect(ask(question).text).toMatch(expected);
  });

  it.each(['👍', '[强]', '@营商助手 '])('%s says nothing', (message) => {
    expect(ask(message).kind).toBe('chat');
  });
});

describe('requests to do something are no questions', () => {
  it.each([
    '帮我把这个通知转发到群里',
    '替我写个优化营商环境的汇报材料',
    '通知税务局明天来开会',
    '提醒我下周一交材料',
    '打印一份附件1',
  ])('%s', (request) => {
    expect(ask(request).kind).toBe('refuse');
  });

  it.each(['帮我查下开办企业要几天', '帮我写清楚：第7组谁牵头', '通知发给谁'])('%s is one', (question) => {
    expect(ask(question).kind).toBe('answer');
  });
});

describe('people and things named in a row, questions without a mark between them', () => {
  it.each([
    ['张慧、赵洪波，这两位各是哪个口上的', ['工委统战部部长', '纪工委副书记']],
    ['冯、姜、侯三位各分包几项', ['冯利民分包4项', '姜坤峰分包1项', '侯建华分包6项']],
    ['高鸿、姜坤峰，第二节分别分包啥', ['跨境贸易', '两个行动']],
    ['贷款批不下来、盖楼手续太慢，这两件事分别哪家牵头', ['金融工作局', '住建局']],
    ['税组谁牵头谁分宝', ['税务局', '吕沛']],
    ['污水处理率要到多少还有人均公园绿地面积今年定的是多大', ['97%', '15.5']],
    ['主管营商环境建设的部门是哪家，它那个主任是谁', ['时东风']],
    ['附件1最后一条谁牵头，倒数第三条呢', ['生态环境局', '附件1第29条：工委组织部']],
    ['联络员几个？另外工作进展多久报一回？', ['一名干部', '每季度']],
    ['缺钱找谁 缴税找谁 打官司慢找谁', ['金融工作局', '税务局', '高新区法院筹备处']],
    ['电和税谁分包，是同一个领导吗', ['申晓东', '吕沛', '不一样']],
    ['税和电分别归谁管', ['吕沛', '申晓东']],
    ['冯书记包几个组，政府采购算他的不', ['冯利民分包4项', '不是。政府采购（第6组）由吕沛分包']],
    ['跨境贸易组谁牵头？我们住建局在不在里头？', ['开放招商中心', '是的，住建局']],
    ['政务服务组谁牵头，分包的是不是侯建华', ['行政审批与大数据管理局', '是的']],
    ['这个通知哪天发的，文号多少', ['2021年5月26日', '焦示党办〔2021〕5号']],
    ['测评结果和啥挂钩还有工作推进不力的单位咋处理', ['干部任用', '责任追究']],
  ])('%s', (question, parts) => {
    const { text } = ask(question);
    for (const part of parts) expect(text).toContain(part);
  });
});

describe('slots of a group, and whether somebody is in it', () => {
  it.each([
    ['信贷组分包领导、牵头单位，财政局在不在里头', ['吕沛', '金融工作局牵头', '是的，财政局']],
    ['第18组谁牵头、谁配合、检察院参不参加', ['工商分局牵头', '科创局', '是的，高新区检察院筹备处']],
    ['你给我说：企业开办谁牵头、谁分包，有没有税务局', ['工商分局', '侯建华', '是的，税务局']],
    ['政府采购:分包、牵头、含不含审计局', ['吕沛', '财政局牵头', '审计局不在']],
    ['信用环境组的牵头单位和分包领导', ['发展改革委牵头', '侯建华分包']],
  ])('%s', (question, parts) => {
    const { text } = ask(question);
    for (const part of parts) expect(text).toContain(part);
  });
});
