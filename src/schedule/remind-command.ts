import { openPeriods } from '../../db/queries/periods.ts';
import type { Deps } from '../deps.ts';
import type { Outcome } from '../outbox/outcome.ts';
import { unitMeant } from '../people/notice-names.ts';
import { namesOfNotice } from '../people/notice-of.ts';
import { type Asked, actOf, answeredPrivately, demandOffice, type ReportAct } from '../reports/act.ts';
import { parsePeriod } from '../reports/period.ts';
import { nudgeOf, nudgePreview } from './nudge.ts';
import { urgentIn, urgePreview } from './urge.ts';

/**
 * `/催报 [<期>] [<单位>…] [加急 <理由>]` (office): who would be reminded; nothing is sent before it is confirmed.
 *
 * @throws UserError
 */
export async function nudgeOutcome(deps: Deps, asked: Asked): Promise<Outcome> {
  const act = await actOf(deps, asked);
  demandOffice(act, '催报');
  const urgent = urgentIn(asked.args);
  if (urgent !== undefined) {
    const of = await whomMeant(act, urgent.whom);
    return answeredPrivately(asked, await urgePreview(act, { ...of, reason: urgent.reason }));
  }
  const of = await whomMeant(act, asked.args);
  return answeredPrivately(asked, nudgePreview(act, await nudgeOf(act, of), of.units));
}

/** What people write for all that have not reported, which needs no word. */
const EVERYBODY = ['全部', '所有', '全部单位', '所有单位', '各单位', '未报单位'];

/** The period and the units that somebody writes. @throws UserError */
async function whomMeant(act: ReportAct, args: string): Promise<{ id: string | undefined; units: string[] }> {
  const words = args.split(/[\s、，,]+/).filter((word) => word !== '');
  const typed = /^\d{4}/.test(words[0] ?? '') ? words.shift() : undefined;
  const id = typed === undefined ? (await openPeriods(act.deps.db)).at(-1)?.id : parsePeriod(typed);
  const names = namesOfNotice(act.deps);
  const units = words.filter((word) => !EVERYBODY.includes(word));
  return { id, units: units.map((word) => unitMeant(names, word).id) };
}
