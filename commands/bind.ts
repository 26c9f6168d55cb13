import { bindOutcome } from '../src/people/bind.ts';
import { defineCommand } from './command.ts';

/** 绑定: people to units, to persons of the notice, to the office; groups to their use. */
export const bind = defineCommand({
  name: '绑定',
  alias: 'bind',
  usage: '/绑定 单位名 @某人 联络员',
  summary: '绑定单位、人员和群；不 @ 人就是申请绑定自己，不带内容打开表单',
  run: bindOutcome,
});
