import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const ask = (question: string, context: string[] = []) => engine.ask(question, context).text;

describe('bodies by who heads them, by their matter, side by side', () => {
  it.each([
    ['侯建华当主任那个办公室，配了几个副主任', /副主任共5名/],
    ['附件2那套班子：组长、副组长、办公室主任，一次给齐', /吕沛[\s\S]*刘春明、冯利民[\s\S]*赵洪波/],
    ['作风那摊子的办公室归谁当家', /赵洪波/],
    ['办公室一正几副', /侯建华[\s\S]*5名/],
    ['附件2领导小组跟正文的领导小组，副组长人数差几个', /相差8名/],
    ['正副组长加一块多少人', /共11名/],
    ['领导小组办公室副职几个人', /副主任共5名/],
  ])('%s', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });
});

describe('some of the deputies', () => {
  it.each([
    ['办公室副主任里头有没有政法委的人', /有1位：李抗美/],
    ['副组长里有没有统战部的', /没有工委统战部的人/],
    ['哪个副组长是纪委的', /刘春明/],
    ['副组长里头带高新区党工委委员头衔的有哪几个', /3位：姜坤峰[^侯]*$/],
    ['哪位副组长同时当办公室主任', /有1位：侯建华/],
    ['副主任名单里第三个是谁', /张慧/],
    ['副组长里最后一位呢，叫什么', /赵俊生/],
    ['副组长第十一个是谁', /副组长只有10名/],
  ])('%s', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });
});

describe('roles and titles that go on from who was named', () => {
  it.each([
    ['领导小组办公室主任由谁兼，职务怎么写准', [], /侯建华：区党工委委员/],
    ['优化办主任是谁，手下几个副的', [], /副主任共5名/],
    ['赵洪波除了作风办主任，在营商环境领导小组办公室里是啥', [], /领导小组办公室副主任/],
    ['作风那个呢', ['领导小组的组长是谁', '办公室主任呢'], /赵洪波/],
    ['设在哪个单位', ['领导小组办公室主任是谁'], /设在发展改革委/],
    ['几位副组长', ['领导小组组长是谁'], /共10名/],
  ])('%s', (question, context, expected) => {
    expect(ask(question, context)).toMatch(expected);
  });
});

describe('where a thing stands, a series just named, the papers', () => {
  it.each([
    ['奇葩证明这事儿写在第几块整治里', /^在附件2·二（二）/],
    ['“四位一体”督查在哪个制度里写着', /^在四（三）（责任追究制度）/],
    ['班子成员跟企业头头结对子是哪一项活动', /政企共建/],
    ['作风方案的工作要求一共六条，第五条叫啥', /建章立制/],
    ['六项措施里第四项干什么', /专项评价/],
    ['四个环境分别是哪四个', /政务环境.*营商环境.*诚信环境.*民生环境/],
    ['重新分工是按市里哪个文件精神来的', /焦办文〔2021〕6号/],
    ['市里的优化行动方案是多少号文', /焦办〔2021〕8号/],
    ['附件1全名叫啥 我要写进材料', /^附件1：《[^》]*优化行动方案》。$/],
    ['附件3我咋没收到，讲啥的', /没有附件3/],
    ['写材料要用：吕沛同志的职务', /^吕沛：区党工委书记/],
    ['去年那6个亲清示范点，除了蒙牛剩下五家是谁', /^通知里没有展开写这一点/],
  ])('%s', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });
});

describe('posts in words of which none is of another matter', () => {
  it.each([
    ['那个常设办公室谁兼着主任（正文里的）', /主任是侯建华/],
    ['作风那摊的领导小组，副的两位叫啥', /^示范区.*副组长共2名：刘春明、冯利民/],
    ['专项行动领导小组，正组长之外还有哪些人是副的', /^(?![\s\S]*组长是吕沛)[\s\S]*刘春明、冯利民/],
    ['正文的办公室主任和作风方案的办公室主任是一个人不', /^不是.*侯建华[\s\S]*赵洪波/],
    ['管日常工作的办公室挂在哪个委里头', /设在发展改革委/],
  ])('%s', (question, expected) => {
    expect(ask(question)).toMatch(expected);
  });
});
