import { amendmentDraft, amendmentRows, insertAmendment } from '../../db/queries/amendments.ts';
import { lines } from '../cards/elements.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import {
  actOfClick,
  audit,
  carried,
  demandOffice,
  info,
  pressed,
  saysCard,
  success,
} from '../reports/act.ts';
import { demandChange } from './command.ts';
import { amendmentsOf } from './stored.ts';
import { AmendmentContent } from './types.ts';
import { amendmentLine } from './wording.ts';

/** The card actions of 修订; the operator's right is checked at the moment of the click. */
export const AMENDMENT_ACTIONS = { 'amend-confirm': confirmAmendment } as const;

/** 确认修订: what was previewed is entered, once. */
async function confirmAmendment(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '修订通知');
  const draft = await amendmentDraft(deps.db, carried(event, 'id'));
  if (draft === undefined) throw new UserError('找不到这项修订了，请重新发送 /修订。');
  const content = AmendmentContent.parse(JSON.parse(draft.content));
  const shown = saysCard('已修订', [lines([amendmentLine(deps.notice, content)])], 'green');
  if ((await amendmentRows(deps.db)).some((row) => row.id === draft.id))
    return pressed(event, { toast: info('这项修订已经确认过了'), card: shown });
  demandChange(deps, await amendmentsOf(deps), content);
  return pressed(event, {
    toast: success('已修订'),
    card: shown,
    writes: [
      insertAmendment(deps.db, {
        id: draft.id,
        content: draft.content,
        entered_by: act.sender,
        entered_at: act.now,
      }),
      audit(act, 'amend', {
        subject: `${content.kind}:${content.no}:${content.field}`,
        detail: draft.content,
      }),
    ],
  });
}
