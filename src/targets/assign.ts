import type { Write } from '../../db/database.ts';
import { assignTarget, unassignTarget } from '../../db/queries/target-owners.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { NoticeModel } from '../notice/types.ts';
import { audit, type ReportAct } from '../reports/act.ts';
import { type Objective, objectiveLine } from './pending.ts';
import { type TargetScope, unitsFor } from './scope.ts';

/** What an act on an objective leads to, before it is known whether a command or a click is answered. */
export interface Assignment {
  /** Plain text. */
  says: string;
  writes: Write[];
  /** How the objectives stand then. */
  objectives: Objective[];
}

const MOST_UNITS = 8;

/** Gives an objective to a unit; told, where the unit has it. @throws UserError where another unit has it. */
export function assigned(
  act: ReportAct,
  of: { scope: TargetScope; objectives: readonly Objective[]; objective: Objective; unit: string },
): Assignment {
  const { scope, objectives, objective, unit } = of;
  const group = groupOf(scope);
  const { indicator, owner } = objective;
  const name = unitName(act.deps, unit);
  if (owner?.unit === unit)
    return {
      says: `${indicator.what}已经落实到${name}了，不用再落实。`,
      writes: [],
      objectives: [...objectives],
    };
  if (owner !== undefined)
    throw new UserError(
      `${indicator.what}已经落实到${unitName(act.deps, owner.unit)}。要改，请先取消落实（序号${objective.no}）。`,
    );
  const row = {
    indicator: indicator.id,
    group_no: group,
    unit,
    assigned_by: act.sender,
    assigned_at: act.now,
  };
  return {
    says: `${indicator.what}已落实到${name}，下一期起报送；已经开启的报送期不变。`,
    writes: [
      assignTarget(act.deps.db, row),
      audit(act, 'assign-target', { subject: subjectOf(indicator.id, group), detail: unit }),
    ],
    objectives: changed(objectives, {
      ...objective,
      owner: { unit, assignedAt: act.now, isInOpenForm: false },
    }),
  };
}

/** Takes an objective back; told, where no unit has it. */
export function unassigned(
  act: ReportAct,
  of: { scope: TargetScope; objectives: readonly Objective[]; objective: Objective },
): Assignment {
  const { scope, objectives, objective } = of;
  const group = groupOf(scope);
  const { indicator, owner } = objective;
  if (owner === undefined)
    return { says: `${indicator.what}没有落实到单位，不用取消。`, writes: [], objectives: [...objectives] };
  const row = {
    indicator: indicator.id,
    group_no: group,
    unit: owner.unit,
    assigned_by: act.sender,
    assigned_at: owner.assignedAt,
  };
  return {
    says: `${indicator.what}已取消落实到${unitName(act.deps, owner.unit)}，下一期起不再报送；已经开启的报送期不变。`,
    writes: [
      ...unassignTarget(act.deps.db, row),
      audit(act, 'unassign-target', { subject: subjectOf(indicator.id, group), detail: owner.unit }),
    ],
    objectives: changed(objectives, { ...objective, owner: undefined }),
  };
}

/** The objective by its number, its id or words of it. @throws UserError with what can be chosen */
export function objectiveMeant(objectives: readonly Objective[], said: string): Objective {
  if (objectives.length === 0) throw new UserError('这里没有可以落实到单位的目标。');
  const wanted = said.normalize('NFKC').replace(/[\s()第项]/g, '');
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s()第项]/g, '');
  const exact = objectives.filter(({ no, indicator }) => [`${no}`, indicator.id].includes(wanted));
  const byWords =
    wanted === '' || /^\d+$/.test(wanted)
      ? []
      : objectives.filter(({ indicator }) => plain(indicator.what).includes(wanted));
  const [found, ...others] = exact.length > 0 ? exact : byWords;
  if (found !== undefined && others.length === 0) return found;
  const what =
    found === undefined ? `没有“${said.slice(0, 40)}”这项目标` : `“${said.slice(0, 40)}”有几项都对得上`;
  const among = found === undefined ? objectives : [found, ...others];
  throw new UserError(`${what}。可以选（写序号）：${among.map(objectiveLine).join('；')}。`);
}

/** What can be said about units that may be chosen: `甲局、乙委……等单位`. */
export function unitsToChoose(model: NoticeModel, scope: TargetScope): string {
  return `${unitsFor(model, scope)
    .slice(0, MOST_UNITS)
    .map(({ name }) => name)
    .join('、')}等通知里的单位`;
}

function changed(objectives: readonly Objective[], to: Objective): Objective[] {
  return objectives.map((one) => (one.indicator.id === to.indicator.id ? to : one));
}

function groupOf({ group }: TargetScope): number {
  if (group === undefined)
    throw new UserError('这条措施没有对应的专项工作小组，它的目标不能在这里落实到单位。');
  return group;
}

function subjectOf(indicator: string, group: number): string {
  return `target:${indicator}:${group}`;
}

function unitName({ notice }: Deps, unit: string): string {
  return notice.unit(unit)?.name ?? unit;
}
