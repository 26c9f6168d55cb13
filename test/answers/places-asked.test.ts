import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();

const CASES: readonly [question: string, kind: string, says: string][] = [
  ['附件一末条讲啥', 'answer', '附件1第31条'],
  ['附件1倒数第二条讲什么', 'answer', '附件1第30条'],
  ['最末一条措施是哪个局牵头', 'answer', '生态环境局'],
  ['倒数第二组谁牵头', 'answer', '执行合同及办理破产（第21组）由高新区法院筹备处牵头'],
  ['最后一组是哪个', 'answer', '保护中小投资者'],
  ['前三组的分包领导', 'answer', '姜坤峰'],
  ['附件1第廿一条讲什么', 'answer', '附件1第21条'],
  ['附件1哪几条原文缺页', 'answer', '第8、9、10条'],
  ['扫描件里少了哪几条', 'answer', '第8、9、10条'],
  ['哪些措施只剩半截', 'answer', '第7、11条'],
  ['第8条是不是没了', 'answer', '第8条措施所在页'],
  ['不见面开标和电子保函是不是同一条', 'answer', '是的，都在附件1第17条'],
  ['掌上办和电子保函在一条里不', 'answer', '不是。'],
  ['公章刻制写在第几条', 'answer', '附件1第4条'],
  ['附件1第11条落实的是市里哪个方案', 'refuse', '原文缺页'],
  ['跨境贸易落实市里哪个方案', 'answer', '焦作市跨境贸易提升专项行动方案'],
  ['落实包容普惠创新那个方案的有几条', 'answer', '共7条'],
  ['焦作市获得电力提升专项行动方案的文号给我', 'refuse', '没有写它的文号'],
];

test.each(CASES)('a place of the measures is found: %s', (question, kind, says) => {
  const answer = engine.ask(question);
  expect(answer.kind).toBe(kind);
  expect(answer.text).toContain(says);
});
