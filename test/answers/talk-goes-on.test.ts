import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;

describe('somebody or something put in the place of the last one', () => {
  it.each([
    [['冯利民分包什么', '姜的'], '姜坤峰分包1项'],
    [['吕沛分包哪几项', '高呢'], '高鸿分包1项'],
    [['赵俊生分包什么', '名字差一个字的那位呢'], '赵俊峰分包1项'],
    [['附件1第7条谁牵头', '末了那条呢'], '第31条：生态环境局'],
    [['附件2第二个聚焦讲的什么', '末尾那个呢'], '聚焦群众身边腐败'],
    [['第16组谁牵头', '前头一个组呢'], '第15组'],
    [['第16组谁分包', '后头一个组呢'], '第17组'],
    [['财政局在哪些组', '只说给别人打配合的'], '责任单位10个组'],
    [['行政审批局牵头哪两个组', '不是政务服务那个，另一组谁配合'], '招投标（第8组）的责任单位'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });
});

describe('of a body, after its posts', () => {
  it.each([
    [['领导小组组长是谁', '办公室挂靠在哪个局'], '设在发展改革委'],
    [['领导小组办公室副主任有谁', '办公地点设在哪家'], '设在发展改革委'],
    [['作风领导小组谁挂帅', '下面办公室谁主事'], '赵洪波'],
    [['冯利民什么职务', '在作风那边呢'], '作风领导小组副组长'],
    [['刘春明是什么身份', '他在作风班子里又当啥'], '作风领导小组副组长'],
    [['刘会来在领导小组办公室当什么', '跟他一起当副主任的还有谁'], '张慧'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('what an office does is not who heads it', () => {
    expect(ask('领导小组办公室负责什么')).toContain('日常工作');
  });
});

describe('what a figure is reckoned from', () => {
  it.each(['拿哪年当底子', '基数取的是哪年', '以哪一年为基准', '从哪年算起'])('%s', (asked) => {
    expect(ask('口岸通关时间压缩多少', asked)).toContain('2017');
  });
});

describe('several things asked at once', () => {
  it.each([
    ['第5组谁牵头，再告诉我区领导', ['开放招商中心牵头', '高鸿']],
    ['招投标组谁包，顺带报下森林覆盖率', ['侯建华', '35%']],
    ['第4组谁牵，还有责任单位', ['税务局', '卫健委']],
    ['税归谁包？电归谁包', ['吕沛', '申晓东']],
    ['附件1七条八条，谁牵头', ['第7条']],
    ['附件1一条三条一家管的吧，四条又是谁', ['一样', '工商分局']],
    ['第2组、第6组，分包领导分别', ['冯利民', '吕沛']],
    ['牵头单位报两个，跨境贸易那组、招投标那组', ['开放招商中心', '行政审批与大数据管理局']],
    ['第9组的两件事：谁牵头，谁分包', ['行政审批与大数据管理局', '侯建华']],
    ['财政局带哪几个组？科创局又带哪个', ['政府采购', '科创局']],
  ])('%s', (asked, said) => {
    for (const part of said) expect(ask(asked)).toContain(part);
  });
});

describe('the last of a series', () => {
  it.each([
    ['附件2最后一个聚焦分几条', '4条'],
    ['工作制度最后一项是什么', '信息报送制度'],
    ['附件1最后组织实施那部分写了几条', '5'],
  ])('%s', (asked, said) => {
    expect(ask(asked)).toContain(said);
  });
});

describe('asked on within the place that the last answer is from', () => {
  it.each([
    [['政企共建怎么搞', '跟谁结对子'], '结成对子'],
    [['专项巡察查什么', '哪一轮'], '第六轮'],
    [['专项检查组看什么', '结合哪项工作'], '过一遍'],
    [['办电怎么提速', '行政审批时长咋办'], '压缩行政审批时长'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });
});

describe('a list just told', () => {
  it.each([
    [['领导小组成员单位有哪些', '有信访局没'], '不在里面'],
    [['领导小组成员单位有哪些', '审计局在列不'], '是的，在里面'],
    [['领导小组成员单位有哪些', '信访局在里头没', '教育局呢'], '是的，在里面'],
    [['侯建华分包哪些', '有政府采购没'], '不在里面'],
    [['公安分局在哪些组', '在招投标组不'], '不在招投标'],
    [['第9组谁牵头', '几号来着'], '第9组'],
    [['领导小组副组长有几个', '点点名'], '许海玲'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });
});
