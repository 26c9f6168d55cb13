import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();

function says(question: string, words: readonly string[], never: readonly string[] = []): void {
  const { text } = engine.ask(question);
  for (const word of words) expect(text).toContain(word);
  for (const word of never) expect(text).not.toContain(word);
}

describe('somebody called by the surname, as people do', () => {
  it.each([
    ['吕哥手里有几个', ['缴纳税费', '政府采购', '获得信贷']],
    ['申总手里那两个是啥', ['获得电力', '包容普惠创新']],
    ['冯叔管几项', ['分包4项']],
    ['高哥分管啥', ['跨境贸易']],
    ['姓万那个副主任全名', ['万英奎']],
  ])('%s', (question, words) => says(question, words));

  it('of several he is asked for', () => {
    expect(engine.ask('赵姐管什么').kind).toBe('clarify');
  });
});

describe('a matter or a unit told by another', () => {
  it.each([
    ['侯建华管的招投标谁牵头', ['行政审批与大数据管理局'], ['政务服务']],
    ['姜坤峰推的两个行动都叫啥', ['一联三帮', '两个健康'], []],
    ['供电的除了自家电力那组，还得给谁家搭把手', ['办理建筑许可', '不动产登记'], []],
    ['电力的责任单位有谁', ['自然资源和规划局'], []],
  ])('%s', (question, words, never) => says(question, words, never));
});

describe('what a unit helps with, in other words', () => {
  it.each([
    ['工商分局给人搭台的组有哪些', ['责任单位5个组'], ['牵头3个组']],
    ['教育局给别人当绿叶的是哪些组', ['责任单位2个组'], []],
    ['住建局牵头哪个配合哪个', ['牵头1个组', '跨境贸易'], ['高新热力']],
    ['税务局牵头哪些、配合哪些', ['牵头1个组', '跨境贸易'], []],
  ])('%s', (question, words, never) => says(question, words, never));
});

describe('who leads it only tells which group is meant', () => {
  it.each([
    ['财政局牵头的政府采购是侯建华分包的吗', ['不是', '吕沛'], ['是的']],
    ['工信局牵头的保护中小投资者，是冯利民分包的对不对', ['是的', '不是工信局'], []],
    ['科创局牵头的创新创业活跃度是申晓东管的吧', ['是的', '申晓东'], []],
    ['办理建筑许可是住建局牵头、赵俊生分包，对不对', ['是的', '住建局牵头', '赵俊生分包'], []],
  ])('%s', (question, words, never) => says(question, words, never));
});

describe('what is said beside it', () => {
  it.each([
    ['法治化那组责任单位全发 别漏 特别是几个分局', ['高新区法院筹备处', '公安分局'], []],
    ['卫健委也跟财政局似的哪儿都拉它，它进了哪几个组', ['共在6个'], ['财政局']],
    ['科创局在哪些组，我们教育局要找他们开会', ['知识产权'], ['教育局']],
    ['税务局牵头哪个组，住建局想跟他们碰一下', ['缴纳税费'], ['办理建筑许可']],
    ['科创局和教育局都在哪些组', ['信用环境', '包容普惠创新'], []],
  ])('%s', (question, words, never) => says(question, words, never));
});

describe('groups by how their units are written', () => {
  it.each([
    ['哪个组设了分项牵头单位', ['包容普惠创新（第12组）', '科创局']],
    ['哪一组有总牵头单位', ['包容普惠创新（第12组）由发展改革委总牵头']],
    ['分项牵头单位有几家', ['共6家']],
    ['宣传、政务服务、作风建设三组，责任单位共同的写法是什么', ['各相关单位', '写法一样']],
    ['跨境贸易和缴纳税费都有的单位是哪些', ['财政局']],
  ])('%s', (question, words) => says(question, words));
});

describe('who of a unit sits in a body, and of which rank the members are', () => {
  it.each([
    ['统战部谁进了领导小组办公室', ['张慧'], ['侯建华']],
    ['纪委那头谁进了领导小组办公室', ['赵洪波'], ['侯建华']],
    ['组织部有人进领导小组办公室吗', ['不是', '没有点名工委组织部的人'], []],
    ['税务局谁进了领导小组', ['主要负责同志', '没有点名'], []],
    ['领导小组成员是各单位一把手还是分管领导', ['主要负责同志'], ['36家']],
    ['领导小组成员单位有几家', ['36家'], []],
    ['领导小组办公室谁负责', ['侯建华'], []],
  ])('%s', (question, words, never) => says(question, words, never));
});

describe('figures in one breath', () => {
  it.each([
    ['开个公司今年要求几天办完、几个环节', ['一日办结', '1个环节'], ['提高思想认识']],
    ['通水通气几个环节、几天接通', ['1 个环节', '2 个工作日'], []],
    ['工作要求有几个', ['共6个'], []],
    ['森林覆盖率、建成区绿化覆盖率，两个数哪个定得高', ['建成区绿化覆盖率高', '2个百分点'], []],
    ['附件共两份，题目分别抄一下', ['深入实施高标准营商环境优化行动方案', '作风建设专项行动方案'], []],
    ['谁家名义发的文，一个办公室还是两个', ['工委办公室', '管委会办公室'], []],
  ])('%s', (question, words, never) => says(question, words, never));
});

describe('who of a unit is meant, and who only has to check', () => {
  it.each([
    ['综合办的刘主任叫什么', ['刘会来'], ['刘春明']],
    ['综合办的刘主任，全名？在领导小组办公室啥头衔', ['刘会来', '办公室副主任'], ['侯建华']],
    ['纪工委的刘书记管什么', ['刘春明'], []],
    ['跨境贸易这指标4月要提50%以上，对不，招商中心核个数', ['不是', '30%'], []],
    ['接水接气要填几张表、交几项材料、走几个环节', ['1 张表单', '1 个环节'], ['企业开办压缩']],
  ])('%s', (question, words, never) => says(question, words, never));
});
