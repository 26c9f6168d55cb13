import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;

describe('whether a unit is in a group, asked of another unit or another group', () => {
  it.each([
    [['获得信贷组的责任单位里有科创局吗', '税务局有没有'], '税务局不在获得信贷（第10组）'],
    [['信用环境组带公安分局了吗', '司法分局有没有'], '是的，司法分局'],
    [['建筑许可组里有民政局吗', '教育局呢，有没有'], '教育局不在办理建筑许可（第14组）'],
    [['不动产登记组带供电中心了吗', '用水用气那组呢，带它没'], '供电中心不在获得用水用气（第15组）'],
    [['获得电力组带住建局了吗', '用水用气的呢，带我们没'], '是的，住建局是获得用水用气（第15组）的责任单位'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('after something else a unit is asked of by itself', () => {
    expect(ask('获得信贷组谁分包', '税务局牵头哪个组')).toContain('缴纳税费（第4组）');
  });
});

describe('another matter in the place of the last', () => {
  it.each([
    [['政府采购指标4月要提多少', '换成获得信贷呢'], '30%'],
    [['跨境贸易提升多少', '换成办理建筑许可呢'], '50%'],
    [['企业开办谁分包', '换作市场监管的话呢'], '侯建华'],
    [['税务局牵头哪个组', '换成住建局的话呢'], '办理建筑许可（第14组）'],
    [['企业开办压缩为几个环节', '是附件1第几条里写的'], '附件1第5条'],
    [['合同签订期限压到几天', '附件1第几条', '哪家牵这个头'], '财政局负责'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it.each([
    ['获得信贷要提多少', '30%'],
    ['缴纳税费要提多少', '10%'],
    ['附件1有几条措施', '31条'],
  ])('%s: %s', (asked, said) => {
    expect(ask(asked)).toContain(said);
  });
});

describe('the next places of a ranking', () => {
  it.each([
    [['分包最多的是侯建华没错吧', '排第二的呢，几项'], '冯利民'],
    [['谁分包最多', '第二名呢'], '冯利民'],
    [['分包最多的是侯建华吧', '并列第三的呢'], '赵俊生'],
    [['责任单位最多的组是哪个', '排第二的呢'], '第21组'],
    [['责任单位最多的是信用环境组吗', '第二多的呢，几家'], '17家'],
    [['牵头组最多的单位是哪家', '排第二的呢'], '行政审批'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('the second of a list is no second place', () => {
    expect(ask('发展改革委牵头哪些组', '第二个呢')).toContain('信用环境（第11组）');
  });

  it('at least so much of something is no ranking', () => {
    expect(ask('公司注册最少要多少注册资本')).not.toContain('最少的是');
  });
});

describe('people by a character of their names, or by the same title', () => {
  it.each([
    [['赵俊生分包哪几块', '换成名字带“峰”的那位赵呢'], '营商环境宣传'],
    [['高鸿分包什么', '名字带“华”字的侯姓那位呢'], '侯建华分包6项'],
    [['名字带“坤”的那位领导分包什么'], '姜坤峰分包1项'],
    [['申晓东是什么职务', '跟他头衔一字不差的还有哪两位'], '姜坤峰、赵俊峰'],
    [['高鸿什么职务', '谁的头衔跟他一模一样'], '万英奎'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('units by their letters are no people', () => {
    expect(ask('成员单位名字里带“检察”的是哪家')).toContain('检察院筹备处');
  });
});

describe('bare numbers of an attachment', () => {
  it.each([
    ['附件1的24和26，各是谁打头', ['科创局', '开放招商中心']],
    ['附件1的14、16各是哪家牵头', ['供电中心', '金融工作局']],
    ['附件1第7和第11，各由谁牵头', ['住建局', '自然资源和规划局']],
  ])('%s: %j', (asked, said) => {
    for (const one of said) expect(ask(asked)).toContain(one);
  });
});

describe('whether somebody else has as many', () => {
  it.each([
    [['食药监在几个组', '哪俩', '质监也是俩么'], '不是。质监分局在3个组'],
    [['工商分局牵头几个组', '财政局也是三个吗'], '不是。财政局牵头1个组'],
    [['工商分局牵头几个组', '发改委也是三个吗'], '是的，发展改革委牵头3个组'],
    [['农业农村局在几个组', '审计局也是这么多吗'], '不是。审计局在1个组'],
    [['赵俊生分包几项', '吕沛也是三项么'], '是的，吕沛分包3个组'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });
});

describe('the thing or the name last spoken of', () => {
  it.each([
    [['跨境贸易和政府采购分别谁牵头', '最后说的那个组谁分包'], '政府采购（第6组）由吕沛分包'],
    [['跨境贸易和政府采购分别谁牵头', '先提到的那个组责任单位有谁'], '跨境贸易（第5组）的责任单位'],
    [['连心网是干什么的', '能用哪几种方式联系它，号码没有就算了'], '微信公众号'],
    [['亲清政商学堂是干什么的', '它多久搞一次活动'], '每季度'],
    [['送达平台是干啥的', '它在附件1第几条'], '附件1第21条'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });
});

describe('sets and sums', () => {
  it.each([
    ['附件2“四个聚焦”各有若干“一是二是”，四段加总多少条', '共15条'],
    ['四个聚焦一共多少个“一是二是”', '共15条'],
    ['第二部分里真分到活的区领导几位', '共9位'],
    ['区领导里实际摊到任务的有几个', '共9位'],
    ['没分到活的副组长是谁', '许海玲、万英奎'],
    ['招商中心单纯当责任单位（牵头和分项牵头都刨掉）的有几个组', '2个组'],
    ['测评结果挂的钱，正文叫什么、附件1又叫什么', '财政预算内支出'],
  ])('%s: %s', (asked, said) => {
    expect(ask(asked)).toContain(said);
  });
});
