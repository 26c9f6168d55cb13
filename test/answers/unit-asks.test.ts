import { describe, expect, it } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();

function holds(question: string, says: readonly string[], saysNot: readonly string[] = []) {
  const { text } = engine.ask(question);
  for (const words of says) expect(text).toContain(words);
  for (const words of saysNot) expect(text).not.toContain(words);
}

describe('the groups of a unit, asked without the word for taking part', () => {
  it.each([
    ['司法的派不派人', ['司法分局', '执行合同'], ['信贷']],
    ['信访这块要不要出人', ['第21组'], ['第11组']],
    ['质监的得去哪几个会', ['第2组', '第15组'], ['第18组']],
    ['民政的有没有活', ['建筑许可', '第21组'], ['招投标']],
    ['应急有份吗', ['信用环境', '建筑许可'], ['用水用气']],
    ['财政局手上几摊活', ['11个', '政府采购'], []],
    ['城管 不论牵头配合 全列', ['用水用气', '不动产登记'], ['没有点名']],
    ['供电中心领一个跟两个，分别哪些', ['获得电力', '建筑许可', '不动产登记'], []],
    ['供电 牵头带配合 一共几个', ['供电中心', '不动产登记'], []],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('a unit with what it does or who asks for it beside its name', () => {
  it.each([
    ['卫健委（管医院的）参加的组', ['卫健委', '缴纳税费'], ['通知里没有']],
    ['学校归口的那个局，参加的组有', ['教育局', '包容普惠创新'], []],
    ['应急局小李问一句，除了建筑许可，还要去哪个组', ['信用环境'], []],
    ['民政局除了管建筑的那组，还有哪几组有咱们局', ['信用环境', '第21组'], []],
    ['开放招商中心跨境贸易那摊除外，别的还配合哪几个组', ['信用环境', '第21组'], ['财政局']],
    ['财政局自家牵头的政采除外，还给谁配合', ['缴纳税费', '10个'], ['行政审批']],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('counts in loose words', () => {
  it.each([
    ['成员单位一共多少 数过吗', ['36家'], []],
    ['台账要填成员单位家数', ['36家'], []],
    ['附件1的举措排到第几条', ['31条'], []],
    ['12组底下拆了几块', ['6项', '市场开放度'], []],
    ['申晓东那个大组拆成几项', ['6项'], ['获得电力']],
    ['责任单位没写名字的组有几个', ['4个', '政务服务'], []],
    ['附件2讲诚信那个聚焦下面几条', ['共3条'], ['工作重点']],
    ['附件2第一个聚焦下面整顿几类问题', ['共4类'], []],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('how many there are of a group, a body, of units that lead items', () => {
  it.each([
    ['招投标组点名几家', ['6家'], []],
    ['缴税组一共几家', ['共4家', '税务局牵头', '责任单位3家'], []],
    ['不动产组里有几家企业', ['共4家', '高新热力'], ['自然资源']],
    ['领导小组一共多少人', ['点名11人', '成员单位36家'], []],
    ['分项牵头单位一共几家', ['共6家', '科创局'], []],
    ['没牵头过整组但带分项的单位有几家', ['共2家', '科创局', '生态环境局'], ['住建局']],
    ['副组长里包组的都有谁', ['共8位'], ['许海玲']],
    ['几家单位没有牵头任何组', ['共20家'], []],
    ['成员单位里面企业几家', ['共4家'], []],
    ['正文工作要求有几条', [], ['共6条']],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));

  it.each([
    ['人社除了20组 还在哪些组', ['第12组', '第21组'], ['第20组']],
    ['应急 第11组 还有', ['办理建筑许可'], ['信用环境（第11组）：']],
    ['公安不算11组还有几个组', ['8个组'], []],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});

describe('somebody of a unit asks, what it leads is left out', () => {
  it.each([
    ['民政的老张打听，他们得去哪个组开会', ['民政局', '第21组'], ['张慧']],
    ['老李是质监分局的，想知道他们在哪几个组', ['第15组'], ['李抗美']],
    ['燃气的人得跟几个组', ['中裕燃气', '不动产登记'], ['报装']],
    ['供热的要不要去水气组', ['不在', '不动产登记'], []],
    ['统战部牵的那个组之外', ['信用环境'], ['姜坤峰']],
    ['税局自己牵缴税 别的还配合谁 几个', ['5个组', '企业开办'], ['卫健委']],
    ['住建 唱主角的组和唱配角的组', ['牵头1个组', '招投标'], []],
    ['科创 22组里 排进几个', ['4个'], []],
    ['信访局说名单上没他家，真的吗', ['第21组'], []],
  ])('%s', (question, says, saysNot) => holds(question, says, saysNot));
});
