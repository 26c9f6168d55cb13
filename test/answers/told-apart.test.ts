import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { createEngine } from '../../src/answers/engine.ts';
import { otherLexicon } from './other-notice/lexicon.ts';
import { otherModel } from './other-notice/model.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;
const other = createEngine(otherModel, otherLexicon);
const askOther = (...turns: string[]) => other.ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;

describe('a word that is said in two places', () => {
  it.each([
    ['“绿色通道”附件1给了两拨对象，一拨是人一拨是企业，分别啥', ['科技型中小企业', '高层次人才']],
    ['“绿色通道”附件1给了两拨：一拨给贷款的、一拨给人，都是谁', ['科技型中小企业', '高层次人才']],
    ['有两处提到“绿色通道”，分别给谁开的', ['附件1·24', '附件1·29']],
    ['附件1写了两回绿色通道，分别给谁', ['附件1·24', '附件1·29']],
    ['绿色通道俩地方都有，哪俩', ['附件1·24', '附件1·29']],
    ['蒙牛被点了两次名，分别是因为啥事', ['廉洁从家出发', '示范点']],
    ['蒙牛在作风方案里提了两回，分别是说啥事的时候', ['廉洁从家出发', '示范点']],
    ['蒙牛在附件2里出现两处，各是讲啥的', ['廉洁从家出发', '示范点']],
    ['“四位一体”在全文露面两次，分别是正文哪项制度、附件哪一款', ['责任追究制度', '定期督查考核']],
    ['通知里两次提到四位一体，分别在哪', ['四（三）', '附件1·四（三）']],
    ['吃拿卡要在四个聚焦里冒了两回头，分别在哪俩聚焦', ['附件2·二（一）', '附件2·二（四）']],
  ])('%s: %j', (question, said) => {
    for (const one of said) expect(ask(question)).toContain(one);
  });

  it('of which one is asked for is told alone', () => {
    expect(ask('“四位一体”督查，有一处写定期，有一处写不定期，不定期那个在哪')).toContain('附件1·四（三）');
  });

  it.each([
    '附件1第12条和第18条两处配合单位分别是谁',
    '提升20%和提升50%两拨指标分别是啥',
    '每年考核几次，分别什么时候',
  ])('is not meant by %s', (question) => {
    expect(ask(question)).not.toMatch(/^“/);
  });

  it('in another notice', () => {
    expect(askOther('砂场出现了两处，分别在哪')).toMatch(/三、1[\s\S]*附件1·1/);
  });
});

describe('the groups of a unit besides its own', () => {
  const tax = ['跨境贸易', '信用环境', '不动产登记', '企业开办', '执行合同及办理破产'];
  it.each([
    ['俺税务上的，自己那组不算，还得给谁家打配合', tax],
    ['税务自家那组以外还搭进去哪些组', tax],
    ['除了自己那组，税务局还在哪些组帮忙', tax],
    ['税务局除了自己牵头的组，还给哪些组当责任单位', tax],
    ['供电自己领一个，另外还给谁陪跑', ['办理建筑许可', '不动产登记']],
    ['我是住建局的，自己那个组不算，还要配合哪几个组', ['8个组', '获得电力', '包容普惠创新']],
    ['宣传部自己那组除外，还参加哪些组', ['2个组', '信用环境', '知识产权']],
  ])('%s: %j', (question, said) => {
    for (const one of said) expect(ask(question)).toContain(one);
  });

  it.each([
    [['税务局牵头的是哪个组', '不问这个，我是说给别人当责任单位的'], '跨境贸易（第5组'],
    [['税务局牵头哪个组', '那它给别家当帮手的组呢'], '跨境贸易（第5组'],
    [['政务服务组哪家牵头', '除了政务服务，人家还领着别的组没'], '招投标（第8组'],
    [['信用环境组谁牵头', '除了信用环境，人家还牵头哪几个组'], '获得电力（第7组'],
    [['第20组谁牵头', '除了这个组它还牵头别的组吗'], '没有牵头别的组'],
  ])('%j: %s', (turns, said) => {
    expect(ask(...turns)).toContain(said);
  });

  it('are not those that it leads, nor who is in a group', () => {
    expect(ask('税务局自己牵头哪个组')).not.toContain('跨境贸易');
    expect(ask('获得电力除了自己还有谁配合')).toContain('自然资源和规划局');
    expect(ask('政务服务组哪家牵头', '附件1第12条谁牵头')).toContain('附件1第12条：');
  });

  it('in another notice', () => {
    expect(askOther('水利局自己那组不算，还给谁当责任单位')).toMatch(/岸线绿化（第2组[\s\S]*航道疏浚（第3组/);
  });
});

describe('a person for the unit that he heads', () => {
  it.each([
    [
      '时东风那单位牵头几个组，叫啥',
      '牵头的组共3个：获得电力（第7组）、信用环境（第11组）、包容普惠创新（第12组）',
    ],
    ['时东风那单位牵头几个组，叫啥', '发展改革委主任'],
    ['李抗美他们单位牵头哪个组', '法治化营商环境提升（第2组'],
    ['张慧他们部里牵头几个组', '第1组'],
    ['刘会来所在的单位给哪些组当责任单位', '执行合同及办理破产（第21组）'],
    ['赵洪波那单位牵头哪个组', '第13组'],
  ])('%s: %s', (question, said) => {
    expect(ask(question)).toContain(said);
  });

  it('is himself where his office or his charge is asked for', () => {
    expect(ask('时东风是什么职务')).toContain('领导小组办公室副主任');
    expect(ask('时东风分包哪个组')).toContain('没有给时东风安排');
    expect(askOther('白岩那单位牵头哪个组')).toContain('采砂整治（第1组');
  });
});
