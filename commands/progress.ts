import { progressOutcome } from '../src/progress/progress.ts';
import { defineCommand } from './command.ts';

/** 进度: who has reported what, as far as the one who asks may see it. */
export const progress = defineCommand({
  name: '进度',
  alias: 'progress',
  usage: '/进度',
  summary: '看本期报送进度；可以加报送期、单位或小组',
  run: progressOutcome,
});
