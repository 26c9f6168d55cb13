import { lookupCommand } from './lookup.ts';

/** 措施: one measure, by number or matter. */
export const measure = lookupCommand({
  name: '措施',
  alias: 'measure',
  usage: '/措施 14',
  summary: '查一条措施：内容、牵头单位、目标',
  looksUp: 'measure',
  question: (args) => (/^\d+$/.test(args) ? `第${args}条措施的内容` : `${args}的措施`),
});
