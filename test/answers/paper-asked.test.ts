import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();

const SAID: readonly [question: string, ...says: string[]][] = [
  ['这文啥日子落的款', '2021年5月26日'],
  ['这通知是六月份发的吧', '不是。', '5月26日'],
  ['落款单位是哪个', '只有日期', '工委办公室'],
  ['这通知抬头是写给谁的', '各乡（镇）', '区直各部门'],
  ['哪两家办公室联合发的', '管委会办公室'],
  ['分工是照着市里两办哪个号的文来的', '焦办文〔2021〕6号'],
  ['市里两个文件的文号分别是多少', '焦办文〔2021〕6号', '焦办〔2021〕8号'],
  ['焦办8号文是啥', '高标准营商环境优化行动方案'],
  ['正文一二三四五大块分别讲啥', '工作制度', '工作要求'],
  ['附件1四大块都叫啥', '组织实施', '持续提升宜居创业基础能力'],
  ['区领导分包写在正文第几部分', '第二部分'],
  ['会议考核追责报送这四项制度在正文哪一部分', '第四部分'],
  ['附件2第二部分叫什么', '工作重点'],
  ['法治服务保障那块是第几条到第几条', '第20至23条'],
  ['每一大部分各几条措施', '共13条', '共8条'],
  ['正文末了那部分讲啥', '工作要求'],
  ['附件2最后一部分叫什么', '工作要求'],
  ['定期考核制度排第几', '第二项'],
  ['责任追究制度是四个制度里的第四个吧', '不是。', '第三项'],
  ['附件一末尾“四挂勾”挂哪四样', '财政预算内支出', '干部任用'],
  ['我们单位写好的进展材料交到哪儿', '领导小组办公室'],
  ['成员单位派进领导小组的是一把手还是分管副职', '主要负责同志'],
  ['开会都谁去，有定死的名单没', '会议内容'],
  ['问题台账该谁来建', '各级各单位'],
  ['领导小组主要是干啥用的', '指导', '重大举措'],
  ['红头上的号念一下', '焦示党办〔2021〕5号'],
  ['是哪俩办公室一块儿下的文', '工委办公室', '管委会办公室'],
  ['跟通知一块发的两个附件全名', '优化行动方案', '作风建设专项行动方案'],
  ['发文的是一家还是两家，都叫啥', '工委办公室', '管委会办公室'],
];

test.each(SAID)('the paper is known: %s', (question, ...says) => {
  const answer = engine.ask(question);
  expect(answer.kind).toBe('answer');
  expect(answer.text).not.toMatch(/^通知里没有/);
  for (const word of says) expect(answer.text).toContain(word);
});

test.each(['谁起草的', '联系人是谁', '焦作市执行合同提升专项行动方案谁发的'])(
  'what the paper does not say of itself: %s',
  (question) => {
    expect(engine.ask(question).kind).toBe('refuse');
  },
);

test('what is done again and again, by its part', () => {
  const quarterly = engine.ask('正文里按季度走的事都有啥').text;
  expect(quarterly).toMatch(/工作考核通报[\s\S]*报告一次[\s\S]*进行一次通报/);
  expect(quarterly).not.toContain('附件');
  expect(engine.ask('附件2里每季度一次的是什么活动').text).toMatch(/以案促改/);
});
