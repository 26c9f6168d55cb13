import { briefsOutcome, isAboutBriefs } from '../src/briefs/command.ts';
import { bulletinOutcome } from '../src/bulletin/command.ts';
import { defineCommand } from './command.ts';

/** 通报: the office drafts, approves and publishes a period's bulletin, then it is everybody's; 工作动态 beside it. */
export const bulletin = defineCommand({
  name: '通报',
  alias: 'bulletin',
  usage: '/通报 2026Q4',
  summary: '看发布的通报，办公室起草和发布；工作动态：/通报 动态',
  run: (deps, asked) => (isAboutBriefs(asked.args) ? briefsOutcome : bulletinOutcome)(deps, asked),
});
