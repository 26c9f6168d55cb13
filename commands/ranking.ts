import { rankingOutcome } from '../src/ranking/command.ts';
import { defineCommand } from './command.ts';

/** 排名: the office previews and publishes a period's ranking; published, it is everybody's. */
export const ranking = defineCommand({
  name: '排名',
  alias: 'ranking',
  usage: '/排名 2026Q4',
  summary: '看公布的排名；公布以前办公室预览和发布',
  run: rankingOutcome,
});
