import { briefsOutcome, isAboutBriefs } from '../src/briefs/command.ts';
import { bulletinOutcome } from '../src/bulletin/command.ts';
import { defineCommand } from './command.ts';

/** 通报: the office gets the draft of a period's bulletin; 工作动态 beside it. */
export const bulletin = defineCommand({
  name: '通报',
  alias: 'bulletin',
  usage: '/通报 2026Q4',
  summary: '办公室生成一期的通报送审稿和附表；看工作动态：/通报 动态',
  run: (deps, asked) => (isAboutBriefs(asked.args) ? briefsOutcome : bulletinOutcome)(deps, asked),
});
