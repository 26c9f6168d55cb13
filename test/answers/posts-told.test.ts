import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { indexFacts } from '../../src/answers/facts.ts';
import { withNamesFilled } from '../../src/answers/told/names-half-said.ts';
import { defaultNotice } from '../../src/notice/default.ts';

const ask = (question: string, ...before: string[]) => defaultEngine().ask(question, before).text;

describe('names that were said in part', () => {
  const facts = indexFacts(defaultNotice());
  it.each([
    ['侯某华是啥职务', '侯建华是啥职务'],
    ['冯什么民管什么', '冯利民管什么'],
    ['刘春什么的职务', '刘春明的职务'],
    ['那俩赵俊分别包啥', '赵俊峰和赵俊生分别包啥'],
    ['姜美峰管啥', '姜美峰管啥'],
    ['赵俊啥管宣传', '赵俊啥管宣传'],
    ['张慧什么职务', '张慧什么职务'],
  ])('%s', (said, full) => {
    expect(withNamesFilled(said, facts)).toBe(full);
  });
});

describe('a body told by the one who heads it', () => {
  it.each([
    ['老吕那摊领导小组，副职几个', '副组长共10名'],
    ['赵洪波那办公室设在哪', '没有写'],
    ['侯主任坐镇的办公室，副手都有谁', '副主任共5名'],
    ['吕书记当组长的作风领导小组副组长是谁', '副组长共2名'],
    ['吕书记的副手一共几位', '副组长共10名'],
    ['给侯建华当副手的有哪些人', '副主任共5名'],
  ])('%s', (question, told) => {
    expect(ask(question)).toContain(told);
  });

  it('is no group that he is in charge of', () => {
    expect(ask('吕书记带的小组有哪几个')).toContain('分包3项');
  });
});

describe('somebody beside those who are asked for', () => {
  it.each([
    ['连赵洪波在内几个副主任', '副主任共5名'],
    ['算上时主任，办公室一共几个副主任', '副主任共5名'],
    ['除了侯主任，办公室副主任都有谁', '副主任共5名'],
  ])('%s', (question, told) => {
    expect(ask(question)).toContain(told);
  });
});

describe('a post in words of everyday', () => {
  it.each([
    ['政法委谁是书记', '李抗美'],
    ['统战部那个张什么当什么官', '统战部部长'],
    ['发改委老大，时什么来着', '时东风'],
    ['分包信贷的那位，头上几个头衔', '管委会主任'],
    ['营商领导小组谁管，办公室谁主持', '办公室主任是侯建华'],
    ['管招投标的那位领导，名下除了招投标还有什么', '政务服务'],
  ])('%s', (question, told) => {
    expect(ask(question)).toContain(told);
  });
});

describe('posts and who is left', () => {
  it.each([
    ['党工委委员有谁', '侯建华'],
    ['副组长里头谁没活儿', '许海玲、万英奎'],
    ['作风领导小组除了组长还有谁', '冯利民'],
    ['赵家那几位都包啥', '办理建筑许可'],
    ['办公室几个副主任，都啥单位的', '发展改革委主任'],
  ])('%s', (question, told) => {
    expect(ask(question)).toContain(told);
  });
});

describe('a post that somebody does not hold', () => {
  it.each([
    ['吕沛是附件2那个组的副组长？', '不是。吕沛是组长'],
    ['吕沛是领导小组副组长吗', '不是。吕沛是组长'],
    ['刘春明是附件2领导小组组长吗', '不是。刘春明是副组长'],
    ['侯建华是办公室副主任吧', '不是。侯建华是副组长、办公室主任'],
    ['办公室副主任张惠不是宣传部的头儿吗', '不是。张慧：工委统战部部长'],
    ['张慧是统战部的一把手吧', '是的，张慧'],
    ['李抗美是宣传部负责人吗', '不是。李抗美：工委政法委书记'],
    ['时东风不是发改委的头吗', '是的，时东风'],
  ])('%s', (question, said) => {
    expect(ask(question)).toContain(said);
  });
});

describe('somebody said in short and in full', () => {
  it.each([
    ['张慧啥职务', '洪波嘞，赵洪波', '赵洪波：纪工委副书记'],
    ['张慧啥职务', '老时呢，时东风', '发展改革委主任'],
    ['吕沛分包啥', '冯书记嘞，冯利民', '冯利民分包4项'],
    ['吕沛分包啥', '那侯主任，侯建华', '侯建华分包6项'],
  ])('%s: %s', (before, question, said) => {
    expect(ask(question, before)).toContain(said);
  });

  it('is nobody else beside another name', () => {
    expect(ask('侯建华，赵俊生，各分包几项')).toMatch(/侯建华[\s\S]*赵俊生/);
  });
});

describe('what somebody is after', () => {
  it.each([
    ['姜昆峰是抓啥的', '推进“两个行动”'],
    ['吕沛是负责什么的', '分包3项'],
    ['张慧是管啥的', '工委统战部部长'],
    ['审批局是抓啥的', '牵头2个组'],
  ])('%s', (question, said) => {
    expect(ask(question)).toContain(said);
  });
});

describe('the office of a body in the same message', () => {
  it.each([
    ['附件2的副组长有谁？它办公室主任呢', '赵洪波'],
    ['附件2领导小组谁是组长，它下设的办公室主任是谁', '赵洪波'],
    ['领导小组组长是谁？它的办公室设在哪', '发展改革委'],
    ['作风建设专项行动领导小组组长是谁，其办公室主任又是谁', '赵洪波'],
  ])('%s', (question, said) => {
    expect(ask(question)).toContain(said);
  });
});

describe('posts told by what people call them', () => {
  it.each([
    ['组长头上两顶帽子', '区党工委书记、管委会主任'],
    ['侯建华头上几顶帽子呢', '领导小组办公室主任'],
    ['纪工委一把手跟副手分别姓啥叫啥', '赵洪波'],
    ['纪工委的二把手是谁', '赵洪波'],
    ['住建局二把手是谁', '没有写住建局二把手'],
    ['组长本人也包活儿吧？包的啥', '缴纳税费（第4组）、政府采购（第6组）、获得信贷（第10组）'],
    ['组长包不包组', '吕沛分包3项'],
    ['领导小组组长谁', '吕沛'],
  ])('%s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it.each([
    [['刘会来在办公室任啥职', '跟他平级的副主任还有谁'], '还有4位：赵洪波、张慧、李抗美、时东风'],
    [['刘会来在领导小组办公室是什么角色', '跟他平起平坐的还有哪几位'], '还有4位：赵洪波'],
    [['冯利民在领导小组是啥', '跟他同级的还有谁'], '还有9位：刘春明、许海玲'],
    [['侯建华兼啥', '跟他平级的还有谁'], '还有赵俊生'],
    [['跟姜坤峰职务一样的还有谁'], '还有申晓东、赵俊峰'],
    [['副组长除了刘春明还有谁'], '：冯利民、许海玲、姜坤峰、申晓东'],
    [['作风领导小组副组长除了刘春明还有谁'], '副组长还有：冯利民。'],
    [['除了刘春明，还有谁是副组长'], '：冯利民、许海玲、姜坤峰、申晓东'],
    [['除赵俊生外还有谁姓赵'], '另外2人：赵俊峰'],
    [['姓赵的有谁'], '共3人'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(turns[turns.length - 1] ?? '', ...turns.slice(0, -1))).toContain(said);
  });
});

describe('titles just as they are written', () => {
  it.each([
    ['副组长名单里名字后头单写“区党工委委员”的是哪两位', ['侯建华、赵俊生'], ['姜坤峰']],
    ['只写“区党工委委员”的两位是谁', ['侯建华、赵俊生'], ['姜坤峰']],
    ['哪两位副组长只挂区管委会副主任', ['万英奎、高鸿'], ['申晓东']],
    ['带“高新区党工委委员”衔的仨副组长，点一下', ['姜坤峰', '申晓东', '赵俊峰'], ['赵俊生']],
    ['职务带“区党工委委员”的副组长有谁', ['侯建华', '赵俊生'], ['姜坤峰']],
    ['带头抓的三个副组长是谁', ['副组长'], ['职务带']],
  ])('%s', (question, says, saysNot) => {
    const text = ask(question);
    for (const words of says) expect(text).toContain(words);
    for (const words of saysNot) expect(text).not.toContain(words);
  });
});
