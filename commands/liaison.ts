import { liaisonOutcome } from '../src/people/liaison.ts';
import { defineCommand } from './command.ts';

/** 联络员: who acts for which unit; leave with a stand-in; a roster to import. */
export const liaison = defineCommand({
  name: '联络员',
  alias: 'liaison',
  usage: '/联络员 单位名',
  summary: '查各单位联络员；请假：/联络员 请假 12.28 12.30 代 @某人；办公室导入名册：/联络员 导入',
  run: liaisonOutcome,
});
