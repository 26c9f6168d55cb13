import { type PeriodRow, pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { itemStates } from '../../db/queries/progress.ts';
import { reportsOfPeriod } from '../../db/queries/reports.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { type PeriodPhase, phaseOf } from '../reports/period.ts';
import { standingsOf, type UnitStanding } from './standing.ts';

/** How a period stands at one instant. */
export interface PeriodState {
  period: PeriodRow;
  phase: PeriodPhase;
  units: UnitStanding[];
  /** Instant in ms. */
  now: number;
  /** In Asia/Shanghai. */
  today: string;
}

/**
 * The period that is spoken of: the one named, or the newest that is open, or the newest there was; undefined while
 * none was ever open (or not the one named).
 */
export async function periodMeant(deps: Deps, named?: string): Promise<PeriodRow | undefined> {
  const periods = await pastAndOpenPeriods(deps.db);
  if (named !== undefined) return periods.find((period) => period.id === named);
  return periods.find((period) => period.status === 'open') ?? periods[0];
}

/** Reads how a period stands now. */
export async function stateOf(deps: Deps, period: PeriodRow): Promise<PeriodState> {
  const [reports, items] = await Promise.all([
    reportsOfPeriod(deps.db, period.id),
    itemStates(deps.db, period.id),
  ]);
  const now = deps.clock.now();
  return {
    period,
    phase: phaseOf(period, now),
    units: standingsOf({ reports, items }),
    now,
    today: dayAt(now),
  };
}
