import { bulletinDrafts } from './bulletin/draft-job.ts';
import type { Deps } from './deps.ts';
import { weeklyQuestions } from './learning/jobs.ts';
import { ledgerReminders } from './ledger/reminders.ts';
import type { Outcome } from './outbox/outcome.ts';
import { lateLists } from './progress/late-list-job.ts';
import { statusCards } from './progress/status-card.ts';
import { roundsToSettle } from './ranking/round-job.ts';
import { calendarAlerts } from './reminders/calendar-alert.ts';
import { weeklyDigests } from './reminders/digest-job.ts';
import { reminders } from './reminders/ladder-job.ts';
import { returnedReminders } from './reminders/returned-job.ts';
import { snoozedReminders } from './reminders/snooze-job.ts';
import { cardsForNewcomers, periodsToOpen } from './reports/jobs.ts';
import type { Rules } from './schedule/rule.ts';

/** Something scheduled that has come due. */
export interface Occurrence {
  /** What and when (`open:2026Q4`, `remind:2026Q4:T-3`): decided once, ever. */
  key: string;
  kind: string;
  /** Who it is for, in a word, for lists and dry runs. */
  to: string;
  /** When it was due, instant in ms. */
  dueAt: number;
  /** Set: it has lost its sense or is not allowed; recorded with this reason, nothing is done. */
  skip?: string;
  /** What it leads to, computed at the moment of doing. */
  outcome(): Promise<Outcome>;
}

/**
 * Looks at the database and says what is due at an instant (ms), by the rules of sending as they are. Changes nothing
 * itself.
 */
export type Job = (deps: Deps, now: number, rules: Rules) => Promise<Occurrence[]>;

/** What a tick may decide. */
export const JOBS: readonly Job[] = [
  weeklyQuestions,
  periodsToOpen,
  cardsForNewcomers,
  statusCards,
  reminders,
  lateLists,
  returnedReminders,
  snoozedReminders,
  ledgerReminders,
  weeklyDigests,
  calendarAlerts,
  bulletinDrafts,
  roundsToSettle,
];

/** What each looks for, in the office's words. */
export const JOB_NAMES: ReadonlyMap<Job, string> = new Map([
  [weeklyQuestions, '查找每周问题清单'],
  [periodsToOpen, '查找要开启的报送期'],
  [cardsForNewcomers, '查找新联络员的填报卡'],
  [statusCards, '查找群进度卡的变化'],
  [reminders, '查找到期的催报'],
  [lateLists, '查找未报名单'],
  [returnedReminders, '查找退回未改的报送'],
  [snoozedReminders, '查找稍后提醒'],
  [ledgerReminders, '查找到期的台账'],
  [weeklyDigests, '汇总每周动态'],
  [calendarAlerts, '检查放假安排'],
  [bulletinDrafts, '生成通报草稿'],
  [roundsToSettle, '查找到期的异议'],
]);

/** Those of them that change what people see without telling them of it; the others have nothing to do at night. */
export const JOBS_OF_ANY_HOUR: readonly Job[] = [statusCards];
