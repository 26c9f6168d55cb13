import { askLateNames, hideNames, showNames } from './names.ts';
import { turnProgress } from './progress.ts';

/** The card actions of 进度. */
export const PROGRESS_ACTIONS = {
  progress: turnProgress,
  'late-names': askLateNames,
  'late-names-show': showNames,
  'late-names-hide': hideNames,
} as const;
