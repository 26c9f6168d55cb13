import { reportOutcome } from '../src/reports/command.ts';
import { defineCommand } from './command.ts';

/** 报送: the quarterly report (四（四）): filled in, typed, or reported at once; periods for the office. */
export const report = defineCommand({
  name: '报送',
  alias: 'report',
  usage: '/报送',
  summary: '填报本单位季度报告；文字填报：/报送 小组或措施 内容；重要事项随时报：/报送 即报 内容',
  run: reportOutcome,
});
