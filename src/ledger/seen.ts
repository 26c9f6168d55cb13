import { type LedgerEntryRow, ledgerEntries, ledgerEntry } from '../../db/queries/ledger.ts';
import { UserError } from '../errors.ts';
import { maySee, scopeOf } from '../progress/scope.ts';
import type { ReportAct } from '../reports/act.ts';
import { notFound } from './texts.ts';

/** The entries that somebody may see: the office all, a unit its own, a leader those of his groups' units. */
export async function entriesSeen(act: ReportAct): Promise<LedgerEntryRow[]> {
  const sees = sightOf(act);
  return (await ledgerEntries(act.deps.db)).filter(({ unit }) => sees(unit));
}

/** One entry. @throws UserError, the same where there is none and where it is not his to see */
export async function entrySeen(act: ReportAct, no: string): Promise<LedgerEntryRow> {
  const found = await ledgerEntry(act.deps.db, no);
  if (found === undefined || !sightOf(act)(found.unit)) throw new UserError(notFound(no));
  return found;
}

function sightOf({ rights, deps }: ReportAct): (unit: string) => boolean {
  const scope = scopeOf(rights, deps.notice);
  return (unit) => maySee(scope, { unit, groups: groupsWith(unit) });

  function groupsWith(unit: string): number[] {
    return deps.notice.model.groups
      .filter(
        ({ leadUnits, subLeads, responsibleUnits }) =>
          leadUnits.includes(unit) ||
          responsibleUnits.includes(unit) ||
          subLeads.some((sub) => sub.unit === unit),
      )
      .map(({ no }) => no);
  }
}
