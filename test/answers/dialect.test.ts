import { describe, expect, it } from 'vitest';
import { isStory, standsWithoutStory, withoutStories } from '../../src/answers/beside/stories.ts';
import { defaultEngine } from '../../src/answers/default.ts';
import { inPlainWords } from '../../src/answers/turns/dialect.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1));

describe('words of the north', () => {
  it.each([
    ['姓侯嘞那位管嘞六块', '姓侯的那位管的六块'],
    ['牵头嘞 几个组', '牵头的 几个组'],
    ['第二个嘞 材料要用', '第二个呢 材料要用'],
    ['办公室主任是谁，中不', '办公室主任是谁'],
    ['给税务打下手哩是哪三家', '给税务打下手的是哪三家'],
    ['那这个是哪年搞嘞', '那这个是哪年搞的'],
    ['谁牵头嘞', '谁牵头'],
    ['是哪三项指标嘞?', '是哪三项指标?'],
    ['是交通局牵头不嘞', '是交通局牵头不'],
    ['李某是管统战嘞还是管政法嘞', '李某是管统战的还是管政法的'],
    ['恁给俺说说', '你给俺说说'],
    ['恁多组', '这么多组'],
    ['除开牵头的，统共几个', '除了牵头的，一共几个'],
    ['抛掉财政还有谁', '除了财政还有谁'],
    ['这组弄啥的', '这组干啥的'],
    ['有木有牵头的', '有没有牵头的'],
    ['谁牵头来着', '谁牵头'],
  ])('%s is %s', (said, plain) => {
    expect(inPlainWords(said)).toBe(plain);
  });

  it.each([
    '好嘞收到',
    '中嘞，不耽误你了',
    '那审计嘞',
    '15组嘞',
    '有没有牵头的组',
    '除了财政还有谁',
    '公共服务',
  ])('%s stays', (said) => {
    expect(inPlainWords(said)).toBe(said);
  });

  it.each([
    ['法治化那组具体弄啥嘞', '护航经济发展行动'],
    ['侯委员拢共包嘞六样 给我念念', '侯建华分包6项'],
    ['除开财政局自己 政府采购组还有谁', '行政审批与大数据管理局'],
    ['问一嘴20组要干的活', '企业用工服务'],
    ['恁给俺瞅瞅22组谁牵头', '高新区法院筹备处'],
    ['那啥 3组跟13组分别哪家牵头', '工委宣传部'],
  ])('%s', (question, says) => {
    expect(ask(question).text).toContain(says);
  });

  it('goes on from the last answer', () => {
    expect(ask('附件1第24条谁牵头', '那啥 26条嘞').text).toContain('开放招商中心');
  });
});

describe('a story beside the question', () => {
  it.each([
    '派出所老李叫问',
    '昨天城管跟俺吵半天',
    '记者来电话',
    '领导催的紧',
    '电话打不通',
    '材料下午就交',
    '俺是跑腿的',
    '老王说他也不清楚',
  ])('%s', (clause) => {
    expect(isStory(clause)).toBe(true);
  });

  it.each(['城管牵头', '昨天吵的是哪个组', '我是财政局的', '公安分局配合', '责任追究', '企业开办'])(
    '%s is none',
    (clause) => {
      expect(isStory(clause)).toBe(false);
    },
  );

  it('must not be what the rest points back to', () => {
    expect(standsWithoutStory('他们在哪几个组')).toBe(false);
    expect(standsWithoutStory('供电中心在哪几个组')).toBe(true);
  });

  it.each([
    ['派出所老李叫问 税务局统共在哪些组名单上', '税务局共在6个'],
    ['昨天城管跟俺吵半天 破产那块谁牵头', '高新区法院筹备处'],
    ['占路 掘路 破绿 这些流程归哪组去优化，昨天城管跟俺吵半天', '获得电力'],
    ['市监所小王托我问 附件1第29条谁牵头', '工委组织部'],
    ['获得信贷组谁分包 不然又挨批', '吕沛'],
    ['获得信贷组谁分包 恁知道不', '吕沛'],
    ['获得信贷组谁分包，说完俺好交差', '吕沛'],
    ['俺村会计催嘞 16组的牵头单位', '自然资源和规划局'],
  ])('%s', (question, says) => {
    expect(ask(question).text).toContain(says);
  });

  it.each([
    ['获得信贷组谁分包', '那它谁牵头 昨天城管跟俺吵半天', '金融工作局'],
    ['低压小微企业办电几天', '高压的 材料下午就交', '21'],
    ['附件1第24条谁牵头', '群里都在吵 30条', '文体旅局'],
  ])('%s → %s', (before, question, says) => {
    expect(ask(before, question).text).toContain(says);
  });

  it('is nothing to look up, even where the rest has no answer', () => {
    const question = '印花税减半哪天到期';
    expect(ask(`${question} 领导催嘞紧`).text).toBe(ask(question).text);
  });

  it('stays where the rest points at it', () => {
    expect(withoutStories('昨天城管跟俺吵半天，归谁管', () => false)).toBe('昨天城管跟俺吵半天，归谁管');
    expect(withoutStories('领导催得紧，信用组谁牵头', () => true)).toBe('信用组谁牵头');
  });

  it('does not ask for what was yesterday', () => {
    expect(ask('昨天测评排第几').kind).toBe('refuse');
    expect(ask('昨天开会没听清，信用组谁分包').text).toContain('侯建华');
  });
});
