import { noticeOn } from '../amendments/stored.ts';
import { fieldOf } from '../cards/form.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ClickEvent } from '../inbox/event.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { actOfClick, carried, demandOffice, info, pressed, type ReportAct, success } from '../reports/act.ts';
import { type Assignment, assigned, objectiveMeant, unassigned } from './assign.ts';
import { assignedCard } from './assign-form.ts';
import { objectivesNow } from './objectives.ts';
import { scopeOfGroup, scopeOfMeasure, type TargetScope } from './scope.ts';

/** The card actions of 落实到单位; the operator's right is checked at the moment of the click. */
export const TARGET_ACTIONS = { 'target-assign': assign, 'target-unassign': unassign } as const;

async function assign(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '把目标落实到单位');
  const scope = scopeOf(deps, event);
  const objectives = await objectivesNow(deps, scope);
  const target = fieldOf(event.form, 'target');
  const unit = deps.notice.unit(fieldOf(event.form, 'unit'));
  if (target === '') throw new UserError('请选一项目标。');
  if (unit === undefined) throw new UserError('请选一个单位。');
  const objective = objectiveMeant(objectives, target);
  return told(act, event, { scope, done: assigned(act, { scope, objectives, objective, unit: unit.id }) });
}

async function unassign(deps: Deps, event: ClickEvent): Promise<Outcome> {
  const act = await actOfClick(deps, event);
  demandOffice(act, '取消落实');
  const scope = scopeOf(deps, event);
  const objectives = await objectivesNow(deps, scope);
  const objective = objectiveMeant(objectives, carried(event, 'target'));
  // The card is of an earlier time: since then it was given anew.
  if (objective.owner !== undefined && String(objective.owner.assignedAt) !== carried(event, 'at'))
    throw new UserError('这项目标后来又重新落实过，请重新打开卡片再取消。');
  return told(act, event, { scope, done: unassigned(act, { scope, objectives, objective }) });
}

/** The sheet that was pressed stays as it is: what was done is told below it. */
async function told(
  act: ReportAct,
  event: ClickEvent,
  of: { scope: TargetScope; done: Assignment },
): Promise<Outcome> {
  const { scope, done } = of;
  if (done.writes.length === 0) return pressed(event, { toast: info(done.says) });
  const model = await noticeOn(act.deps, act.today);
  return pressed(event, {
    toast: success(done.says),
    messages: [
      {
        key: `assigned:${event.eventId}`,
        to: { replyTo: event.messageId, chat: event.chatId },
        body: { type: 'card', card: assignedCard(model, scope, done) },
      },
    ],
    writes: done.writes,
  });
}

function scopeOf({ notice }: Deps, event: ClickEvent): TargetScope {
  const no = Number(carried(event, 'no'));
  const group = carried(event, 'kind') === 'group' ? notice.group(no) : undefined;
  if (group !== undefined) return scopeOfGroup(notice.model, group);
  const measure = carried(event, 'kind') === 'measure' ? notice.measure(no) : undefined;
  if (measure === undefined) throw new UserError('这张卡片已经过时，请重新查一次。');
  return scopeOfMeasure(measure);
}
