import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { createEngine } from '../../src/answers/engine.ts';
import { otherLexicon } from './other-notice/lexicon.ts';
import { otherModel } from './other-notice/model.ts';

const answer = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1));
const ask = (...turns: string[]) => answer(...turns).text;
const other = createEngine(otherModel, otherLexicon);

describe('measures held against each other', () => {
  it.each([
    ['24到31条全是包容普惠的方案，就夹了一条外人，第几条、哪个方案', /第27条，落实《焦作市跨境贸易/],
    ['第24条到31条都是照包容普惠创新那个市方案来的吧，中间有没有例外', /例外，共1条：第27条/],
    ['附件1第24至31条清一色落实包容普惠创新方案，哪条是例外', /第27条，落实《焦作市跨境贸易/],
    ['附件1第1到3条都是政务服务方案吗，有例外没', /^没有例外/],
    [
      '19条和27条拿的同一份市方案，可责任落款不一个样，差在哪',
      /第19条：.*没有写牵头单位；第27条：开放招商中心牵头/,
    ],
    ['附件1第19条和第27条落实同一个方案，牵头单位怎么不一样', /第27条：开放招商中心牵头/],
    ['附件1第28和29这两条，配合的单位名单有没有两样', /^一样，没有两样.*5家：教育局/],
    ['第28条、29条的配合单位是不是完全一样', /^一样，没有两样/],
    ['附件1第4条和第5条的配合单位一样吗', /^不一样.*只在附件1第4条的2家：人力资源社会保障局/],
    [
      '附件1第12条配合单位里头，有些压根不在不动产登记组名单上，揪出来',
      /^共5家不在.*公安分局、工商分局、民政局、司法分局、卫健委/,
    ],
    ['附件1第12条的配合单位哪几家不在第16组', /^共5家不在/],
    ['附件1第14条配合单位里谁不在获得电力组里', /^一家也没有/],
    ['用水用气组三家牵头，附件1第15条少了哪两家', /^少了2家：市水务公司、中裕燃气/],
  ])('%s: %s', (question, said) => {
    expect(ask(question)).toMatch(said);
  });

  it('goes on from a group with several leading units', () => {
    expect(ask('水气那个组，正文写的三家牵头吧', '可附件一第15条少了两家，少了谁')).toMatch(
      /^少了2家：市水务公司/,
    );
    expect(ask('用水用气组哪几家牵头', '附件1第15条缺了哪两家')).toMatch(/^少了2家：市水务公司/);
  });

  it.each([
    ['附件1第12条谁配合', '附件1第12条：自然资源和规划局'],
    ['附件1第28条和第29条谁配合', '附件1第29条：教育局'],
    ['附件1第24条落实哪个方案', '包容普惠创新'],
  ])('is not asked by %s', (question, said) => {
    expect(ask(question)).toContain(said);
  });
});

describe('measures on pages that are missing', () => {
  it.each(['附件一第九条是讲哪方面的', '附件1第8条关于什么内容', '附件1第10条是管啥事的'])(
    '%s is refused',
    (question) => {
      expect(answer(question)).toMatchObject({ kind: 'refuse', text: expect.stringContaining('缺失') });
    },
  );

  it.each(['咱手头这扫描件附件一从第几条到第几条是残的', '附件1缺了第几条到第几条'])('%s', (question) => {
    expect(ask(question)).toMatch(/^从附件1第7条到第11条不完整，共5条。[\s\S]*第8、9、10条[\s\S]*第7、11条/);
  });

  it('are in a part all the same, and listed without a range', () => {
    expect(ask('附件1第14条在哪个部分')).toContain('快速提升市场服务便利化水平');
    expect(ask('哪几条措施看不见')).toMatch(/^原文整条缺页的措施共3条/);
  });
});

describe('the item beside the one just told', () => {
  it.each([
    [['附件1第16条哪家牵头', '前头那一条呢'], '附件1第15条：城管局'],
    [['附件1第16条哪家牵头', '上面那条呢'], '附件1第15条：城管局'],
    [['附件一第二十四条是科创局牵头吧', '往下再数两条 那条谁挑头'], '附件1第26条：开放招商中心'],
    [['附件一第二十四条是科创局牵头吧', '往上再数三条谁牵头'], '附件1第21条'],
    [['第二十组是人社局牵头的吧', '其实我要问的是它下边挨着那组 谁牵头'], '第21组'],
    [['附件2的工作措施第三项是专项巡察吧', '第四项呢，主要干啥'], '开展专项评价'],
    [['附件2的工作措施第三项是专项巡察吧', '第二项呢'], '开展专项监督检查'],
    [['附件2第三部分专项巡察怎么搞', '前一条是讲啥'], '开展专项监督检查'],
    [['附件1第24条谁牵头', '跳过一条，再往下那条归谁'], '附件1第26条：开放招商中心'],
    [['附件2头一个聚焦讲什么', '排第四的那个又是盯啥的'], '漠视群众利益'],
    [['工作制度第二项是啥', '第三项呢，讲什么'], '责任追究制度'],
    [['附2聚焦一讲啥'], '吃拿卡要'],
    [['附2聚焦一讲啥', '聚焦三'], '诚信缺失'],
    [['附2聚焦一讲啥', '聚焦三', '第四个呢'], '漠视群众利益'],
  ] as const)('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('is not meant where a number is of its own, or it is pointed back', () => {
    expect(ask('附件1第14条谁牵头', '第16条呢')).toContain('附件1第16条：金融工作局');
    expect(ask('附件1第16条谁牵头', '上面那条谁配合')).toContain('附件1第16条');
    expect(other.ask('前头那组呢', ['第2组谁牵头']).text).toContain('水利局');
  });
});
