import { commandOutcome } from '../commands/run.ts';
import { AMENDMENT_ACTIONS } from './amendments/actions.ts';
import { BRIEF_ACTIONS } from './briefs/actions.ts';
import { BULLETIN_ACTIONS } from './bulletin/actions.ts';
import type { Deps } from './deps.ts';
import { UserError } from './errors.ts';
import type { ClickEvent } from './inbox/event.ts';
import { LEARNING_ACTIONS } from './learning/actions.ts';
import { LEDGER_ACTIONS } from './ledger/actions.ts';
import type { Outcome } from './outbox/outcome.ts';
import { PEOPLE_ACTIONS } from './people/actions.ts';
import { PROGRESS_ACTIONS } from './progress/actions.ts';
import { RANKING_ACTIONS } from './ranking/actions.ts';
import { decideArrangement } from './reminders/import.ts';
import { snoozeReminder } from './reminders/snooze.ts';
import { FILE_ACTIONS } from './report-files/actions.ts';
import { REPORT_ACTIONS } from './reports/actions.ts';
import { showFailures } from './schedule/broadcasts.ts';
import { settleFailure } from './schedule/failures.ts';
import { confirmNudge } from './schedule/nudge.ts';
import { RULE_ACTIONS } from './schedule/rule-command.ts';
import { confirmUrge } from './schedule/urge.ts';
import { SCORE_ACTIONS } from './scoring/actions.ts';
import { TARGET_ACTIONS } from './targets/actions.ts';

type CardAction = (deps: Deps, event: ClickEvent) => Promise<Outcome>;

/** What a button's `action` leads to. Each checks the operator's right at the moment of the click. */
export const CARD_ACTIONS: Readonly<Record<string, CardAction>> = {
  ask: askFromCard,
  arrangement: decideArrangement,
  nudge: confirmNudge,
  urge: confirmUrge,
  failures: showFailures,
  'failure-settled': settleFailure,
  snooze: snoozeReminder,
  ...PEOPLE_ACTIONS,
  ...AMENDMENT_ACTIONS,
  ...LEARNING_ACTIONS,
  ...LEDGER_ACTIONS,
  ...PROGRESS_ACTIONS,
  ...FILE_ACTIONS,
  ...REPORT_ACTIONS,
  ...RULE_ACTIONS,
  ...SCORE_ACTIONS,
  ...TARGET_ACTIONS,
  ...RANKING_ACTIONS,
  ...BULLETIN_ACTIONS,
  ...BRIEF_ACTIONS,
};

/** A suggested question or command: answered below the card it was pressed on. */
async function askFromCard(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const question = event.value['question'];
  if (typeof question !== 'string' || question === '')
    throw new UserError('这张卡片已经过时，请直接发送问题。');
  const outcome = await commandOutcome(deps, {
    text: question,
    sender: event.operator,
    chatId: event.chatId,
    people: [],
    key: event.eventId,
    reply: { replyTo: event.messageId, chat: event.chatId },
  });
  return { ...outcome, toast: { type: 'info', content: '已回答，见下方' } };
}
