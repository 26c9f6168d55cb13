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
