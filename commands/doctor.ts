import { doctorOutcome } from '../src/operations/doctor-command.ts';
import { defineCommand } from './command.ts';

/** 体检: whether everything the bot needs is there, and what to do where it is not. */
export const doctor = defineCommand({
  name: '体检',
  alias: 'doctor',
  usage: '/体检',
  summary: '办公室检查机器人：连接、日历、联络员、待发消息、备份',
  run: doctorOutcome,
});
