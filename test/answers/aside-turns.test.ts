import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (question: string) => defaultEngine().ask(question).text;

describe('what is said beside what is asked', () => {
  it.each([
    ['办税次数 上年压过一回 今年再压多少', '再压缩5%'],
    ['缴税时间去年减了5个点，今年还减百分之几', '再压缩5%'],
    ['细颗粒物（别说PM10）要降到多少', '56'],
    ['我老乡念叨他们老加班，招商要拿几分之几的时间往外跑', '1/4'],
    ['主任让我写政企共建的汇报，每个单位挑几家企业', '一家'],
    ['平时考评的得分最后并到哪', '综合考核'],
    ['附件1第31条跟生态局一块弄的四家', '农业农村局'],
    ['附件1讲科创的两条（24、25）谁牵头', '科创局'],
  ])('%s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it('still refuses what was reached, scores and who is related', () => {
    expect(ask('去年纳税时间压了多少')).toContain('没有写');
    expect(ask('考核得分怎么算')).toContain('没有写评分标准');
    expect(ask('吕沛和刘春明是不是同学')).toContain('没有写个人');
  });
});

describe('a group told by who leads it', () => {
  it('is asked for its work', () => {
    expect(ask('宣传部带的那个组都干些啥')).toContain('健全宣传机制');
    expect(ask('工商分局领的那个组管些什么')).toContain('不止一个组');
  });
});

describe('what is put up as one unit’s work alone', () => {
  it('is denied where others are in it', () => {
    expect(ask('政府采购组就是财政局一家的事吧')).toMatch(/^不是。.*责任单位还有/);
    expect(ask('法治化营商环境单单是政法委的事吗')).toMatch(/^不是。.*公安分局/);
  });
});

describe('a way of doing or a name for a fault', () => {
  it('is no question for an owner', () => {
    expect(ask('前头的领导许下的，后来的不认账，这是附件2说的哪种毛病')).toContain('新官不理旧账');
    expect(ask('好些个局都上工地，往后咋个查法')).toContain('联合监督检查');
  });
});

describe('what must not stand in the way of the sentence', () => {
  it.each([
    // The last clause tells by itself the thing whose name is asked for.
    ['企业要倒闭，税务和过户没人管，法院自己定不了，政府跟法院一起商量的机制叫什么', '府院联动'],
    // Several, which nobody counts.
    ['好些个局都上工地检查，往后咋个查法', '联合监督检查'],
    // Another's name, said beside a figure.
    ['货从海关出去要比2017年快多少', '80%'],
    // The place is asked for, not the owner.
    ['新官不认旧账 归哪个聚焦', '诚信缺失'],
    // One short word, as it stands.
    ['容错是哪条写的', '附件2·四（五）'],
    // Not a firm, but those whom the sentence begins with.
    ['哪家单位要跟企业结对子', '班子成员'],
    // A word that may mean a person is no more than a word.
    ['一把手负责制 管的是哪一级的单位', '区直各单位'],
    ['给作风打分，是纪委自个儿来评吧', '第三方'],
  ])('%s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it('but who is not in the notice is still said so', () => {
    expect(ask('海关牵头哪个组')).toContain('没有海关');
    expect(ask('区一把手分包哪几项')).toContain('吕沛');
  });
});

describe('who is left aside behind a list, and what is not counted', () => {
  it.each([
    ['只包了一项的区领导有哪些？（申晓东有争议，先不管他）', '共4位：刘春明、姜坤峰、赵俊峰、高鸿。'],
    ['只分包一个组的领导是谁，高鸿另说', '共3位：刘春明、姜坤峰、赵俊峰'],
    ['牵头单位不止一家的组都有谁（分项牵头的那种不算）', '共2个：获得电力'],
    ['哪几个组不止一家牵头，分项牵头的不算', '共2个：获得电力'],
    ['牵头3个组的单位有哪些（发改委不算）', '共2家：发展改革委、工商分局'],
    ['动产担保登记归哪组落实啊（是动产，不是不动产）', '获得信贷（第10组）'],
    ['招投标归谁牵头（我问的是招投标，不是政府采购）', '招投标（第8组）由行政审批与大数据管理局'],
    ['牵头最多的单位是哪家，有没有并列', '发展改革委、工商分局，牵头3个组'],
  ])('%s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it('items are told where they are asked for', () => {
    expect(ask('分项牵头单位有哪些，总牵头的不算')).toContain('牵头分项的单位共6家');
    expect(ask('信用环境组责任单位有哪些，宣传部不算')).toContain('责任单位还有：工委组织部');
  });
});

describe('matters by one character each', () => {
  it.each([
    ['想一并核实电、气、贷三样分别归哪位领导分包', ['申晓东', '赵俊生', '吕沛']],
    ['电、水、税三个组分别谁牵头', ['发展改革委、供电中心', '城管局', '税务局']],
    ['水、电、贷各归谁管', ['赵俊生', '申晓东', '吕沛']],
    ['电、水、税的责任单位分别有哪些', ['第7组', '第15组', '第4组']],
  ] as const)('%s', (question, said) => {
    for (const word of said) expect(ask(question)).toContain(word);
  });

  it('are none where two are of one group, or where a figure is asked for', () => {
    expect(ask('水、气分别几天能通')).toContain('2 个工作日');
  });
});
