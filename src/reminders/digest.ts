import { type Move, movesSince } from '../../db/queries/digest.ts';
import { type PeriodRow, pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { type ItemText, itemTexts } from '../../db/queries/progress.ts';
import { instantOf } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { Scope } from '../progress/scope.ts';
import { isMissing, type UnitStanding } from '../progress/standing.ts';
import { type PeriodState, stateOf } from '../progress/state.ts';
import { DUE_TIME } from '../reports/period.ts';

/** What one person is told of one period. */
export interface PeriodDigest {
  state: PeriodState;
  /** Units of his, as they stand. */
  units: UnitStanding[];
  /** What happened to their reports, oldest first. */
  moves: Move[];
  /** Not handed in though the due hour has passed. */
  late: UnitStanding[];
  /** Handed in with the wish for coordination, in his groups. */
  asks: ItemText[];
}

/**
 * What there is to say to somebody of the open periods and those locked since; empty when nothing changed after
 * `since` (instant in ms): nothing handed in or decided, no due hour passed with somebody missing, nothing locked.
 */
export async function digestOf(deps: Deps, of: { scope: Scope; since: number }): Promise<PeriodDigest[]> {
  const periods = (await pastAndOpenPeriods(deps.db)).filter(
    (period) => period.status === 'open' || (period.locked_at ?? 0) > of.since,
  );
  const all = await Promise.all(periods.map((period) => periodDigest(deps, { ...of, period })));
  if (!all.some((each) => hasChanged(each, of.since))) return [];
  return all.filter(({ moves, late, asks }) => moves.length + late.length + asks.length > 0);
}

async function periodDigest(
  deps: Deps,
  of: { period: PeriodRow; scope: Scope; since: number },
): Promise<PeriodDigest> {
  const { period, scope } = of;
  const [state, moves, asks] = await Promise.all([
    stateOf(deps, period),
    movesSince(deps.db, period.id, of.since),
    itemTexts(deps.db, period.id, { coordinate: true }),
  ]);
  const units = state.units.filter(
    (unit) => scope.isAll || unit.groups.some((group) => scope.groups.has(group)),
  );
  const own = new Set(units.map(({ unit }) => unit));
  return {
    state,
    units,
    moves: moves.filter(({ unit }) => own.has(unit)),
    late: state.phase === 'open' ? [] : units.filter(isMissing),
    asks: asks.filter((item) => scope.isAll || (item.group_no !== null && scope.groups.has(item.group_no))),
  };
}

function hasChanged({ state, units, moves, late }: PeriodDigest, since: number): boolean {
  const dueAt = instantOf(state.period.due_on, DUE_TIME);
  const isNewlyLate = late.length > 0 && dueAt > since;
  const isNewlyLocked = units.length > 0 && (state.period.locked_at ?? 0) > since;
  return moves.length > 0 || isNewlyLate || isNewlyLocked;
}
