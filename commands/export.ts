import { exportOutcome } from '../src/report-files/export-command.ts';
import { defineCommand } from './command.ts';

/** 导出: everything that is kept of a period, as files. */
export const exportCommand = defineCommand({
  name: '导出',
  alias: 'export',
  usage: '/导出 2026Q4',
  summary: '办公室导出一期的报送材料：按单位、按小组、指标、历次提交、佐证',
  run: exportOutcome,
});
