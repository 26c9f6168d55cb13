import { lookupCommand } from './lookup.ts';

/** 小组: one task group, by number or matter. */
export const group = lookupCommand({
  name: '小组',
  alias: 'group',
  usage: '/小组 7',
  summary: '查一个专项工作小组：领导、牵头、责任单位、分工',
  looksUp: 'group',
  question: (args) => (/^\d+$/.test(args) ? `第${args}个专项工作小组的情况` : `${args}专项工作小组的情况`),
});
