import { describe, expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';
import { createEngine } from '../../src/answers/engine.ts';
import { otherLexicon } from './other-notice/lexicon.ts';
import { otherModel } from './other-notice/model.ts';

const engine = defaultEngine();

type Row = readonly [question: string, ...says: string[]];

const ALL = ['共3家', '人力资源社会保障局', '金融工作局', '信访局'];
const LEADS = ['共2家', '人力资源社会保障局', '金融工作局'];

const OUTSIDE_MEMBERS: readonly Row[] = [
  ['有没有哪个局在专项组里干活，可领导小组成员名单上压根没列它的', ...ALL],
  ['拿第一部分成员名单去对第三部分，哪些局在组里有活、成员名单上却找不着', ...ALL],
  ['核对名单发现：二十二个组里出了力、第一部分成员单位中却查无其名的，恰有三家，请一一点出', ...ALL],
  ['哪几个局没进领导小组成员单位，专项组里却有它们的任务', ...ALL],
  ['自己牵着专项组，却不在成员单位名单里的，俩局', ...LEADS],
  ['明明领着专项组，领导小组成员名单上却找不着名，是哪两个单位', ...LEADS],
  ['哪些牵头单位压根不在领导小组成员名单里', ...LEADS],
  [
    '有仨单位领导小组成员名单里没它名但专项组里又派了活的 金融局算一个 还有哪俩局',
    '2家：人力资源社会保障局、信访局',
  ],
  ['除了信访局，还有哪些单位在组里干活却不是成员单位', '2家：人力资源社会保障局、金融工作局'],
  [
    '信用环境组名单那么长，领导小组成员单位里还有谁没被点进去（牵头的发改委不算漏）',
    '共7家',
    '文体旅局',
    '高新热力',
  ],
  ['成员单位里头哪些没进信用环境组', '共7家', '综合办公室'],
  ['成员单位36家里，有几家哪个组都没进', '共0家'],
];

const NAMED_BY_NOBODY: readonly Row[] = [
  '有几个组责任单位栏一个名都没点，就写了“各相关单位”，是哪些组',
  '责任单位一栏就拿“各相关单位”五个字打发人的，是哪几个组',
  '压根没点名、笼统写一句‘各相关单位’打发过去的，数数是哪几组',
  '责任单位那栏偷懒、光写“各相关单位”一个没点名的，是哪四个组',
  '有没有哪个组的责任单位是一家都没写的',
  '责任单位谁都没点的组是哪几个',
  '哪些组没具体列责任单位',
  '责任单位栏写得最含糊、只说各相关单位的组都有谁',
].map((question) => [question, '共4个', '（第1组）', '（第3组）', '（第9组）', '（第13组）'] as const);

const BOTH = ['共2个', '获得电力（第7组）', '获得用水用气（第15组）'];
const LED_BY_SEVERAL: readonly Row[] = [
  ['牵头的不止一家、几家挤一条板凳的，是哪几个组', ...BOTH],
  ['有没有政企联手牵头、不归一家独占的小组，报给我听', ...BOTH],
  ['哪些组是联合牵头的', ...BOTH],
  ['几家单位一块儿牵头的组有哪些', ...BOTH],
  ['有个组是一个局带两家公司一起牵头的，哪个组，都是谁', '共1个', '第15组', '城管局', '中裕燃气'],
  ['有个组是仨单位并排当牵头的，哪个组，哪仨', '共1个', '第15组', '市水务公司'],
  ['有没有哪个组是两家单位肩并肩牵头的，不多不少就两家', '共1个', '第7组', '供电中心'],
  ['不多不少正好两家单位并排牵头的组是哪个 三家的那个不要', '第7组'],
];

const LONGEST: readonly Row[] = [
  ['哪组责任单位点名点得最长', '信用环境（第11组）', '28家'],
  ['22个组比一比，谁家责任单位的名单拉得最长', '信用环境（第11组）'],
  ['责任单位一口气念不完、名单最长的那个组是', '信用环境（第11组）'],
  ['单子最长、责任单位列到翻页才收住的那个组，组号与名称', '信用环境（第11组）'],
  ['工商上牵头了仨组 仨里头点名责任单位最多的是哪一个', '知识产权创造保护和运用（第18组）', '11家'],
  ['吕沛的三个组哪个责任单位最少', '政府采购（第6组）', '1家'],
  ['责任单位名单最短的组', '第6组', '第19组', '第22组'],
];

const LEADERS_COUNTED: readonly Row[] = [
  ['22个组背后一共站着几位分包领导啊，有人一肩挑好几个的别重复数', '共9位'],
  ['分包区领导 共?位', '共9位'],
  ['分包领导一共几个人，重复的只算一次', '共9位'],
  ['各组分包领导总共多少人', '共9位'],
  ['这些组一共归几个领导管', '共9位'],
  ['所有专项组加起来是几位区领导在管', '共9位'],
];

const BETWEEN_SECTIONS: readonly Row[] = [
  ['第二部分领导分包加起来二十一摊，可小组有二十二个，漏在第二部分外头的是哪组', '包容普惠创新', '申晓东'],
  ['第二部分谁都没认领的那个专项组，后头挂到谁名下', '包容普惠创新', '申晓东'],
  ['第二部分21项，第三部分22组，多出来的是哪个组', '包容普惠创新（第12组）'],
  ['哪个组在第二部分没人领', '包容普惠创新（第12组）'],
  [
    '申晓东那儿第二部分写一个、第三部分我咋瞅着是俩，对不上啊，你给捋捋',
    '获得电力',
    '包容普惠创新（第12组）',
  ],
  ['申主任除了电，小组分工里另有一个也挂他名下，第二部分却没写', '包容普惠创新（第12组）'],
  ['老申那边，除用电以外，第三部分还把哪个组放在他名下', '包容普惠创新（第12组）'],
];

const ONE_PART: readonly Row[] = [
  ['只带头不打杂的单位——就是牵了组，可从来没在别的组当责任单位的，找找看', '共2家', '纪工委', '金融工作局'],
  ['光牵头、从来没当过责任单位的是哪几家', '共2家', '纪工委', '金融工作局'],
  ['有牵头任务、但没给别人打过下手的单位', '共2家', '纪工委'],
  ['光给一个组帮忙、自己又不牵头的单位，全区有哪些', '共4家', '综合办公室', '审计局', '统计分局', '信访局'],
  ['只在一个组里当责任单位、也不牵头的单位', '共4家', '信访局'],
  ['哪些单位就进了一个组，还不是牵头的', '共4家', '统计分局'],
];

describe.each([
  ['units of groups that are no members', OUTSIDE_MEMBERS],
  ['groups that name no responsible unit', NAMED_BY_NOBODY],
  ['groups led by several', LED_BY_SEVERAL],
  ['the longest and shortest list', LONGEST],
  ['leaders, each once', LEADERS_COUNTED],
  ['one section held against the other', BETWEEN_SECTIONS],
  ['units that do one thing only', ONE_PART],
] as const)('%s', (_, rows) => {
  test.each(rows)('%s', (question, ...says) => {
    const answer = engine.ask(question);
    expect(answer.kind).toBe('answer');
    for (const word of says) expect(answer.text).toContain(word);
  });
});

const OTHERS: readonly Row[] = [
  ['人社局不在成员单位名单里，那它牵头的组是哪个', '劳动力市场监管服务'],
  ['成员单位有几家没牵头', '19家'],
  ['两个行动组的责任单位是谁', '各相关单位'],
  ['责任单位只点了一家的组是哪几个', '共3个'],
  ['责任单位只写“各相关单位”不点名的，前11组里有几个组', '3个'],
  ['牵头三个组的单位是谁', '发展改革委、工商分局'],
  ['哪几条措施是两家牵头', '第22条'],
  ['获得电力几家牵头', '2个'],
  ['哪个单位在名单里出现最多', '财政局'],
  ['责任单位最多的组比最少的组多几家', '27'],
  ['获得电力几位领导分包', '申晓东'],
  ['几位领导只包一个组', '共4位'],
  ['第二部分谁没分到活', '许海玲、万英奎'],
  ['申主任除了电力，还管别的组没', '包容普惠创新'],
  ['只配合不牵头的单位有哪些', '20家'],
  ['哪些单位只在一个组里', '共6家'],
];

test.each(OTHERS)('asked otherwise it stays what it was: %s', (question, ...says) => {
  const { text } = engine.ask(question);
  for (const word of says) expect(text).toContain(word);
});

const other = createEngine(otherModel, otherLexicon);

const THERE: readonly Row[] = [
  ['哪个组的责任单位名单最长', '岸线绿化（第2组）', '2家'],
  ['各组分包领导总共多少人', '共2位', '慕容川', '欧阳雪'],
  ['只牵头、从来没当过责任单位的是哪几家', '共1家', '林业和草原局'],
  ['哪些单位在组里干活却不在成员名单里', '没有'],
];

test.each(THERE)('the same is read of another notice: %s', (question, ...says) => {
  const { text } = other.ask(question);
  for (const word of says) expect(text).toContain(word);
});

test.each(['领导小组办公室设在哪', '第3组谁牵头', '跨境贸易谁分包'])(
  'what is asked of all groups is not leaned on %s',
  (before) => {
    expect(engine.ask('哪组责任单位点名点得最长', [before]).text).toMatch(/^信用环境（第11组）/);
  },
);

test.each(['14谁牵头', '第14谁牵头', '14号谁牵头', '14是谁牵头的', '14牵头单位是哪家'])(
  'a bare number is taken for the group, and the measure said beside it: %s',
  (question) => {
    const [first, second] = engine.ask(question).text.split('\n');
    expect(first).toMatch(/^办理建筑许可（第14组）由住建局牵头/);
    expect(second).toMatch(/附件1第14条：供电中心牵头/);
  },
);

test('a bare number after a group is none of that group', () => {
  expect(engine.ask('14谁牵头', ['第11组谁分包']).text).toMatch(/^办理建筑许可（第14组）/);
});
