import { pauseOutcome } from '../src/schedule/pause.ts';
import { defineCommand } from './command.ts';

/** 暂停: the office stops what the bot sends by itself, and lets it go on. */
export const pause = defineCommand({
  name: '暂停',
  alias: 'pause',
  usage: '/暂停',
  summary: '办公室暂停自动发送：/暂停 催报；恢复：/暂停 恢复',
  run: pauseOutcome,
});
