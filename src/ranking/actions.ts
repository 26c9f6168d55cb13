import { publishedRanking } from '../../db/queries/rankings.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { actOfClick, carried, demandOffice, pressed, success, warning } from '../reports/act.ts';
import { parseSpan } from '../scoring/span.ts';
import { openBoard } from './boards.ts';
import { previewCard } from './card.ts';
import { correct } from './correct.ts';
import { OBJECTION_ACTIONS } from './objections.ts';
import { ownSheets } from './own.ts';
import { draftOf, publication, shownPublication } from './publish.ts';
import { ROUND_ACTIONS } from './round-actions.ts';

/** The card actions of 排名; each checks the operator's right at the moment of the click. */
export const RANKING_ACTIONS = {
  'ranking-publish': publish,
  'ranking-own': ownSheets,
  'ranking-correct': correct,
  'ranking-board': openBoard,
  ...ROUND_ACTIONS,
  ...OBJECTION_ACTIONS,
} as const;

const DONE = success('已公布，排名已发到工作群');

/** 发布: once. The second click, and the loser of two at the same moment, get the first one's answer. */
async function publish(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '公布排名');
  const span = parseSpan(carried(event, 'span'));
  const done = await publishedRanking(deps.db, span);
  if (done !== undefined) return pressed(event, { toast: DONE, card: await shownPublication(deps, done) });
  const draft = await draftOf(act, span);
  const reason = fieldOf(event.form, 'reason');
  // Nothing is published that the person who presses has not seen.
  if (draft.hash !== carried(event, 'hash'))
    return pressed(event, {
      toast: warning('没有发布：预览以后分数有变化，请看过新的预览再发布'),
      card: previewCard(draft, reason),
    });
  const { row, ...change } = await publication(act, { draft, reason });
  const { messages, writes } = change;
  return pressed(event, { toast: DONE, card: await shownPublication(deps, row), messages, writes });
}
