import { turnProgress } from './progress.ts';

/** The card actions of 进度. */
export const PROGRESS_ACTIONS = { progress: turnProgress } as const;
