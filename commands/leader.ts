import { lookupCommand } from './lookup.ts';

/** 领导: one leader, his office and his fields. */
export const leader = lookupCommand({
  name: '领导',
  alias: 'leader',
  usage: '/领导 姓名',
  summary: '查一位领导：职务、分包哪些领域',
  looksUp: 'person',
  question: (args) => `${args}分包哪些领域`,
});
