import { recordAudit } from '../../db/queries/audit.ts';
import { addAlias, countLesson, removeAlias, settleQuestion } from '../../db/queries/learning.ts';
import { officeMembers } from '../../db/queries/people.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { aliasFormCard } from './cards.ts';
import { keptQuestion } from './lessons.ts';
import { allTargets, targetName } from './target.ts';
import { TEXTS } from './texts.ts';

type LearningAction = (deps: Deps, event: ClickEvent) => Promise<Outcome>;

/** Buttons under answers and of the office's list of questions. */
export const LEARNING_ACTIONS: Readonly<Record<string, LearningAction>> = {
  learn_verdict: verdict,
  learn_settle: settle,
  learn_form: openForm,
  learn_alias: saveAlias,
  learn_forget: forgetAlias,
};

async function verdict(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const kind = event.value['kind'] === 'useful' ? 'useful' : 'wrong';
  const question = keptQuestion(String(event.value['question'] ?? ''));
  const content = kind === 'useful' ? TEXTS.thanksUseful : TEXTS.thanksWrong;
  return {
    toast: { type: 'success', content },
    messages: [],
    writes: question === '' ? [] : [countLesson(deps.db, { question, kind, now: deps.clock.now() })],
  };
}

async function settle(deps: Deps, event: ClickEvent): Promise<Outcome> {
  await demandOffice(deps, event);
  const now = deps.clock.now();
  return {
    toast: { type: 'success', content: TEXTS.settled },
    messages: [],
    writes: [settleQuestion(deps.db, questionOf(event), now)],
  };
}

async function openForm(deps: Deps, event: ClickEvent): Promise<Outcome> {
  await demandOffice(deps, event);
  const card = aliasFormCard(
    { question: questionOf(event), text: String(event.value['text'] ?? '') },
    allTargets(deps.notice.model),
  );
  return {
    toast: { type: 'info', content: '请在下面的卡片里填写' },
    messages: [
      {
        key: `learn:${event.eventId}`,
        to: { replyTo: event.messageId, chat: event.chatId },
        body: { type: 'card', card },
      },
    ],
    writes: [],
  };
}

/** From one tap, where the button carries both, or from the form. */
async function saveAlias(deps: Deps, event: ClickEvent): Promise<Outcome> {
  await demandOffice(deps, event);
  const text = fieldOf(event.form, 'text') || String(event.value['text'] ?? '').trim();
  const target = fieldOf(event.form, 'target') || String(event.value['target'] ?? '');
  if ([...text].length < 2 || [...text].length > 20) throw new UserError(TEXTS.tooShort);
  const name = targetName(deps.notice.model, target);
  if (name === undefined) throw new UserError(TEXTS.noTarget);
  if (await isTaken(deps, text)) throw new UserError(TEXTS.taken(text));
  const now = deps.clock.now();
  return {
    toast: { type: 'success', content: TEXTS.added(text, name) },
    messages: [],
    writes: [
      addAlias(deps.db, { text, target, by: event.operator, now }),
      settleQuestion(deps.db, questionOf(event), now),
      recordAudit(deps.db, { at: now, who: event.operator, action: 'alias', subject: target, detail: text }),
    ],
  };
}

async function forgetAlias(deps: Deps, event: ClickEvent): Promise<Outcome> {
  await demandOffice(deps, event);
  const text = String(event.value['text'] ?? '');
  return {
    toast: { type: 'success', content: TEXTS.forgotten(text) },
    messages: [],
    writes: [
      removeAlias(deps.db, text),
      recordAudit(deps.db, {
        at: deps.clock.now(),
        who: event.operator,
        action: 'alias-removed',
        subject: 'alias',
        detail: text,
      }),
    ],
  };
}

/** A word that the engine reads as a name already must not be given another meaning. */
async function isTaken(deps: Deps, text: string): Promise<boolean> {
  return deps.engine
    .linkEntities(text)
    .some(
      (mention) => (mention.how === 'name' || mention.how === 'spoken') && mention.text.length >= text.length,
    );
}

async function demandOffice(deps: Deps, event: ClickEvent): Promise<void> {
  const members = await officeMembers(deps.db, deps.office);
  if (!members.includes(event.operator)) throw new UserError(TEXTS.officeOnly);
}

function questionOf(event: ClickEvent): string {
  return keptQuestion(String(event.value['question'] ?? ''));
}
