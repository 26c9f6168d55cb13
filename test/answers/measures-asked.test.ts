import { expect, test } from 'vitest';
import { defaultEngine } from '../../src/answers/default.ts';

const engine = defaultEngine();

const SAID: readonly [question: string, ...says: string[]][] = [
  ['供水那条牵头是水务公司吗', '不是。', '附件1第15条由城管局牵头'],
  ['附件1办电那条牵头是发改委吗', '不是。', '供电中心'],
  ['28跟29那两条人才的，牵头写的人社局吗', '不是。', '组织部'],
  ['第13条是财政局负责吧', '是的，'],
  ['哪几条是讲人才的', '第28、29条'],
  ['哪条措施提到城市书房', '第30条'],
  ['第六条和第七条是不是同一个方案', '是同一个', '办理建筑许可'],
  ['第19条和20条的方案一样不', '不是同一个'],
  ['24到26条落实啥方案', '包容普惠创新'],
  ['第11条完整吗', '开头在缺失的一页上'],
  ['不动产那条看得全吗', '第11条'],
  ['第25条有几个数字目标', '10%左右'],
  ['公共文化那条的量化要求', '3TB'],
  ['获得信贷是不是要到国内前沿', '不是。', '不在其中'],
  ['年底争取国内前沿的9项里有跨境贸易没有', '不在其中'],
  ['年底那20%是在啥基础上', '2021年4月'],
  ['4月那次提升是跟什么比', '现有基础'],
  ['会议制度排在四项里第几', '第一项'],
];

test.each(SAID)('a measure or a goal is held against what is asked: %s', (question, ...says) => {
  const answer = engine.ask(question);
  expect(answer.kind).toBe('answer');
  for (const word of says) expect(answer.text).toContain(word);
});
