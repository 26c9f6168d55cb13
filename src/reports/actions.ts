import { carryOver, chooseField, fillPage, openHome, openPage, openPreview } from './fill-actions.ts';
import { changePlan } from './plan.ts';
import { decideReview, openQueue, openReview } from './review.ts';
import { openRound } from './round-card.ts';
import { submitReport, withdrawReport } from './submit.ts';
import { chooseTyped } from './typed.ts';

/** The card actions of reporting and review; each checks the operator's right at the moment of the click. */
export const REPORT_ACTIONS = {
  'report-home': openHome,
  'report-open': openPage,
  'report-carry': carryOver,
  'report-page': fillPage,
  'report-choose': chooseField,
  'report-preview': openPreview,
  'report-submit': submitReport,
  'report-withdraw': withdrawReport,
  'report-round': openRound,
  'report-typed': chooseTyped,
  'period-plan': changePlan,
  'review-queue': openQueue,
  'review-open': openReview,
  'review-decide': decideReview,
} as const;
