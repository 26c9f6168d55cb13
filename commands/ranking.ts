import { rankingOutcome } from '../src/ranking/command.ts';
import { defineCommand } from './command.ts';

/** 排名: the office previews, publishes and corrects a period's ranking; published, it is everybody's. */
export const ranking = defineCommand({
  name: '排名',
  alias: 'ranking',
  usage: '/排名 2026Q4',
  summary: '看公布的排名；办公室预览、发布、答复异议、更正',
  run: rankingOutcome,
});
