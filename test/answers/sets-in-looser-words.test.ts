import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const ask = (...turns: string[]) => defaultEngine().ask(turns.at(-1) ?? '', turns.slice(0, -1)).text;

describe('sets and counts in looser words', () => {
  it.each([
    ['配合单位就写了俩的是哪组，哪俩', '（第20组）：财政局、公安分局'],
    ['责任单位就俩的组是哪个', '劳动力市场监管服务'],
    ['点名单位最多的“大户”组，冠军亚军各是谁', '执行合同及办理破产（第21组），责任单位点名17家，第二多'],
    ['分包最多的领导，第一第二名是谁', '分包4项，第二多'],
    ['仅第21组露面、别处一概没有的责任单位，两家', '共2家：综合办公室、信访局'],
    ['只在第21组出现的责任单位有哪些', '共2家：综合办公室、信访局'],
    ['头衔后头干干净净只写“区党工委委员”的两人', '共2位：侯建华、赵俊生'],
    ['区党工委委员有哪些', '共5位'],
    ['侯、冯两位分包的加一起几项', '一共10项'],
    ['侯冯俩人加一起分包多少项', '一共10项'],
    ['专项组里头，抬头印成“分管领导”而非“分包领导”的有几个', '共5个组'],
    ['一二三号组的牵头部委挨个报', '（第3组）由工委宣传部牵头'],
    ['附件1倒数第三、第四条谁牵头', '第28条：工委组织部'],
    ['挂钩事项，正文五样、附件1四样，少掉的那样是？', '改革薪酬'],
  ])('%s', (question, says) => {
    expect(ask(question)).toContain(says);
  });

  it('the rest of a set is not told where only some are named', () => {
    expect(ask('亲清示范点去年几个', '除了蒙牛那五个叫啥')).toContain('没有写其余的是哪些');
    expect(ask('赵俊生分包哪几项', '跟他一字之差的那位呢')).toContain('赵俊峰分包1项');
  });

  it('words that only look alike are left alone', () => {
    expect(ask('七八号组谁分包')).toContain('招投标（第8组）');
    expect(ask('附件1倒数第三条谁牵头')).toContain('附件1第29条');
    expect(ask('侯、冯两位各分包几项')).toContain('冯利民分包4项');
  });
});
