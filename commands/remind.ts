import { nudgeOutcome } from '../src/schedule/remind-command.ts';
import { defineCommand } from './command.ts';

/** 催报: the office reminds units that have not submitted, after seeing whom it reaches. */
export const remind = defineCommand({
  name: '催报',
  alias: 'remind',
  usage: '/催报',
  summary: '办公室催未报单位，先看会发给谁；可以加报送期、单位；急事：/催报 单位 加急 理由',
  run: nudgeOutcome,
});
