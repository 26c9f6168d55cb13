import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (question: string, context: string[] = []) => defaultEngine().ask(question, context).text;

describe('a guess that somebody has nothing is checked', () => {
  it.each([
    ['审计局不显眼，是不是就没它的事儿了', '不是。审计局是责任单位：信用环境'],
    ['供电中心不是政府部门，难道连牵头的组都没有', '不是。供电中心牵头获得电力'],
    ['万英奎同志是副组长，不至于什么都没分吧', '是的，万英奎没有分包的事项'],
    ['高鸿同志总不会一项都不包吧', '不是。高鸿分包1项：跨境贸易'],
  ])('%s', (question, told) => {
    expect(ask(question)).toContain(told);
  });
});

describe('what is presumed is not what is asked', () => {
  it.each([
    ['附件2那个领导小组，副组长里没有高鸿吧？都有谁', '刘春明、冯利民'],
    ['企业开办拖五天不算慢吧？限几天', '一日'],
    ['知识产权满意度，不是审计局的活吧？是哪个组的', '第18组'],
    ['装不上电，老跑，这种事不找宣传组找哪个组', '获得电力'],
    ['只知道跨境贸易是招商中心牵头，不知道哪位领导管着', '高鸿'],
  ])('%s', (question, told) => {
    expect(ask(question)).toContain(told);
  });

  it('goes on from the last answer', () => {
    expect(ask('配合单位里没有审计局吧？都是哪几家', ['企业开办组谁牵头'])).toContain('卫健委');
  });
});

describe('lists told by their shape', () => {
  it.each([
    ['信访局和审计局，哪家在成员单位里、哪家不在', '信访局不在领导小组成员单位名单里'],
    ['附件1讲上网办事的那几条（2、3）牵头的是谁', '行政审批与大数据管理局'],
    ['多家联手牵头的组有哪些', '获得电力'],
    ['零容忍写进了附件2的哪项工作要求', '严肃追责问责'],
    ['附件1的措施框架分哪四块', '持续提升宜居创业基础能力'],
    ['企业开办组里名字带“分局”的单位有哪些', '公安分局'],
  ])('%s', (question, told) => {
    expect(ask(question)).toContain(told);
  });
});
