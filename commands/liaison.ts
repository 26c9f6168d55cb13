import { liaisonOutcome } from '../src/people/liaison.ts';
import { defineCommand } from './command.ts';

/** 联络员: who acts for which unit; leave with a stand-in; a roster to import. */
export const liaison = defineCommand({
  name: '联络员',
  alias: 'liaison',
  usage: '/联络员 单位名',
  summary: '查各单位联络员；登记请假和代办；办公室导入名册',
  run: liaisonOutcome,
});
