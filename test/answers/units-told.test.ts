import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();

function holds(question: string, says: readonly string[], saysNot: readonly string[] = []) {
  const text = engine.ask(question).text;
  for (const words of says) expect(text).toContain(words);
  for (const words of saysNot) expect(text).not.toContain(words);
}

describe('who stands behind the lead of a group', () => {
  it.each([
    ['17组后头都跟着谁', ['税务局', '卫健委'], ['侯建华']],
    ['税务局牵头那组，手底下都有谁', ['财政局', '卫健委'], []],
    ['办执照的组，工商后头跟了谁', ['公安分局'], ['侯建华']],
    ['管银行贷款的那个组，除了金融局还有哪几家出力', ['科创局', '工商分局'], []],
    ['法治那组，政法委后面排了哪几家', ['司法分局', '7家'], []],
    ['小股东那组底下几家干活的', ['1家', '工信局'], []],
    ['水气组后面跟着几家', ['6家', '质监分局'], []],
    ['宣传部领的那个组，底下都有谁', ['各相关单位'], []],
    // The lead itself is asked for, or others of its groups.
    ['水气组牵头的除了城管还有谁', ['水务', '中裕'], ['质监']],
    ['水务公司当牵头的那个组之外还在哪儿', ['建筑许可', '不动产'], []],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('a group told by what it does is one name', () => {
  it.each([
    ['帮工厂讨薪的那组谁牵头', ['人力资源'], ['工商']],
    ['摇号查店的那个组，分包的是谁', ['市场监管', '侯建华'], ['企业开办']],
    ['护着小股民的组归哪位领导', ['冯利民'], []],
    ['办建筑许可那个组里，水电气热是哪四家', ['供电中心', '高新热力'], []],
    ['帮工厂招人的那组，对劳动仲裁咋要求', ['结案率'], []],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('where a unit turns up', () => {
  it.each([
    ['民政局在哪几处有名字', ['4个组', '办理建筑许可'], []],
    ['审计局文件里有它的份吗', ['信用环境'], []],
    ['统计，数数露过几处脸', ['信用环境'], []],
    ['原来叫国土局，现在自规局，牵头哪个组', ['不动产登记'], []],
    ['区里管干部的那个部在哪几个组', ['信用环境', '包容普惠'], []],
    ['管电梯锅炉的那个分局在哪些组', ['法治化', '用水用气'], []],
    ['税务系统的兄弟们进了哪些组', ['缴纳税费', '企业开办'], []],
    ['俺在税务局工作，牵头的和配合的帮我数数', ['缴纳税费', '跨境贸易'], []],
    ['交通指数落在哪家了', ['住建局'], []],
    ['纪委的头儿是哪位', ['刘春明'], []],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('what several units share', () => {
  it.each([
    ['税务和财政都有份的', ['5个', '缴纳税费'], ['政府采购']],
    ['供水跟供气两家都在哪些组', ['3个', '用水用气'], []],
    ['公安碰到司法的组几个', ['4个', '知识产权'], ['企业开办']],
    ['我是城管的，碰到住建的组有哪些', ['获得电力', '6个'], ['招投标']],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('groups and posts counted in loose words', () => {
  it.each([
    ['三家一起挑头的组', ['用水用气'], ['获得电力']],
    ['双牵头的组有几个', ['2个', '获得电力'], ['undefined']],
    ['有没有好些单位合着牵头的组，比如两三家牵头的', ['获得电力', '用水用气'], ['undefined']],
    ['专项小组编到第几号为止', ['22个'], []],
    ['区里拉了几个专项班子', ['22个'], []],
    ['哪个组后头挂的单位一长串最长', ['信用环境'], []],
    ['侯主任管的那个办公室，副主任几位', ['5名'], []],
    ['赵洪波在内，办公室副主任一共几位', ['5名'], []],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});
