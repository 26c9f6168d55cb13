import { reviewOutcome } from '../src/reports/review-command.ts';
import { defineCommand } from './command.ts';

/** 审核: the office adopts reports or gives them back. */
export const review = defineCommand({
  name: '审核',
  alias: 'review',
  usage: '/审核',
  summary: '办公室审核各单位报告；看一个单位：/审核 单位名',
  run: reviewOutcome,
});
