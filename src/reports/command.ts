import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { templateOutcome } from '../report-files/form-actions.ts';
import { type Asked, actOf, type ReportAct } from './act.ts';
import { ownReports, ownReportsOf } from './own.ts';
import { type PeriodId, parsePeriod } from './period.ts';
import { extendByHand, lockByHand, openByHand } from './periods.ts';
import { typedReport } from './typed.ts';
import { urgentReport } from './urgent.ts';

type Subcommand = (act: ReportAct, asked: Asked, args: string) => Promise<Outcome>;

/** What follows `/报送`, by its first word. */
const SUBCOMMANDS: readonly (readonly [RegExp, Subcommand])[] = [
  [/^(?:开启|open)(?![a-z])/i, openByHand],
  [/^(?:锁定|lock)(?![a-z])/i, lockByHand],
  [/^(?:延期|extend)(?![a-z])/i, extendByHand],
  [/^(?:模板|报送表$|template(?![a-z]))/i, templateOutcome],
  [/^(?:即报|urgent)(?![a-z])/i, urgentReport],
];

/** `/报送` in every form (design §4). @throws UserError */
export async function reportOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  const args = asked.args.trim();
  if (args === '') return ownReports(act, asked);
  const found = SUBCOMMANDS.find(([word]) => word.test(args));
  if (found) return found[1](act, asked, args.replace(found[0], '').trim());
  const period = periodIn(args);
  if (period !== undefined) return ownReportsOf(act, asked, period);
  return typedReport(act, asked, args);
}

function periodIn(args: string): PeriodId | undefined {
  try {
    return parsePeriod(args);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
