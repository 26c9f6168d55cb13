import { lateNamesOf } from '../../db/queries/late-names.ts';
import { type PeriodRow, pastAndOpenPeriods } from '../../db/queries/periods.ts';
import { itemStates } from '../../db/queries/progress.ts';
import { reportsOfPeriod } from '../../db/queries/reports.ts';
import { dayAt } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { type PeriodPhase, phaseOf } from '../reports/period.ts';
import { isMissing, standingsOf, type UnitStanding } from './standing.ts';

/** How a period stands at one instant. */
export interface PeriodState {
  period: PeriodRow;
  phase: PeriodPhase;
  units: UnitStanding[];
  /** Units that the work group sees by name, since the office confirmed it: those that are still missing. */
  named: readonly string[];
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
  const phase = phaseOf(period, now);
  const units = standingsOf({ reports, items });
  return {
    period,
    phase,
    units,
    named: phase === 'late' ? await namedOf(deps, period, units) : [],
    now,
    today: dayAt(now),
  };
}

/** A confirmation counts for one due day, and for the units that stood in its list. */
async function namedOf(deps: Deps, period: PeriodRow, units: readonly UnitStanding[]): Promise<string[]> {
  const shown = await lateNamesOf(deps.db, period.id);
  if (shown?.due_on !== period.due_on) return [];
  const confirmed = JSON.parse(shown.units) as string[];
  return units.filter((unit) => isMissing(unit) && confirmed.includes(unit.unit)).map((unit) => unit.unit);
}
