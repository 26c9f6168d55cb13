import { peopleMet } from '../../db/queries/people-bindings.ts';
import { type Card, card, markdown, text } from '../cards/elements.ts';
import { dayPicker, fieldOf, form, personSelect, submit } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { OpenId } from '../ids.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { type Act, actOfClick, clicked, saysCard } from './act.ts';
import { takeLeave } from './leave.ts';

const MOST_PEOPLE_OFFERED = 60;

export interface LeaveView {
  isInGroup: boolean;
  says: readonly string[];
  fromDay?: string | undefined;
  toDay?: string | undefined;
}

/** 请假 as a form: two days and a person; serves where nobody can be mentioned. */
export async function leaveFormCard(act: Act, view: LeaveView): Promise<Card> {
  const offered = view.isInGroup ? [] : await peopleMet(act.deps.db, MOST_PEOPLE_OFFERED);
  return card({
    summary: '登记请假',
    header: { title: '请假', subtitle: '选起止日期和代办人', template: 'blue' },
    elements: [
      ...view.says.map((line) => markdown(line)),
      form('leave_form', [
        dayPicker({ name: 'from', placeholder: '第一天', initial: view.fromDay }),
        dayPicker({ name: 'to', placeholder: '最后一天', initial: view.toDay }),
        personSelect({
          name: 'person',
          placeholder: '代办人',
          offered: offered.filter((openId) => openId !== act.sender),
        }),
        text('名单里没有的人：请他先给我发一条消息，或到群里 @我 发“/联络员 请假 起日 止日 代 @某人”。', {
          size: 'notation',
          color: 'grey',
        }),
        submit('登记请假', { action: 'leave-form' }),
      ]),
    ],
  });
}

/** The form was sent. */
export async function leaveFromForm(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  const fromDay = dayIn(event.form, 'from');
  const toDay = dayIn(event.form, 'to') ?? fromDay;
  const openId = fieldOf(event.form, 'person') as OpenId | '';
  if (fromDay === undefined || toDay === undefined)
    throw new UserError('请选第一天和最后一天，再点“登记请假”。');
  if (openId === '') throw new UserError('请选代办人，再点“登记请假”。');
  const change = await takeLeave(act, { fromDay, toDay, standIn: { openId } });
  return clicked(act, event, { change, card: saysCard('请假', change.says) });
}

/** A picker's value: `2026-12-28 +0800`. */
function dayIn(fields: Record<string, unknown>, name: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(fieldOf(fields, name))?.[0];
}
