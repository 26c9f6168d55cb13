import { bulletinOutcome } from '../src/bulletin/command.ts';
import { defineCommand } from './command.ts';

/** 通报: the office gets the draft of a period's bulletin. */
export const bulletin = defineCommand({
  name: '通报',
  alias: 'bulletin',
  usage: '/通报 2026Q4',
  summary: '办公室生成一期的通报送审稿和附表',
  run: bulletinOutcome,
});
