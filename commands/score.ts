import { scoreOutcome } from '../src/scoring/command.ts';
import { defineCommand } from './command.ts';

/** 评分: what each point of a unit comes from; the office enters what is added and taken off. */
export const score = defineCommand({
  name: '评分',
  alias: 'score',
  usage: '/评分 2026Q4',
  summary: '看评分和每一分的来由；办公室录入加分扣分；评分办法：/评分 办法',
  run: scoreOutcome,
});
