import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const says = (question: string, context: string[] = []) => engine.ask(question, context).text;

describe('a name set apart is brought back into its question', () => {
  it.each([
    ['谁牵头？我说的是获得信贷', '获得信贷谁牵头'],
    ['合同签订法定多少天？我问的可是政府采购', '政府采购合同签订法定多少天'],
    [
      '职责里说的那个单一窗口要覆盖到啥程度，指的是跨境贸易组',
      '跨境贸易组职责里说的那个单一窗口要覆盖到啥程度',
    ],
    ['处理率得多高，我说的是投诉', '投诉处理率得多高'],
    ['谁牵头，责任单位有哪些，第9组', '第9组谁牵头，责任单位有哪些'],
    ['谁牵头谁配合（22组）', '22组谁牵头谁配合'],
    ['除了财政，责任单位点名的还有谁，就政采那个组', '政采组除了财政，责任单位点名的还有谁'],
    ['在包容普惠里是啥角色，还参加别的没，生态环境局', '生态环境局在包容普惠里是啥角色，还参加别的没'],
    ['它在几个组，都叫啥？问的是工信局', '工信局在几个组，都叫啥'],
    ['获得电力谁牵头，我说的是获得信贷', '获得信贷谁牵头'],
    ['还给哪些组当责任单位，税务那头', '税务局还给哪些组当责任单位'],
    ['分包的是哪块，刘会来主任', '刘会来主任分包的是哪块'],
    ['分包哪块，万英奎', '万英奎分包哪块'],
    ['大数据局呢，光配合不牵头的组有哪些', '大数据局光配合不牵头的组有哪些'],
    ['对财政局来说，牵头哪个组', '财政局牵头哪个组'],
    ['就执行合同破产组来说，责任单位数一数', '执行合同破产组责任单位数一数'],
    ['信用环境组——谁牵头，责任单位有哪些', '信用环境组谁牵头，责任单位有哪些'],
    ['（22组）谁牵头谁配合', '22组谁牵头谁配合'],
    ['站在工信局的角度，在哪几个组', '工信局在哪几个组'],
    ['我是民政的，在哪些组有份', '民政局在哪些组有份'],
    ['我在农业农村局上班，在不在政府采购组', '农业农村局在不在政府采购组'],
    ['我是城管局的，咱们牵头的叫什么组，责任单位多少家', '城管局牵头的叫什么组，责任单位多少家'],
    ['这位申主任除了用电，还包别的组没有', '申主任除了用电，还包别的组没有'],
    ['赵洪波呢，在纪委监察那边挂的是什么头衔', '赵洪波在纪委监察那边挂的是什么头衔'],
  ])('%s', (apart, plain) => expect(says(apart)).toBe(says(plain)));

  it.each([
    ['a guess behind the question is checked, not asked about', '获得信贷组谁牵头，财政局？', /金融/],
    ['another of the kind is a second question', '信贷组谁牵头，税费组呢', /金融工作局.*\n?.*税务局/],
    ['who asks is not asked of where another is', '我是财政局的，税务局在哪些组', /^税务局/],
    ['who asks is not asked of where a group is', '我是民政局的，信用组谁牵头', /^信用环境.*发展改革委/],
    ['who heads the sentence keeps it', '信用环境组谁牵头，发展改革委', /^(?:是|对)?.*信用环境.*发展改革委/],
  ])('%s', (_, question, expected) => expect(says(question)).toMatch(expected));

  it('what takes back the last question asks nothing of its own', () =>
    expect(says('搞错了，要问的是知识产权组', ['市场监管组的责任单位有哪些'])).toMatch(
      /^知识产权.*责任单位/,
    ));
});
