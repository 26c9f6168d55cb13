import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { readQuestions } from '../eval/evaluate.ts';
import { judge } from '../eval/score.mjs';

const engine = defaultEngine();
/** The answer to the last of some messages of one person. */
const says = (...messages: string[]) => engine.ask(messages.at(-1) ?? '', messages.slice(0, -1)).text;

describe('one of a list that was told', () => {
  it.each([
    ['跨境贸易组责任单位有哪几家', '第3家', /^是住建局。（三、5）/],
    ['信用环境组责任单位都列了谁', '排最后的是哪家', /司法分局/],
    ['第15组三家牵头单位都是谁', '打头那家还牵头别的组不', /城管局：牵头1个组/],
    ['审批局牵头哪两个组', '后一个组责任单位咋写的', /^政务服务（第9组）/],
    ['招投标组责任单位按顺序念念', '排第四的那家，还在别的哪些组', /^工信局/],
    ['吕沛书记分包哪三项', '中间那项哪家牵头', /^政府采购（第6组）由财政局牵头/],
    ['侯建华分包的六个按顺序是啥', '里头排第四的那个列了几家责任单位', /共5家/],
    ['包容普惠创新那六个分项都是啥', '第五项谁牵头', /由生态环境局牵头/],
  ])('%s → %s', (before, now, expected) => expect(says(before, now)).toMatch(expected));

  it('another may be picked after the first', () =>
    expect(says('跨境贸易组责任单位有哪几家', '第3家', '最后一家呢')).toMatch(/^是税务局/));

  it('a number of something else is none of the list', () =>
    expect(says('附件2第一个聚焦讲的什么', '第四个呢')).not.toMatch(/^是/));
});

describe('what was told, counted and taken from', () => {
  it.each([
    ['优化营商环境领导小组副组长是谁谁谁', '点点人头几位', /^共10位/],
    ['侯建华分包招投标吧', '除了这个呢', /还分包5个组/],
    ['附件2工作措施里有专项问题排查、专项巡察吧', '其余那些措施呢', /^另外4个：.*监督检查.*政企共建/],
    ['责任单位光写各相关单位的是哪几个组', '撇开宣传那个 还剩几个', /^还有3个/],
    ['要提升50%以上的是哪三项指标', '去掉政府采购剩下俩是啥', /^还有2个：办理建筑许可.*、执行合同。/],
    ['4月要提升30%以上的六项里有获得电力和办理破产不', '另外四个是', /^另外4个：/],
  ])('%s → %s', (before, now, expected) => expect(says(before, now)).toMatch(expected));
});

describe('the last answers held against each other', () => {
  it.each([
    [['建筑许可组点名了几家责任单位', '不动产的呢'], '哪个多，多几家', /更多，相差4家/],
    [['附件1第28条配合单位有谁', '29条呢'], '名单一样吗', /一样/],
    [['污水处理率目标', '森林覆盖率呢', '建成区绿化呢'], '这仨从高到低排排', /97%.*37%.*35%/],
    [['冯利民分包啥', '侯建华呢'], '两人加一起几项', /^一共10/],
    [['不动产登记哪家牵头', '建筑许可哪家牵头'], '俩组上头是同一位领导吧', /赵俊生/],
    [['吕沛分包几个', '赵俊生分包几个'], '一样多吗', /^一样多/],
    [['领导小组办公室主任是谁', '附件2作风那个办公室主任呢'], '这俩主任一个人兼的？', /^不一样/],
  ])('%j → %s', (before, now, expected) => expect(says(...before, now)).toMatch(expected));
});

describe('something asked of each', () => {
  it.each([
    ['企业开办和不动产各是哪家牵头', '这俩谁分包', /侯建华[\s\S]*赵俊生/],
    ['附件1第26条和第30条讲啥的', '各是谁挑头', /开放招商中心[\s\S]*文体旅局/],
    ['统战部、政法委、宣传部分别牵头哪组', '照这个顺序领导是谁', /姜坤峰[\s\S]*冯利民[\s\S]*赵俊峰/],
  ])('%s → %s', (before, now, expected) => expect(says(before, now)).toMatch(expected));
});

describe('neighbours, and other names in the place of the last', () => {
  it.each([
    ['营商环境宣传组谁牵头', '它前头那个组是哪家牵头', /政法委/],
    ['附件1第24条谁牵头', '下一条的下一条呢', /开放招商中心/],
    ['附件2工作措施第三项是专项巡察吧', '上一项是啥', /监督检查/],
    ['最末尾那个专项组是哪个', '倒数第二个嘞', /执行合同及办理破产/],
    ['附件1第28条哪个部门挑头', '三十是哪家', /文体旅局/],
    ['政法委牵头的组是哪个领导分包', '宣传部挑头那个呢', /赵俊峰/],
    ['申晓东包的啥', '那个姓姜的领导', /两个行动/],
  ])('%s → %s', (before, now, expected) => expect(says(before, now)).toMatch(expected));
});

describe('a table filled in group by group', () => {
  it.each([
    [['4组责任单位那栏填谁', '5组这一栏'], '6的', /^政府采购（第6组）的责任单位/],
    [['19组谁分包'], '20换人没', /冯利民/],
    [['15组谁分包', '跟16是不是同一位'], '14也照他填？', /赵俊生/],
    [['21组哪家牵头', '22呢'], '23呢', /只有22个/],
    [['第22组谁牵头'], '下一组呢', /只有22个/],
    [['附件1第7条谁牵头'], '下一条呢', /第8条所在的页在原文中缺失/],
    [['附件1第25条谁牵头', '往下一条换谁挑头了'], '再往下呢，还是这家？', /第27条：开放招商中心牵头/],
    [['领导小组成员单位都有谁'], '人社局在不在单子上', /^不在里面/],
    [['年底力争够到国内前沿水平的有哪些'], '劳动力市场排进去没', /^不在里面/],
    [['正文里年度测评结果要跟哪些挂钩'], '改革薪酬算在那几样里不', /^是的，在里面/],
    [['领导小组办公室主任是谁', '副的呢，名字都列一下'], '发改那位是哪个', /时东风/],
    [['新开公司税务ukey要钱买不'], '白纸黑字在第几条', /附件1·5/],
  ])('%j → %s', (before, now, expected) => expect(says(...before, now)).toMatch(expected));

  it.each(['表总算齐活了，收工', '唉打官司真是耗人'])('%s asks nothing', (sigh) =>
    expect(engine.ask(sigh, ['21组哪家牵头']).kind).toBe('chat'),
  );
});

describe('doubts', () => {
  it.each([
    ['获得电力是哪位领导分包', '确定？不是姜坤峰？', /^不是。\n.*申晓东/],
    ['申晓东到底分包几个组', '不是就获得电力这一个吗', /^不是.*\n.*包容普惠/],
    ['侯建华在领导小组里是副组长？', '咦 他不是办公室主任吗', /^是的/],
    ['高压客户办电限几个工作日', '有人跟我说是15个 对不', /^不是。\n.*21/],
    ['领导小组办公室不是放在综合办吗', '是不是我记岔了', /发展改革委/],
  ])('%s → %s', (before, now, expected) => expect(says(before, now)).toMatch(expected));
});

describe('going back, and turning to something else', () => {
  it.each([
    [['政务服务组谁牵头', '谁分包', '对了领导小组办公室主任是谁'], '回到刚才那个组，它主要抓啥', /放管服/],
    [['附件1第15条讲啥', 'PM2.5多少'], '说回15条，谁负责来着', /城管局/],
    [['劳动力市场组职责是啥', '水务公司在哪个组'], '第一个问题那组 责任单位是谁', /财政局/],
    [['3组分包领导', '9组分包领导'], '先问的那位啥职务', /^赵俊峰/],
    [['不动产谁分包', '谁牵头'], '这个先放放，通知第四大块标题是啥', /工作制度/],
  ])('%j → %s', (before, now, expected) => expect(says(...before, now)).toMatch(expected));

  it('hardly a question that says what it is about is answered otherwise after one of something else', () => {
    const folder = new URL('../questions/', import.meta.url);
    const all = readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) => readQuestions(new URL(name, folder)))
      .filter(({ context }) => context === undefined);
    const isRight = (question: (typeof all)[number], context: string[]) =>
      judge(question, engine.ask(question.q, context)).outcome === 'correct';
    const pairs = Array.from({ length: 800 }, (_, no) => ({
      before: all[(no * 104_729 + 13) % all.length]?.q ?? '',
      question: all[(no * 7_919 + 3) % all.length],
    })).flatMap(({ before, question }) => (question && isRight(question, []) ? [{ before, question }] : []));
    const broken = pairs.filter(({ before, question }) => !isRight(question, [before]));
    expect(pairs.length).toBeGreaterThan(700);
    expect(broken.length / pairs.length).toBeLessThan(0.03);
  });
});
