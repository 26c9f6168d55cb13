import { dropEvidence, placeEvidence } from './evidence.ts';
import { applyForm, dropForm } from './form-actions.ts';

/** The card actions of files; each checks the operator's right at the moment of the click. */
export const FILE_ACTIONS = {
  'form-apply': applyForm,
  'form-drop': dropForm,
  'evidence-place': placeEvidence,
  'evidence-remove': dropEvidence,
} as const;
