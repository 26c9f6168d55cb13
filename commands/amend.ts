import { amendOutcome } from '../src/amendments/command.ts';
import { defineCommand } from './command.ts';

/** 修订: what was changed of the notice since; the office enters changes. */
export const amend = defineCommand({
  name: '修订',
  alias: 'amend',
  usage: '/修订',
  summary: '看通知的现行修订；办公室登记修订',
  run: amendOutcome,
});
