import { workChat } from '../../db/queries/chats.ts';
import { hideLateNames, showLateNames } from '../../db/queries/late-names.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { actOfClick, audit, carried, demandOffice, info, pressed, success } from '../reports/act.ts';
import { confirmNamesCard, namesDoneCard } from './names-card.ts';
import { isMissing } from './standing.ts';
import { type PeriodState, periodMeant, stateOf } from './state.ts';
import { statusRefresh } from './status-card.ts';

const RIGHT = '在群内公布或撤下名单';

/** 在群内公布未报单位: first the list, as the group would read it. @throws UserError */
export async function askLateNames(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const { state } = await officeAct(deps, event);
  const units = await publishable(deps, state);
  const body = { type: 'card' as const, card: confirmNamesCard(state, units, deps.notice) };
  return {
    toast: info('请核对名单，在下面确认'),
    messages: [{ key: `late-names:${event.eventId}`, to: { person: event.operator }, body }],
    writes: [],
  };
}

/** 确认公布: those of the list that are still missing, and no others; a second press does nothing more. @throws UserError */
export async function showNames(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const { act, state } = await officeAct(deps, event);
  const missing = await publishable(deps, state);
  const listed = carried(event, 'units').split(',');
  const units = missing.filter((unit) => listed.includes(unit));
  if (units.length === 0) throw new UserError('名单里的单位都已报送，没有公布。');
  if (units.every((unit) => state.named.includes(unit)))
    return pressed(event, {
      toast: info('名单已经公布，没有再公布一次'),
      card: namesDoneCard(state, `已在群内公布${state.named.length}家未报单位`),
    });
  const after = { ...state, named: units };
  const refresh = await statusRefresh(deps, after);
  return pressed(event, {
    toast: success(`已在群内公布${units.length}家`),
    card: namesDoneCard(after, `已在群内公布${units.length}家未报单位`),
    messages: refresh.messages,
    writes: [
      ...showLateNames(deps.db, {
        period: state.period.id,
        due_on: state.period.due_on,
        units: JSON.stringify(units),
        confirmed_by: act.sender,
        confirmed_at: act.now,
      }),
      audit(act, 'late-names-show', { subject: `period:${state.period.id}`, detail: units.join(' ') }),
      ...refresh.writes,
    ],
  });
}

/** 撤下名单: the group's card shows counts only again. @throws UserError */
export async function hideNames(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const { act, state } = await officeAct(deps, event);
  const after = { ...state, named: [] };
  const card = namesDoneCard(after, '群内没有公布未报单位');
  if (state.named.length === 0) return pressed(event, { toast: info('群内没有公布名单'), card });
  const refresh = await statusRefresh(deps, after);
  return pressed(event, {
    toast: success('名单已撤下'),
    card: namesDoneCard(after, '名单已从群内撤下'),
    messages: refresh.messages,
    writes: [
      ...hideLateNames(deps.db, state.period.id),
      audit(act, 'late-names-hide', { subject: `period:${state.period.id}` }),
      ...refresh.writes,
    ],
  });
}

async function officeAct(deps: Deps, event: ClickEvent) {
  const act = await actOfClick(deps, event);
  demandOffice(act, RIGHT);
  const period = await periodMeant(deps, carried(event, 'period'));
  if (period === undefined) throw new UserError('没有这一期。');
  return { act, state: await stateOf(deps, period) };
}

/** Units whose names may be shown. @throws UserError where there are none, or nowhere to show them */
async function publishable(deps: Deps, { phase, units }: PeriodState): Promise<string[]> {
  if (phase === 'open') throw new UserError('还没有到截止时间，不公布未报单位。');
  if (phase === 'locked') throw new UserError('本期已锁定，不再公布未报单位。');
  if ((await workChat(deps.db)) === undefined)
    throw new UserError('还没有绑定工作群，没有地方公布。请在工作群里发：/绑定 本群 工作群');
  const missing = units.filter(isMissing).map((unit) => unit.unit);
  if (missing.length === 0) throw new UserError('都已报送，没有可以公布的单位。');
  return missing;
}
