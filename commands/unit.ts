import { lookupCommand } from './lookup.ts';

/** 单位: one unit and what it has to do. */
export const unit = lookupCommand({
  name: '单位',
  alias: 'unit',
  usage: '/单位 某某局',
  summary: '查一个单位：牵头和参与哪些小组、负责哪些措施',
  looksUp: 'unit',
  question: (args) => `${args}牵头和参加哪些小组`,
});
