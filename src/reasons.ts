import { officeMembers } from '../db/queries/people.ts';
import type { Deps } from './deps.ts';
import type { Job } from './jobs.ts';
import { weeklyQuestions } from './learning/jobs.ts';
import { ledgerAnew } from './ledger/reminders.ts';
import type { OutboundMessage, Reason } from './outbox/message.ts';
import { lateListAnew } from './progress/late-list-job.ts';
import { roundsToSettle } from './ranking/round-job.ts';
import type { Calendar } from './reminders/calendar.ts';
import { calendarAlerts } from './reminders/calendar-alert.ts';
import { weeklyDigests } from './reminders/digest-job.ts';
import { rungAnew } from './reminders/ladder-anew.ts';
import { returnedAnew } from './reminders/returned-job.ts';
import { snoozeAnew } from './reminders/snooze-job.ts';
import { openingAnew, periodsToOpen } from './reports/jobs.ts';
import { nudgeAnew } from './schedule/nudge-anew.ts';
import type { Rules } from './schedule/rule.ts';

/** A message that is about to be sent, and what it goes by. */
export interface Asked {
  reason: Reason;
  /** To whom, an open_id. */
  person: string;
  /** When it was made, and the moment of sending; instants in ms. */
  madeAt: number;
  now: number;
  rules: Rules;
  calendar: Calendar;
}

/**
 * What the messages of an occurrence would be at the moment of sending, about what is left of what they were about; why
 * none goes any more, for the office; undefined: they go as they are.
 */
export type Anew = readonly OutboundMessage[] | string | undefined;

export type Look = (deps: Deps, asked: Asked) => Promise<Anew>;

/** How it is looked once more whether something still makes sense, by the kind of its occurrence. */
export const LOOKS: Readonly<Record<string, Look>> = {
  'dry-run': again(periodsToOpen, '已开启、改期或取消'),
  open: openingAnew,
  remind: rungAnew,
  'late-list': lateListAnew,
  returned: returnedAnew,
  snooze: snoozeAnew,
  nudge: nudgeAnew,
  urge: nudgeAnew,
  'ledger-unit': ledgerAnew,
  'ledger-overdue': ledgerAnew,
  questions: again(weeklyQuestions, '没有待处理的问题，或已与下一次合并'),
  digest: asked(weeklyDigests, '已不是办公室成员或分包领导，或已与下一次合并'),
  calendar: again(calendarAlerts, '放假安排已导入，或已与下一次合并'),
  'round-over': again(roundsToSettle, '排名已公布'),
};

/** The job itself is asked again. @param gone why it does not go, where the job no longer knows of it */
function again(job: Job, gone: string): Look {
  return async (deps, of) => {
    const found = (await job(deps, of.now, of.rules)).find(({ key }) => key === of.reason.occurrence);
    if (found !== undefined) return found.skip ?? (await found.outcome()).messages;
    const isMember = (await officeMembers(deps.db, deps.office)).includes(of.person);
    return isMember ? gone : '已不是办公室成员';
  };
}

/** Only whether the job still knows of it. */
function asked(job: Job, gone: string): Look {
  return async (deps, { reason, now, rules }) => {
    const found = (await job(deps, now, rules)).find(({ key }) => key === reason.occurrence);
    return found === undefined ? gone : found.skip;
  };
}
