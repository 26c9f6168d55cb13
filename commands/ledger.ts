import { ledgerOutcome } from '../src/ledger/command.ts';
import { defineCommand } from './command.ts';

/** 台账: problems with their measures and deadlines, from being entered to 销号. */
export const ledger = defineCommand({
  name: '台账',
  alias: 'ledger',
  usage: '/台账',
  summary: '看问题台账；单位报进展、申请销号；办公室登记、销号、退回、延期',
  run: ledgerOutcome,
});
