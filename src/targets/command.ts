import { noticeOn } from '../amendments/stored.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import type { Asked } from '../people/act.ts';
import { namesOfNotice } from '../people/notice-of.ts';
import { actOf, answeredPrivately, demandOffice } from '../reports/act.ts';
import { type Assignment, assigned, objectiveMeant, unassigned, unitsToChoose } from './assign.ts';
import { assignedCard } from './assign-form.ts';
import { objectivesNow } from './objectives.ts';
import { objectiveLine } from './pending.ts';
import { scopeName, type TargetScope } from './scope.ts';

/** What was typed behind `/措施` or `/小组`: which one, and what is to be done with a target of it. */
export interface AssignTyped {
  of: string;
  said: string;
}

/** `14 落实 2 某局`; undefined where nothing is to be given. Pure. */
export function readAssign(args: string): AssignTyped | undefined {
  const [, of, said = ''] = /^(\S+)\s+落实(?:\s+([\s\S]*))?$/.exec(args.trim()) ?? [];
  return of === undefined ? undefined : { of, said: said.trim() };
}

/**
 * `/措施 14 落实 <序号或名称> <单位|取消>`, for the office.
 *
 * @param scope the measure or group; undefined where there is none of that name
 * @throws UserError with what can be chosen
 */
export async function assignOutcome(
  deps: Deps,
  asked: Asked,
  { scope, typed }: { scope: TargetScope | undefined; typed: AssignTyped },
): Promise<Outcome> {
  const act = await actOf(deps, asked);
  demandOffice(act, '把目标落实到单位');
  if (scope === undefined)
    throw new UserError(`没有找到“${typed.of.slice(0, 40)}”，请写序号，例如：/措施 14。`);
  const [objectives, model] = await Promise.all([objectivesNow(deps, scope), noticeOn(deps, act.today)]);
  const [, target, to] = /^([\s\S]*\S)\s+(\S+)$/.exec(typed.said) ?? [];
  if (target === undefined || to === undefined) {
    const chosen =
      objectives.length === 0 ? '' : `可以选的目标：${objectives.map(objectiveLine).join('；')}。`;
    throw new UserError(
      `请写上目标的序号和单位，例如：/${scopeName(scope)} 落实 1 单位名；取消请写：/${scopeName(scope)} 落实 1 取消。${chosen}`,
    );
  }
  const objective = objectiveMeant(objectives, target);
  const done: Assignment =
    to === '取消'
      ? unassigned(act, { scope, objectives, objective })
      : assigned(act, { scope, objectives, objective, unit: unitOf(deps, unitsToChoose(model, scope), to) });
  return {
    ...answeredPrivately(asked, assignedCard(model, scope, done)),
    writes: done.writes,
  };
}

/** @throws UserError with the units nearest to the matter */
function unitOf(deps: Deps, among: string, typed: string): string {
  const resolved = namesOfNotice(deps).unit(typed);
  if (resolved.kind === 'found') return resolved.it.id;
  const said = typed.slice(0, 40);
  const what =
    resolved.kind === 'nothing'
      ? `通知里没有“${said}”这个单位`
      : `“${said}”可能是${resolved.among.map(({ name }) => name).join('、')}，请写一个单位的全称`;
  throw new UserError(`${what}。可以选：${among}。`);
}
