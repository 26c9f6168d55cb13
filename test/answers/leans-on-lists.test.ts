import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;

describe('a message that leans on a list that was told', () => {
  it.each([
    [['跨境贸易组责任单位是哪些', '没有工信局吧'], /^对，不在里面。/],
    [['第5组有哪些责任单位', '应该没有财政局吧'], /^不对，在里面。/],
    [['副组长有哪些', '没有万英奎吧'], /^不对，在里面。/],
    [['侯建华分包哪些', '获得电力不在里面吧'], /^对，不在里面。/],
    [['年底有哪些要接近国内前沿水平', '没有跨境贸易吧'], /^对，不在里面。/],
    [['年底有九项要接近国内前沿水平是吧', '招标投标算不算在里边'], /^是的，在里面。/],
    [['年底有九项要接近国内前沿水平是吧', '跨境贸易在里边没'], /^不在里面。/],
    // Another slot of the same group has it.
    [['跨境贸易组责任单位是哪些', '没有开放招商中心吧'], /牵头单位/],
  ] as const)('what is not on it: %j: %s', (turns, said) => {
    expect(ask(...turns)).toMatch(said);
  });

  it.each([
    [['申晓东分包获得电力，对吧', '再没别的了？'], /包容普惠创新/],
    [['侯建华分包招投标吧', '没别的组了吗'], /还分包5个组/],
    [['税务局牵头缴纳税费吧', '再没有别的组了？'], /没有牵头别的组/],
    [['市水务公司在水气组是啥角色', '另外还在哪两组'], /办理建筑许可.*不动产登记/],
    [['市水务公司在水气组是啥角色', '还在别的组吗'], /还在2个组/],
    [['政务服务组谁牵头', '那它还参加哪些组'], /还在8个组/],
    [['通知一共几个附件', '第二个全名叫啥'], /作风建设专项行动方案/],
    [['附件有几个', '第一个的名字'], /深入实施高标准营商环境优化行动方案/],
    [['通知一共几个附件', '后一个标题是啥'], /作风建设专项行动方案/],
  ] as const)('what else there is: %j: %s', (turns, said) => {
    expect(ask(...turns)).toMatch(said);
  });

  it('a word of leave is none that asks for more', () => {
    const { kind } = defaultEngine().ask('没别的了', ['申晓东分包获得电力，对吧']);
    expect(kind).toBe('chat');
  });
});

describe('a message that asks the place of the last answer for more', () => {
  it.each([
    [
      ['城区污水处理率要到多少', '绿化和树林子呢'],
      ['37%', '35%'],
    ],
    [['城区污水处理率要到多少', '树林子呢'], ['35%']],
    [
      ['城区污水处理率要到多少', '绿化和公园呢'],
      ['37%', '15.5'],
    ],
    [
      ['破产案件审理用时再压多少', '商业纠纷和双随机呢'],
      ['210', '91%'],
    ],
  ] as const)('figures: %j: %j', (turns, says) => {
    for (const said of says) expect(ask(...turns)).toContain(said);
  });

  it('a noun that several figures have is none of them', () => {
    expect(ask('建筑许可环节压到几个', '时间呢，我说平均的')).not.toContain('纳税');
  });

  it.each([
    [
      ['正文里测评结果跟哪些挂钩', '附件1的说法有没有出入'],
      ['改革薪酬', '四挂钩'],
    ],
    [
      ['四位一体督查是定期吗', '附件1也这么写吗'],
      ['定期对营商环境工作', '不定期开展'],
    ],
    [
      ['附件1里评价结果挂钩几样', '正文说法一样吗'],
      ['改革薪酬', '四挂钩'],
    ],
    [['四位一体督查是定期吗', '跟附件1对得上不'], ['不定期开展']],
  ] as const)('the other text: %j: %j', (turns, says) => {
    for (const said of says) expect(ask(...turns)).toContain(said);
  });

  it('a measure of the other text is asked for itself', () => {
    expect(ask('正文里测评结果跟哪些挂钩', '附件1第3条怎么说的')).toContain('全面提升政务服务能力');
  });

  it.each([
    ['单位出大问题的，一把手怎么处置', '主要领导批评教育'],
    ['典型案件怎么处理', '通报曝光'],
    ['苗头性问题咋处理', '提醒函询诫勉'],
  ])('of several sentences the one with most of the words: %s: %s', (message, said) => {
    expect(ask('附件2工作要求第六条讲什么', message)).toContain(said);
  });
});
