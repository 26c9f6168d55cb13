import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();
const firstLine = (question: string) => engine.ask(question).text.split('\n')[0];

test.each([
  ['窗口踢皮球跑三趟，网上又办不成，哪个组该提升网上办事能力', '政务服务（第9组）'],
  ['供货商不按合同发货，打官司拖了一年，提高审理和执行效率的是哪个组', '执行合同及办理破产（第21组）'],
  ['我按时纳税守规矩，守信激励归哪个组', '信用环境（第11组）'],
  ['新车间拉电缆要挖绿化带，跑了城管又跑交警，谁牵头优化这个流程', '获得电力（第7组）'],
  ['换了领导就不认账，政务诚信是哪个专项组在抓', '信用环境（第11组）'],
])('a story is answered by what its asking clause is about: %s', (question, group) => {
  expect(firstLine(question)).toContain(group);
});

test.each([
  ['掘路这个事是水气组的还是电力组的', '获得电力（第7组）'],
  ['企业重大事项监管归市场监管组吗', '不是。保护中小投资者（第22组）'],
  ['留抵退税是不是税费组的事', '是的，缴纳税费（第4组）'],
  ['供电可靠性归用水用气组管吗', '不是。获得电力（第7组）'],
  ['动产抵押登记归信用组还是信贷组', '获得信贷（第10组）'],
])('of the groups that are offered the one that has the matter is named: %s', (question, says) => {
  expect(firstLine(question)).toContain(says);
});

test.each([
  ['信用环境组干到最后要提升什么', '不断提升信用建设水平'],
  ['第18组要建立啥', '建立健全知识产权多元化纠纷解决机制'],
  ['获得信贷那四个指标背一下', '合法权利力度指数'],
  ['税务局那组简化啥', '简化表证单书'],
])('one thing of a duty is answered by its piece alone: %s', (question, says) => {
  expect(firstLine(question)).toContain(says);
  expect(firstLine(question)?.length).toBeLessThan(90);
});

test('the groups whose duties have certain words', () => {
  const line = firstLine('哪俩组的分工里提了“并联办理”');
  expect(line).toContain('办理建筑许可（第14组）、获得用水用气（第15组）');
  expect(firstLine('哪几个组的职责里写了“永动机”') ?? '').not.toContain('第14组');
});
