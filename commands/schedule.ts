import { scheduleOutcome } from '../src/schedule/list.ts';
import { defineCommand } from './command.ts';

/** 日程: what the bot will send by itself, the rules of it, a dry run, and the year's 放假安排 that it goes by. */
export const schedule = defineCommand({
  name: '日程',
  alias: 'schedule',
  usage: '/日程',
  summary: '办公室看今后四周自动发送什么；另有 /日程 规则、/日程 预演、/日程 导入',
  run: scheduleOutcome,
});
