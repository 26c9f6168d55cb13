import { dropLedgerEvidence, takeEntryInHand } from './evidence.ts';

/** The card actions of 问题台账. */
export const LEDGER_ACTIONS = {
  'ledger-evidence': takeEntryInHand,
  'ledger-evidence-remove': dropLedgerEvidence,
} as const;
